/** Units and entries have names for people and codes for files; locales are those a form asks words in. */
import { isValidOn, type AdminUnit } from '../../../domain/admin-unit.ts'
import {
  entryPath,
  officialName,
  type EntryPath,
  type EntryUnit,
  type Facts,
} from '../../../domain/entry.ts'
import type { Locale } from '../../../domain/locale.ts'
import { fold } from '../../../domain/name.ts'
import { sourceLocale, type Site, localesOf } from '../../../domain/site.ts'
import { presentUnitsCalled, unitsCalled } from '../../../domain/units-called.ts'
import type { EntrySketch } from '../../../store/facts.ts'

/** As in `Phường Tam Thanh (cũ)`. */
const SAID_OLD = /[\s(,-]+cũ\)?$/i

export interface FactsNaming {
  /** As in `05986 Phường Tam Thanh`, with the name the unit had in that span; the code alone where no unit has it. */
  unit: (unit: Pick<EntryUnit, 'code' | 'from' | 'to'>) => string
  /** `Lê Lợi (figures/le-loi)`; the path alone where there is no such entry. */
  entry: (path: EntryPath) => string
  /** Back again, or from a name that only one has; otherwise the text as it is. */
  unitCode: (text: string) => string
  entryPath: (text: string) => string
  /** Entries, as `entry` writes them, that a name may mean. */
  entriesMeant: (text: string) => string[]
  /** Units of today, as `unit` writes them, that a name which is no unit of today may mean. */
  unitsMeant: (text: string) => string[]
  locales: Locale[]
}

/** Everything names follow from. */
interface FactsNamingInput {
  site: Site
  units: readonly AdminUnit[]
  sketches: readonly EntrySketch[]
  /** Of the entry at hand: languages of its pictures' words are asked for too. */
  facts: Pick<Facts, 'images'>
  /** Local day, YYYY-MM-DD: units of a span without dates are meant as of this day. */
  today: string
}

export function namingFor({ site, units, sketches, facts, today }: FactsNamingInput): FactsNaming {
  const names = new Map(
    sketches.map(({ kind, slug, facts: { names } }) => {
      const name = officialName({ names }, sourceLocale(site)) ?? names[0]
      return [entryPath(kind, slug), name?.text ?? slug] as const
    }),
  )
  const described = (facts.images ?? []).flatMap(({ alt }) => Object.keys(alt ?? {}) as Locale[])
  return {
    unit({ code, from, to }) {
      const named = units.filter((unit) => unit.code === code)
      const first = from ?? (to ? '' : today)
      const unit =
        named.find((one) => isValidOn(one, first)) ??
        named.find((one) => to !== undefined && one.validTo === to) ??
        named.at(-1)
      return unit ? `${code} ${unit.name}` : code
    },
    entry(path) {
      const name = names.get(path)
      return name === undefined ? path : `${name} (${path})`
    },
    unitCode(text) {
      const [first = ''] = text.split(/\s/)
      if (units.some(({ code }) => code === first)) return first
      const called = unitsCalled(text, units, today)
      const now = called.filter((unit) => isValidOn(unit, today))
      // A unit of before is meant only where that is said: its name may be known better than what it became.
      const meant = SAID_OLD.test(text) ? called : now
      return meant.length === 1 ? (meant[0]?.code ?? text) : text
    },
    entriesMeant(text) {
      const wanted = fold(text)
      return [...names]
        .filter(([, name]) => wanted !== '' && fold(name).includes(wanted))
        .map(([path, name]) => `${name} (${path})`)
    },
    unitsMeant: (text) =>
      presentUnitsCalled(text, units, today).map(({ code, name }) => `${code} ${name}`),
    entryPath(text) {
      const [, path] = /\(([a-z-]+\/[a-z0-9-]+)\)$/.exec(text) ?? []
      if (path !== undefined) return path
      const called = [...names].filter(([, name]) => fold(name) === fold(text))
      return called.length === 1 ? (called[0]?.[0] ?? text) : text
    },
    locales: [...new Set([...localesOf(site), ...described])],
  }
}
