/** Findings about facts in the words of their form, each with the field it leads to. */
import type { FactsFinding } from '../../content/check-facts.ts'
import type { CheckRule } from '../../domain/check-rules.ts'
import type { Kind } from '../../domain/entry.ts'
import { shortened } from '../../domain/folder.ts'
import { checkMessage } from '../../messages/check-message.ts'
import type { DeskKey, DeskLanguage } from '../../messages/desk-message.ts'
import { fieldName, isListed, namesOf, prefixesOf, type Typed } from '../views/desk/facts-fields.ts'
import type { FactsProblem } from '../views/desk/facts-problems.tsx'
import { partsOf, type PartKey } from '../views/desk/facts-shape.ts'
import type { Say } from '../views/desk/layout.tsx'

/** Where `stele check` would speak of keys and files, a form speaks of fields. */
const SAID: Partial<Record<CheckRule, DeskKey>> = {
  'key.missing': 'facts.said.missing',
  'value.empty': 'facts.said.missing',
  'value.not-number': 'facts.said.notNumber',
  'value.out-of-range': 'facts.said.outOfRange',
  'value.not-whole-number': 'facts.said.notWhole',
  'value.not-one-of': 'facts.said.notOneOf',
  'value.not-a-locale': 'facts.said.notOneOf',
  'value.not-an-entry': 'facts.said.notEntry',
  'value.not-a-slug': 'facts.said.notSlug',
  'value.not-a-source-id': 'facts.said.notSourceId',
  'value.not-a-web-address': 'facts.said.notWebAddress',
  'extent.not-metres': 'facts.said.notMetres',
  'extent.absurd': 'facts.said.absurd',
  'date.malformed': 'facts.said.dateMalformed',
  'date.impossible': 'facts.said.dateImpossible',
  'date.future': 'facts.said.dateFuture',
  'lunar.not-a-day': 'facts.said.notLunarDay',
  'entry.no-name': 'facts.said.noName',
  'entry.no-source': 'facts.said.noSource',
  'figure.living-and-dead': 'facts.said.livingAndDead',
  'name.mention-marks': 'facts.said.mentionMarks',
  'slug.not-from-name': 'facts.said.slugNotFromName',
  'slug.taken': 'facts.said.formerSlugTaken',
  'unit.unknown': 'facts.said.unitUnknown',
  'unit.not-yet-valid': 'facts.said.unitNotYet',
  'unit.abolished': 'facts.said.unitAbolished',
  'position.swapped': 'facts.said.swapped',
  'position.out-of-range': 'facts.said.noSuchPlace',
  'source.unknown': 'facts.said.sourceUnknown',
  'source.no-title': 'facts.said.sourceNoTitle',
  'source.never-cited': 'facts.said.sourceUncited',
  'source.general-knowledge': 'facts.said.generalKnowledge',
  'image.no-credit': 'facts.said.noCredit',
  'image.no-alt': 'facts.said.noAlt',
  'image.missing': 'facts.said.noImage',
  'link.to-itself': 'facts.said.toItself',
}

export function saidOf({ rule, values }: FactsFinding, say: Say, language: DeskLanguage): string {
  const key = SAID[rule]
  // As text: years and codes are no numbers to be grouped by thousands.
  const short = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shortened(String(value))]),
  )
  return key ? say(key, short) : checkMessage(language, { rule, values: short })
}

export interface Shown {
  typed: Typed
  kind: Kind
  locales: readonly string[]
}

/** By the order of the page. `fieldOf` as rawFacts gives it. */
export function problemsOf(
  findings: readonly FactsFinding[],
  fieldOf: (path: FactsFinding['path']) => string,
  { typed, kind, locales }: Shown,
  say: Say,
  language: DeskLanguage,
): FactsProblem[] {
  const places = placesIn({ typed, kind, locales }, say)
  const order = [...places.keys()]
  const problems = findings.map((finding) => {
    const field = nearestPlace(fieldOf(finding.path), places)
    const text = saidOf(finding, say, language)
    return { field, place: places.get(field) ?? '', text, severity: finding.severity }
  })
  return problems.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** Characters nobody sees: they would break a line of print, or show an address backwards. */
export function hasControl(text: string): boolean {
  return CONTROL.test(text)
}

export function controlProblems(shown: Shown, say: Say): FactsProblem[] {
  const lines = fieldsOfLines(shown)
  return [...placesIn(shown, say)].flatMap(([field, place]) =>
    hasControl((shown.typed[field] ?? '').replace(lines.has(field) ? /\n/g : /$^/, ' '))
      ? [{ field, place, text: say('facts.said.control'), severity: 'error' as const }]
      : [],
  )
}

/** Fields that may have several lines. */
function fieldsOfLines({ typed, kind }: Shown): Set<string> {
  const names = partsOf(kind).flatMap((part) =>
    part.fields
      .filter(({ input }) => input === 'lines')
      .flatMap(({ key }) => prefixesOf(typed, part).map((prefix) => fieldName(prefix, key))),
  )
  return new Set(names)
}

/** Id of each part, row and field on the page -> what it is called there. */
function placesIn({ typed, kind, locales }: Shown, say: Say): Map<string, string> {
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
