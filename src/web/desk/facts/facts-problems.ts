/**
 * Findings about facts in the words of their form, each with the field it leads to; what has no field of its own leads
 * to its row, its part, or the page.
 */
import type { FactsFinding } from '../../../content/check-facts.ts'
import type { Kind } from '../../../domain/entry.ts'
import type { DeskLanguage, Say } from '../../../messages/desk-message.ts'
import { fieldName, isListed, namesOf, prefixesOf, type TypedFacts } from './facts-fields.ts'
import type { FactsNaming } from './facts-naming.ts'
import type { FactsProblem } from '../problem-list.tsx'
import { partsOf, type PartKey } from './facts-shape.ts'
import { saidOf } from '../../../messages/facts-said.ts'
import { damageIn } from '../../../domain/damaged-letters.ts'
import { damageSaid } from '../../../messages/letters-said.ts'
import { readTypedDate } from '../../../domain/typed-date.ts'
import { hasControl } from '../../../domain/control-characters.ts'

export interface FactsFormShown {
  typed: TypedFacts
  kind: Kind
  locales: readonly string[]
  /** What a name may mean: units of today, entries; nothing unless told. */
  meant?: Pick<FactsNaming, 'unitsMeant' | 'entriesMeant'>
}

/**
 * In the order of the page. `fieldOf`: the name of the field a place in the facts was typed in, as rawFacts gives it.
 */
export function problemsOf(
  findings: readonly FactsFinding[],
  fieldOf: (path: FactsFinding['path']) => string,
  { typed, kind, locales, meant = NOTHING_MEANT }: FactsFormShown,
  say: Say,
  language: DeskLanguage,
): FactsProblem[] {
  const places = placesIn({ typed, kind, locales }, say)
  const order = [...places.keys()]
  const problems = findings.map((finding) => {
    const field = nearestPlace(fieldOf(finding.path), places)
    const text = askedOf(finding, say, meant) ?? saidOf(finding, say, language)
    return { field, place: places.get(field) ?? '', text, severity: finding.severity }
  })
  return problems.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

/** What was typed may mean two things, and which is asked; null where it means nothing. */
function askedOf(
  { rule, values }: FactsFinding,
  say: Say,
  { unitsMeant, entriesMeant }: NonNullable<FactsFormShown['meant']>,
): string | null {
  if (rule === 'unit.unknown') {
    const value = String(values['code'])
    const meant = unitsMeant(value)
    if (meant.length > 0 && meant.length <= MEANT_MAX)
      return say('facts.said.unitMeant', { value, units: meant.join('; ') })
  }
  if (rule === 'value.not-an-entry') {
    const value = String(values['value'])
    const called = entriesMeant(value)
    if (called.length > 0 && called.length <= MEANT_MAX)
      return say('facts.said.entryMeant', { value, entries: called.join('; ') })
  }
  if (rule !== 'date.malformed') return null
  const value = String(values['value'])
  const read = readTypedDate(value)
  if (read && 'either' in read) {
    const [past, recent] = read.either.map((date) => date.slice(0, 4))
    return say('facts.said.dateCentury', { value, past: past ?? '', recent: recent ?? '' })
  }
  return null
}

const NOTHING_MEANT = { unitsMeant: () => [], entriesMeant: () => [] }

/** More than these are no help. */
const MEANT_MAX = 6

/** Letters nobody sees, and letters that were damaged on their way. */
export function letterProblems(shown: FactsFormShown, say: Say): FactsProblem[] {
  const lines = fieldsOfLines(shown)
  return [...placesIn(shown, say)].flatMap(([field, place]) => {
    const typed = (shown.typed[field] ?? '').replace(lines.has(field) ? /\n/g : /$^/, ' ')
    return lettersWrong(typed, say).map((text) => ({
      field,
      place,
      text,
      severity: 'error' as const,
    }))
  })
}

export function lettersWrong(typed: string, say: Say): string[] {
  const damage = damageIn(typed)
  return [
    ...(hasControl(typed) ? [say('facts.said.control')] : []),
    ...(damage ? [damageSaid(damage, say)] : []),
  ]
}

/** Fields that may have several lines. */
function fieldsOfLines({ typed, kind }: FactsFormShown): Set<string> {
  const names = partsOf(kind).flatMap((part) =>
    part.fields
      .filter(({ input }) => input === 'lines')
      .flatMap(({ key }) => prefixesOf(typed, part).map((prefix) => fieldName(prefix, key))),
  )
  return new Set(names)
}

/** Id of each part, row and field on the page -> what it is called there. */
function placesIn({ typed, kind, locales }: FactsFormShown, say: Say): Map<string, string> {
  const places = new Map([['slug', say('facts.slug')]])
  for (const part of partsOf(kind)) {
    const partName = say(`facts.part.${part.key}`)
    places.set(part.key, partName)
    prefixesOf(typed, part).forEach((prefix, row) => {
      const called = isListed(part)
        ? say('facts.row', { part: partName, number: row + 1 })
        : partName
      places.set(prefix, called)
      for (const field of part.fields)
        for (const name of namesOf(prefix, field, locales))
          if (name !== prefix) places.set(name, `${called} · ${say(field.label)}`)
    })
  }
  return places
}

/** The longest beginning of the name that stands on the page. */
function nearestPlace(field: string, places: ReadonlyMap<string, string>): string {
  const parts = field.split('-')
  for (let length = parts.length; length > 0; length--) {
    const name = fieldName(...parts.slice(0, length))
    if (places.has(name)) return name
  }
  return 'content'
}

/** `names` from `more-names`; null where it is no list of this kind. */
export function listNamed(text: string, kind: Kind): PartKey | null {
  return partsOf(kind).find((part) => isListed(part) && `more-${part.key}` === text)?.key ?? null
}
