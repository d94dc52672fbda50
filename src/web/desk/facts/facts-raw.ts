/** What is typed into the form of facts -> the shape entry.yaml is read into, for the one schema. */
import type { Kind, Review } from '../../../domain/entry.ts'
import type { Path } from '../../../content/yaml-file.ts'
import { readTypedDate } from '../../../domain/typed-date.ts'
import { readTypedSpot } from '../../../domain/typed-spot.ts'
import { readTypedNumber } from '../../../domain/typed-number.ts'
import { fieldName, isListed, prefixesOf, sourceIds, type TypedFacts } from './facts-fields.ts'
import { partsOf, type FieldShape, type FactsPartShape } from './facts-shape.ts'
import type { FactsNaming } from './facts-naming.ts'

type Raw = string | string[] | Record<string, unknown>

export interface RawFacts {
  /** As entry.yaml would be read: texts, lists and maps; numbers and dates still as text. */
  raw: Record<string, unknown>
  /** The field a place in `raw` was typed in: rows left empty, or to be removed, stand in the form only. */
  fieldOf: (path: Path) => string
}

/**
 * Rows left empty or marked for removal are left out; sources without an id get one. `review` is not typed: it is given
 * and taken back elsewhere.
 */
export function rawFacts(
  sent: TypedFacts,
  kind: Kind,
  review: Review,
  naming: FactsNaming,
): RawFacts {
  const typed = withSpot(sent)
  const raw: Record<string, unknown> = { review: { ...review } }
  const kept = new Map<string, string[]>()
  const parts = partsOf(kind)
  const ids = sourceIds(
    typed,
    parts.find(({ key }) => key === 'sources'),
  )
  for (const part of parts) {
    const filled = prefixesOf(typed, part).flatMap((prefix) => {
      const value = typed[fieldName(prefix, 'remove')] ? null : valueAt(prefix, part, typed, naming)
      if (part.key === 'sources' && isMap(value)) value['id'] ??= ids.get(prefix)
      return value === null ? [] : [{ prefix, value }]
    })
    kept.set(
      part.key,
      filled.map(({ prefix }) => prefix),
    )
    const values = filled.map(({ value }) => value)
    if (isListed(part)) {
      if (values.length > 0) raw[part.key] = values
    } else if (part.shape === 'flag') raw[part.key] = values[0] ?? 'false'
    else if (values[0]) raw[part.key] = values[0]
  }
  return {
    raw,
    fieldOf: ([key = '', row, ...rest]) =>
      typeof row === 'number'
        ? fieldName(kept.get(String(key))?.[row] ?? String(key), ...rest)
        : fieldName(key, row ?? '', ...rest),
  }
}

function isMap(value: Raw | null): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Null when nothing is typed there. */
function valueAt(
  prefix: string,
  part: FactsPartShape,
  typed: TypedFacts,
  naming: FactsNaming,
): Raw | null {
  const pairs = part.fields.flatMap((field): [string, Raw][] => {
    if (field.input === 'several') {
      const items = severalIn(typed[fieldName(prefix, field.key)] ?? '')
      return items.length === 0 ? [] : [[field.key, items]]
    }
    if (field.input !== 'words') {
      const text = read(field, typed[fieldName(prefix, field.key)] ?? '', naming)
      return text === '' ? [] : [[field.key, text]]
    }
    const words = naming.locales.flatMap((locale) => {
      const text = typed[fieldName(prefix, field.key, locale)]?.trim()
      return text ? [[locale, text] as const] : []
    })
    return words.length === 0 ? [] : [[field.key, Object.fromEntries(words)]]
  })
  if (pairs.length === 0) return null
  return part.fields[0]?.key === '' ? (pairs[0]?.[1] ?? null) : Object.fromEntries(pairs)
}

/** `1779; 5,5` or `1779, 500`: a comma alone belongs to a number, as Vietnamese writes it. */
function severalIn(typed: string): string[] {
  return typed
    .split(/;|,\s+|\n/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function read({ key, input }: FieldShape, typed: string, naming: FactsNaming): string {
  const text = typed.trim()
  if (input === 'number') return plainNumber(key, text)
  if (input === 'date') return yearFirst(text)
  if (input === 'unit') return naming.unitCode(text)
  if (input === 'entry') return naming.entryPath(text)
  return text
}

/** `0,9 km` -> `900`, `9,5` -> `9.5`; what is no number stays for the schema to judge, and what could be two is asked about. */
function plainNumber(key: string, text: string): string {
  const kind = /M$/.test(key) ? 'metres' : /^(?:lat|lon)$/.test(key) ? 'degrees' : 'plain'
  const read = readTypedNumber(text, kind)
  if (read && 'value' in read) return read.value
  return read ? text.replace('.', ',') : text
}

/** As Vietnamese papers write it (domain/typed-date.ts); what could be two days stays for the schema to judge. */
function yearFirst(text: string): string {
  const read = readTypedDate(text)
  return read && 'value' in read ? read.value : text
}

/** Both numbers, pasted from a map into the first field. */
function withSpot(typed: TypedFacts): TypedFacts {
  const [lat, lon] = [fieldName('position', 'lat'), fieldName('position', 'lon')]
  const spot = typed[lon]?.trim() ? null : readTypedSpot(typed[lat] ?? '')
  return spot ? { ...typed, [lat]: spot.lat, [lon]: spot.lon } : typed
}
