/** The names of the fields of a form of facts, and what is typed in them. */
import type { FieldShape, PartKey, FactsPartShape } from './facts-shape.ts'

/** Field name -> what is typed in it, and `names-rows` -> how many rows the list has. */
export type TypedFacts = Readonly<Record<string, string>>

/** Rows that a list may be sent with; a form that claims more is read up to here. */
const ROWS_MOST = 200
/** Rows at the end of a list that wait to be filled. */
export const SPARE_ROWS = 2

/** The place in entry.yaml, as in `names-0-text`: the name of a field and its id. Parts that are '' are left out. */
export function fieldName(...place: readonly (string | number)[]): string {
  return place.filter((part) => part !== '').join('-')
}

/** A list, whatever its items are. */
export function isListed({ shape }: FactsPartShape): boolean {
  return shape !== 'record' && shape !== 'flag'
}

/** Zero where the field is missing or no number. */
export function rowsIn(typed: TypedFacts, key: PartKey): number {
  const rows = Number(typed[fieldName(key, 'rows')] ?? 0)
  return Number.isInteger(rows) && rows > 0 ? Math.min(rows, ROWS_MOST) : 0
}

/** What the names of fields begin with: `names-0`, `names-1`, …; `extent`. */
export function prefixesOf(typed: TypedFacts, part: FactsPartShape): string[] {
  if (!isListed(part)) return [part.key]
  return Array.from({ length: rowsIn(typed, part.key) }, (_, row) => fieldName(part.key, row))
}

/** Names of one field at a prefix; where words are asked per locale, one for each. */
export function namesOf(prefix: string, field: FieldShape, locales: readonly string[]): string[] {
  const name = fieldName(prefix, field.key)
  return field.input === 'words' ? locales.map((locale) => fieldName(name, locale)) : [name]
}

/**
 * For each row of a source without an id, by its prefix: the next free s1, s2, …; rows still to be filled have theirs
 * already.
 */
export function sourceIds(
  typed: TypedFacts,
  sources: FactsPartShape | undefined,
): Map<string, string> {
  const rows = sources ? prefixesOf(typed, sources) : []
  const idOf = (prefix: string) => typed[fieldName(prefix, 'id')]?.trim() ?? ''
  const taken = new Set(rows.map(idOf))
  let next = 0
  const free = () => {
    do next++
    while (taken.has(`s${next}`))
    return `s${next}`
  }
  return new Map(rows.filter((prefix) => idOf(prefix) === '').map((prefix) => [prefix, free()]))
}
