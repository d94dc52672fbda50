/** Texts on their way to translators, and back. */
import { Hono, type Context } from 'hono'
import { may } from '../../domain/editor.ts'
import { pathOf } from '../../domain/entry.ts'
import { parseLocale } from '../../domain/locale.ts'
import { localDay } from '../../domain/scan.ts'
import { sourceLocale } from '../../domain/site.ts'
import { subjectOf } from '../../store/audit.ts'
import { UniqueError } from '../../store/database.ts'
import { listSketches } from '../../store/facts.ts'
import { addAudits, insertRevisions, listTextsOf } from '../../store/import-rows.ts'
import { textOf } from '../exchange/csv-grid.ts'
import { FILE_MAX, FileFault } from '../exchange/grid.ts'
import { planXliff, type XliffPlan } from '../exchange/plan-xliff.ts'
import { readXliff, writeXliff } from '../exchange/xliff.ts'
import { sayFor } from '../views/desk/layout.tsx'
import { XliffPreview } from '../views/desk/xliff-preview.tsx'
import { actOf, allow, deskOf, page, refuse, type DeskEnv } from './desk.tsx'
import { foundEntries } from './found-entries.ts'
import { fileIn, readData } from './import-form.ts'
import { importPage } from './import-routes.tsx'

/** Entries in one file. */
const MOST = 500

export const xliffRoutes = new Hono<DeskEnv>()
  .get('/admin/entries.xlf', allow('text.write'), async (c) => {
    const { db, now, origin } = c.env.services
    const site = c.get('site')
    const source = sourceLocale(site)
    const wanted = parseLocale(c.req.query('target') ?? '')
    const target = [...site.locales, ...site.localLocales].find((one) => one === wanted)
    if (!target || target === source)
      return importPage(c, { fault: new FileFault('xliff.fault.target', { found: wanted ?? '' }) })
    const editor = c.get('session')?.editor
    if (!editor || !may(editor, 'text.write', target)) return refuse(c)
    const entries = await foundEntries(c)
    const ids = entries.map(({ id }) => id)
    const sources = await listTextsOf(db, ids, source, 'public')
    const targets = await listTextsOf(db, ids, target)
    const files = entries.flatMap((entry) => {
      const text = sources.get(entry.id)
      const before = targets.get(entry.id)
      if (!text || text.isRemoved || before?.isRemoved) return []
      const path = pathOf(entry)
      const numbers = { sourceNumber: text.number, targetNumber: before?.number ?? 0 }
      const address = `${origin}/${source}/${path}`
      return [{ path, address, ...numbers, source: text, target: before ?? null }]
    })
    if (files.length === 0) return importPage(c, { fault: new FileFault('xliff.fault.nothing') })
    if (files.length > MOST) {
      const values = { count: files.length, most: MOST }
      return importPage(c, { fault: new FileFault('xliff.fault.many', values) })
    }
    const day = localDay(now(), site.timeZone)
    return c.body(writeXliff({ source, target }, files), 200, {
      'Content-Type': 'application/xliff+xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="stele-${target}-${day}.xlf"`,
    })
  })
  .post('/admin/import/xliff', allow('text.write'), async (c) => {
    const data = await readData(c)
    try {
      const file = await fileIn(data)
      const text = textOf(file.bytes)
      return preview(c, text, file.name, await planned(c, text))
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      return importPage(c, { fault: error })
    }
  })
  .post('/admin/import/xliff/writing', allow('text.write'), async (c) => {
    const data = await readData(c)
    const [text, name] = [data.get('xliff'), data.get('name')].map((one) =>
      typeof one === 'string' ? one : '',
    ) as [string, string]
    try {
      if (text === '' || text.length > FILE_MAX) throw new FileFault('import.fault.lost')
      for (;;) {
        const plan = await planned(c, text)
        if (plan.problems.length > 0) return preview(c, text, name, plan, 409)
        const count = await write(c, plan)
        if (count !== null) return c.redirect(`/admin/import?done=${count}`, 303)
      }
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      return importPage(c, { fault: error })
    }
  })

async function planned(c: Context<DeskEnv>, text: string): Promise<XliffPlan> {
  const { db } = c.env.services
  const { editor, site } = deskOf(c)
  if (!editor) throw new Error('only somebody who is signed in imports')
  const around = { db, site, editor, say: sayFor(deskOf(c)), sketches: await listSketches(db) }
  return planXliff(readXliff(text), around)
}

/** How many became revisions; null when somebody saved one of them meanwhile, and nothing was written. */
async function write(c: Context<DeskEnv>, { texts, locale }: XliffPlan): Promise<number | null> {
  const act = actOf(c)
  const revisions = texts.flatMap(({ revision }) =>
    revision
      ? [{ ...revision, locale, origin: 'hand' as const, savedBy: act.by, savedAt: act.at }]
      : [],
  )
  const lines = revisions.map((one) => ({
    ...{ what: 'text.translated', subject: subjectOf(one) },
    details: { number: one.number, basedOn: one.basedOn },
  }))
  try {
    await c.env.services.db.batch([...insertRevisions(revisions), ...addAudits(lines, act)])
    return revisions.length
  } catch (error) {
    if (!(error instanceof UniqueError)) throw error
    return null
  }
}

function preview(
  c: Context<DeskEnv>,
  xliff: string,
  name: string,
  plan: XliffPlan,
  status: 409 | 422 = 422,
): Response {
  const view = <XliffPreview desk={deskOf(c)} {...{ xliff, name, plan }} />
  return page(c, view, plan.problems.length > 0 ? status : 200)
}
