/** The page of the day: what waits for whoever is signed in. */
import { Hono } from 'hono'
import { may } from '../../../domain/editor.ts'
import { inOrder, listedEntry } from '../../../domain/entry-list.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { waitingFor } from '../../../domain/waiting.ts'
import { listEditors, listInvitations } from '../../../store/editors.ts'
import { listEntryStates } from '../../../store/entry-states.ts'
import { listOpenNotes } from '../../../store/notes.ts'
import { listOpenReports } from '../../../store/sign-reports.ts'
import { listLastSaved, listOpenReviews } from '../../../store/editor-day.ts'
import { listOrders, type ListedOrder } from '../../../store/listed-orders.ts'
import { listWaitingSigns } from '../../../store/waiting-signs.ts'
import { listTableProposals } from '../../../store/table-proposals.ts'
import { dateIn } from '../dates.ts'
import { HomePage } from './day-page.tsx'
import { allow, deskOf, page, refuse } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'

/** Texts shown that somebody saved last. */
const LAST_SAVED = 5

/** Signs told of that wait to be hung or mended. */
const SIGNS_WAITING = 200

/** A contractor fetches what is made and was not received yet. */
function isToPrint({ isDraft, isCancelled, isMade, printed, signs }: ListedOrder): boolean {
  return !isDraft && !isCancelled && isMade && printed < signs
}

/** Each list is asked for only where its work is this editor's. */
export const dayRoutes = new Hono<DeskEnv>().get('/admin/', allow('desk.open'), async (c) => {
  const { db, now } = c.env.services
  const desk = deskOf(c)
  const { editor, site } = desk
  if (!editor) return refuse(c)
  const source = sourceLocale(site)
  const locales = [...new Set([...site.locales, ...editor.locales])]

  const readsEntries = may(editor, 'entry.read')
  const rows = readsEntries ? await listEntryStates(db) : []
  const entries = inOrder(
    rows.map((entry) => listedEntry(entry, source, locales)),
    source,
  )
  const reviews = may(editor, 'text.review') ? await listOpenReviews(db) : []
  const notes = may(editor, 'text.write') ? await listOpenNotes(db) : []
  const [orders, toHang] = await Promise.all([
    may(editor, 'parcel.read') || may(editor, 'order.read') ? listOrders(db) : [],
    editor.role === 'installer' ? listWaitingSigns(db, source, SIGNS_WAITING) : null,
  ])
  const isManager = may(editor, 'editor.manage')
  return page(
    c,
    <HomePage
      desk={desk}
      entries={entries}
      waiting={waitingFor(editor, entries, reviews, { source, fourEyes: site.fourEyes, notes })}
      reports={may(editor, 'sign.read') ? await listOpenReports(db) : null}
      orders={may(editor, 'order.read') ? orders : null}
      parcels={editor.role === 'contractor' ? orders.filter(isToPrint) : null}
      toHang={toHang}
      now={now().toISOString()}
      readyHref={may(editor, 'order.read') ? '/admin/orders/ready' : null}
      tables={may(editor, 'exchange.import') ? await listTableProposals(db) : null}
      lastSaved={readsEntries ? await listLastSaved(db, editor.email, LAST_SAVED) : null}
      invitations={isManager ? await listInvitations(db, now().toISOString()) : null}
      editors={await listEditors(db)}
      dateOf={(iso) => dateIn(desk.language, iso, site.timeZone)}
    />,
  )
})
