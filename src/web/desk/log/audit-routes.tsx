/** The log of what was done at the desk, for publishers. */
import { Hono, type Context } from 'hono'
import * as z from 'zod'
import { entryOfSubject } from '../../../domain/audit.ts'
import { localDay } from '../../../domain/scan.ts'
import { listAudit, listAuditBy, listAuditOf } from '../../../store/audit-log.ts'
import { listEditors } from '../../../store/editors.ts'
import { listNames } from '../../../store/entries.ts'
import { auditCsvStream } from '../../../exchange/audit-csv.ts'
import { AuditPage } from './audit-page.tsx'
import { dateIn } from '../dates.ts'
import { allow, deskOf, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import type { AuditFilter } from './audit-address.ts'

/** Lines on a page. */
const A_PAGE = 50
const query = z.object({
  by: z.string().trim().max(254).catch(''),
  subject: z.string().trim().max(254).catch(''),
  before: z.coerce.number().int().min(1).nullable().catch(null),
})

/** The whole log as CSV goes out line by line, so its length does not matter. Its day is local, times in it are UTC. */
export const auditRoutes = new Hono<DeskEnv>()
  .get('/admin/audit', allow('audit.read'), async (c) => {
    const { db } = c.env.services
    const { before, ...filter } = query.parse({ before: null, ...c.req.query() })
    // One more than is shown tells whether there are older ones.
    const found = await linesFor(c, filter, before, A_PAGE + 1)
    const lines = found.slice(0, A_PAGE)
    const about = lines.flatMap(({ subject }) => entryOfSubject(subject)?.entry ?? [])
    const desk = deskOf(c)
    return page(
      c,
      <AuditPage
        desk={desk}
        filter={filter}
        lines={lines}
        isLatest={before === null}
        older={found.length > A_PAGE ? (lines.at(-1)?.id ?? null) : null}
        editors={await listEditors(db)}
        names={await listNames(db, about)}
        dateOf={(iso) => dateIn(desk.language, iso, desk.site.timeZone)}
      />,
    )
  })
  .get('/admin/audit.csv', allow('audit.read'), (c) => {
    const { db, now } = c.env.services
    const day = localDay(now(), c.get('site').timeZone)
    return c.body(auditCsvStream(db), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${day}.csv"`,
    })
  })

/** Lines older than `before`, the latest first. */
function linesFor(
  c: Context<DeskEnv>,
  { by, subject }: AuditFilter,
  before: number | null,
  limit: number,
) {
  const { db } = c.env.services
  const wanted = { limit, ...(before !== null && { before }) }
  if (subject) return listAuditOf(db, subject, { ...wanted, by: by || null })
  return by ? listAuditBy(db, by, wanted) : listAudit(db, wanted)
}
