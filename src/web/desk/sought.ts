/** One of many, chosen by typing part of its name: an entry among all, a ward or commune among those of today. */
import type { Context } from 'hono'
import { presentUnitsCalled } from '../../domain/units-called.ts'
import { entryPath } from '../../domain/entry.ts'
import { entriesCalled } from '../../domain/entry-list.ts'
import { fold } from '../../domain/name.ts'
import { localDay } from '../../domain/scan.ts'
import { sourceLocale } from '../../domain/site.ts'
import { listEntryChoices } from '../../store/signs-at-desk.ts'
import { workLabel } from '../../domain/work.ts'
import { listWorks } from '../../store/works.ts'
import { listUnits } from '../../store/site-settings.ts'
import type { DeskEnv } from './desk-env.ts'
import { nameFor } from './name-for.ts'

/** What can be chosen: `value` is kept, `label` is read and can be typed. */
export interface Choosable {
  value: string
  label: string
}

/** What was typed into a field where one is sought, and what it means. */
export interface Sought {
  /** As typed; the label of what was chosen, where that is clear. */
  typed: string
  /** Null while nothing is typed, nothing is called so, or more than one is. */
  chosen: string | null
  /** Where it is more than one: those to choose from, OFFERED_MAX at most. */
  offered: Choosable[]
  /** How many more there are. */
  left: number
}

/** As many as can be read at a glance; more words leave fewer. */
export const OFFERED_MAX = 12
/** Characters. */
const TYPED_MAX = 200

export type SoughtKind = 'entries' | 'units' | 'works'

/** Of a field of the address, and of the one beside it by which one of those offered is chosen. */
export async function soughtIn(
  c: Context<DeskEnv>,
  kind: SoughtKind,
  name: string,
): Promise<Sought> {
  return sought(c, kind, c.req.query(`${name}-of`) || (c.req.query(name) ?? ''))
}

export async function sought(c: Context<DeskEnv>, kind: SoughtKind, text: string): Promise<Sought> {
  const typed = text.normalize('NFC').trim().slice(0, TYPED_MAX)
  if (typed === '') return { typed, chosen: null, offered: [], left: 0 }
  const found = await CALLED[kind](c, typed)
  const [first] = found
  if (first && found.length === 1)
    return { typed: first.label, chosen: first.value, offered: [], left: 0 }
  const offered = found.slice(0, OFFERED_MAX)
  return { typed, chosen: null, offered, left: found.length - offered.length }
}

/** What a list is narrowed to: null where nothing is sought; words that mean nothing yet leave nothing. */
export function narrowedTo({ chosen, typed }: Sought): string | null {
  return chosen ?? (typed === '' ? null : typed)
}

/** Those a name may mean, in the order to offer them; one where the value or the whole label was typed. */
const CALLED: Record<SoughtKind, (c: Context<DeskEnv>, typed: string) => Promise<Choosable[]>> = {
  async entries(c, typed) {
    const { compare } = new Intl.Collator(sourceLocale(c.get('site')), { numeric: true })
    const kind = c.req.query('kind')
    const all = (await listEntryChoices(c.env.services.db))
      .filter((entry) => !kind || entry.kind === kind)
      .map((entry) => {
        const path = entryPath(entry.kind, entry.slug)
        const label = `${nameFor(c, entry.names, path)} (${path})`
        return { value: entry.id, path, label, names: entry.names, slug: entry.slug }
      })
    const meant = all.filter(({ value, path, label }) => [value, path, label].includes(typed))
    const found = meant.length > 0 ? meant : entriesCalled(all, typed)
    const whole = (entry: (typeof all)[number]) =>
      Number(entry.names.some(({ text }) => fold(text) === fold(typed)))
    return found
      .sort((a, b) => whole(b) - whole(a) || compare(a.label, b.label))
      .map(({ value, label }) => ({ value, label }))
  },
  async works(c, typed) {
    const found = await listWorks(c.env.services.db, { words: typed, from: 0, most: OFFERED_MAX })
    return found.map((work) => ({ value: String(work.id), label: workLabel(work) }))
  },
  async units(c, typed) {
    const { db, now } = c.env.services
    const today = localDay(now(), c.get('site').timeZone)
    return presentUnitsCalled(typed, await listUnits(db), today).map(({ code, name }) => ({
      value: code,
      label: `${code} ${name}`,
    }))
  },
}
