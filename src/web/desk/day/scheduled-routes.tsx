/** Publications that wait for their time, as a list of their own. */
import { Hono, type Context } from 'hono'
import * as z from 'zod'
import { OvertakenError } from '../../../domain/errors.ts'
import { cancelPublication, listScheduled } from '../../../store/schedules.ts'
import { dateIn } from '../dates.ts'
import { sayFor } from '../desk-layout.tsx'
import { actOf, allow, deskOf, missing, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { namesAtDesk } from '../editor-names.ts'
import { nameFor } from '../name-for.ts'
import { ScheduledPage } from './scheduled-page.tsx'

/** More than these never wait at once. */
const SHOWN_MAX = 500
const row = z.coerce.number().int().positive().nullable().catch(null)

/** 409 with the list where a publication was cancelled, or came due, meanwhile. */
export const scheduledRoutes = new Hono<DeskEnv>()
  .get('/admin/scheduled', allow('text.publish'), (c) => scheduledPage(c))
  .post('/admin/scheduled/:id/end', allow('text.publish'), async (c) => {
    const id = row.parse(c.req.param('id'))
    if (id === null) return missing(c)
    try {
      await cancelPublication(c.env.services.db, id, actOf(c))
    } catch (error) {
      if (!(error instanceof OvertakenError)) throw error
      return scheduledPage(c, sayFor(deskOf(c))('act.overtaken'), 409)
    }
    return c.redirect('/admin/scheduled', 303)
  })

async function scheduledPage(
  c: Context<DeskEnv>,
  notice = '',
  status: 200 | 409 = 200,
): Promise<Response> {
  const { db } = c.env.services
  const scheduled = await listScheduled(db, SHOWN_MAX)
  const view = (
    <ScheduledPage
      desk={deskOf(c)}
      scheduled={scheduled.map((one) => ({ ...one, name: nameFor(c, one.names, one.entry) }))}
      notice={notice}
      dateOf={(iso) => dateIn(c.get('language'), iso, c.get('site').timeZone)}
      nameOf={await namesAtDesk(db)}
    />
  )
  return page(c, view, status)
}
