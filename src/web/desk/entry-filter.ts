/**
 * The filters of the list of entries, as its address holds them. No address is refused: what makes no sense narrows
 * nothing.
 */
import type { Context } from 'hono'
import * as z from 'zod'
import { KINDS } from '../../domain/entry.ts'
import { MARKS, SOUGHT_STATES, type EntryFilter } from '../../domain/entry-list.ts'
import { parseLocale } from '../../domain/locale.ts'
import type { DeskEnv } from './desk-env.ts'
import { narrowedTo, soughtIn } from './sought.ts'

const query = z.object({
  words: z.string().trim().max(200).catch(''),
  kind: z.enum(KINDS).nullable().catch(null),
  unit: z.string().min(1).max(200).nullable().catch(null),
  locale: z.string().transform(parseLocale).catch(null),
  state: z.enum(SOUGHT_STATES).nullable().catch(null),
  marks: z.array(z.string()).transform((wanted) => MARKS.filter((mark) => wanted.includes(mark))),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** Of the address at hand; a unit is known by its name too. */
export async function entryFilterIn(c: Context<DeskEnv>) {
  const { filter, page } = readEntryFilter(new URL(c.req.url).searchParams)
  const unit = await soughtIn(c, 'units', 'unit')
  return { filter: { ...filter, unit: narrowedTo(unit) }, page, unit }
}

/** From the part of an address after `?`; whatever makes no sense is left out. `page` counts from 1. */
function readEntryFilter(search: URLSearchParams): { filter: EntryFilter; page: number } {
  const { page, ...filter } = query.parse({
    words: search.get('q')?.normalize('NFC'),
    kind: search.get('kind'),
    unit: search.get('unit'),
    locale: search.get('locale'),
    state: search.get('state'),
    marks: search.getAll('mark'),
    page: search.get('page'),
  })
  return { filter, page }
}
