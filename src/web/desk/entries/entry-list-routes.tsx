/** The list of entries: what is there, and how far each text of it is. */
import { Hono } from 'hono'
import { isValidOn } from '../../../domain/admin-unit.ts'
import { entriesFound, inOrder, listedEntry } from '../../../domain/entry-list.ts'
import { localDay } from '../../../domain/scan.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { listEntryStates } from '../../../store/entry-states.ts'
import { listUnits } from '../../../store/site-settings.ts'
import { EntryListPage } from './entry-list-page.tsx'
import { allow, deskOf, page as answer } from '../desk.tsx'
import { keepList } from '../list-kept.ts'
import { entryFilterIn } from '../entry-filter.ts'
import type { DeskEnv } from '../desk-env.ts'

/** Entries on a page. */
const A_PAGE = 50

/** A page past the last is answered with the last. */
export const entryListRoutes = new Hono<DeskEnv>().get(
  '/admin/entries',
  allow('entry.read'),
  async (c) => {
    const { db, now } = c.env.services
    keepList(c)
    const desk = deskOf(c)
    const source = sourceLocale(desk.site)
    const locales = [...new Set([...desk.site.locales, ...(desk.editor?.locales ?? [])])]
    const today = localDay(now(), desk.site.timeZone)
    const { filter, page, unit } = await entryFilterIn(c)

    const units = (await listUnits(db)).filter((unit) => isValidOn(unit, today))
    const rows = await listEntryStates(db)
    const all = rows.map((entry) => listedEntry(entry, source, locales))
    const found = inOrder(entriesFound(all, filter, units, today), source)
    const pages = Math.max(1, Math.ceil(found.length / A_PAGE))
    const shown = Math.min(page, pages)
    const from = (shown - 1) * A_PAGE
    return answer(
      c,
      <EntryListPage
        desk={desk}
        filter={filter}
        unit={unit}
        locales={locales}
        today={today}
        pages={pages}
        from={from}
        units={units}
        entries={found.slice(from, from + A_PAGE)}
        page={shown}
        count={found.length}
      />,
    )
  },
)
