/** The entries a list shows, for those who want the list as a file. */
import type { Context } from 'hono'
import { isValidOn } from '../../domain/admin-unit.ts'
import { pathOf } from '../../domain/entry.ts'
import { entriesFound, inOrder, listedEntry, type ListedEntry } from '../../domain/entry-list.ts'
import { localDay } from '../../domain/scan.ts'
import { sourceLocale } from '../../domain/site.ts'
import { listEntryStates } from '../../store/entry-states.ts'
import { listUnits } from '../../store/site-settings.ts'
import { entryFilterIn } from './entry-filter.ts'
import type { DeskEnv } from './desk-env.ts'

/**
 * Entries that the filters of the address leave, in the order of the list and without its pages; `entry`, a path as in
 * `streets/le-loi`, names a single one of them.
 */
export async function foundEntries(c: Context<DeskEnv>): Promise<ListedEntry[]> {
  const { db, now } = c.env.services
  const site = c.get('site')
  const source = sourceLocale(site)
  const today = localDay(now(), site.timeZone)
  const { filter } = await entryFilterIn(c)
  const units = (await listUnits(db)).filter((unit) => isValidOn(unit, today))
  const all = (await listEntryStates(db)).map((one) => listedEntry(one, source, site.locales))
  const found = inOrder(entriesFound(all, filter, units, today), source)
  const single = c.req.query('entry')
  return single === undefined ? found : found.filter((entry) => pathOf(entry) === single)
}
