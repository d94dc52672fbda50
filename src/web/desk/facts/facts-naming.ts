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
import type { EntrySketch } from '../../../store/facts.ts'

export interface FactsNaming {
  /** As in `05986 Phường Tam Thanh`, with the name the unit had in that span; the code alone where no unit has it. */
  unit: (unit: Pick<EntryUnit, 'code' | 'from' | 'to'>) => string
  /** `Lê Lợi (figures/le-loi)`; the path alone where there is no such entry. */
  entry: (path: EntryPath) => string
  /** Back again, or from a name that only one has; otherwise the text as it is. */
  unitCode: (text: string) => string
  entryPath: (text: string) => string
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
      const called = units.filter(
        (unit) => isValidOn(unit, today) && fold(unit.name) === fold(text),
      )
      return called.length === 1 ? (called[0]?.code ?? text) : text
    },
    entryPath(text) {
      const [, path] = /\(([a-z-]+\/[a-z0-9-]+)\)$/.exec(text) ?? []
      if (path !== undefined) return path
      const called = [...names].filter(([, name]) => fold(name) === fold(text))
      return called.length === 1 ? (called[0]?.[0] ?? text) : text
    },
    locales: [...new Set([...localesOf(site), ...described])],
  }
}
