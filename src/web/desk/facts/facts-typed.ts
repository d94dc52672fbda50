/** Between facts and what stands in the fields of their form. Nothing is judged here: the schema does that. */
import type { Facts, Kind } from '../../../domain/entry.ts'
import {
  fieldName,
  isListed,
  namesOf,
  prefixesOf,
  rowsIn,
  SPARE_ROWS,
  type TypedFacts,
} from './facts-fields.ts'
import { partsOf, type PartKey, type FactsPartShape } from './facts-shape.ts'
import type { Form } from '../form.ts'
import type { FactsNaming } from './facts-naming.ts'

/**
 * What stands in the fields when the form is opened: units and entries by their names, nothing for what is absent or
 * false, and SPARE_ROWS empty rows at the end of each list.
 */
export function typedFacts(facts: Facts, kind: Kind, naming: FactsNaming): TypedFacts {
  const typed: Record<string, string> = {}
  const put = (name: string, value: unknown) => {
    if (value === undefined || value === false) return
    if (isSeveral(name, value)) typed[name] = value.join('; ')
    else if (value !== null && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) put(fieldName(name, key), inner)
    else typed[name] = String(value)
  }
  for (const part of partsOf(kind)) {
    const value = facts[part.key]
    put(part.key, value)
    const spare = part.shape === 'fixed-rows' ? 0 : SPARE_ROWS
    if (isListed(part))
      put(fieldName(part.key, 'rows'), (Array.isArray(value) ? value.length : 0) + spare)
  }
  facts.adminUnits?.forEach((unit, row) =>
    put(fieldName('adminUnits', row, 'code'), naming.unit(unit)),
  )
  facts.stops?.forEach(({ entry }, row) =>
    put(fieldName('stops', row, 'entry'), naming.entry(entry)),
  )
  for (const key of ['namedAfter', 'related'] as const)
    facts[key]?.forEach((path, row) => put(fieldName(key, row), naming.entry(path)))
  return typed
}

/** A list within a row is typed in one field; other lists have a row for each item. */
function isSeveral(name: string, value: unknown): value is unknown[] {
  return Array.isArray(value) && name.includes('-')
}

/** What was sent, trimmed of nothing; empty fields are left out. `locales`: those in which words are asked. */
export function readTyped(form: Form, kind: Kind, locales: readonly string[]): TypedFacts {
  const typed: Record<string, string> = {}
  const take = (name: string) => {
    const text = form.words(name)
    if (text !== '') typed[name] = text
  }
  for (const part of partsOf(kind)) {
    if (isListed(part)) take(fieldName(part.key, 'rows'))
    for (const prefix of prefixesOf(typed, part)) {
      for (const field of part.fields) namesOf(prefix, field, locales).forEach(take)
      take(fieldName(prefix, 'remove'))
    }
  }
  return typed
}

/** Up to the limit of rows, past which nothing is added. */
export function withMoreRows(typed: TypedFacts, key: PartKey): TypedFacts {
  return { ...typed, [fieldName(key, 'rows')]: String(rowsIn(typed, key) + SPARE_ROWS) }
}

/** What is typed in one part, its count of rows included: by this the forms of two people are compared and joined. */
export function typedIn(typed: TypedFacts, part: FactsPartShape): TypedFacts {
  const own = Object.entries(typed).filter(([name]) => name.split('-')[0] === part.key)
  return Object.fromEntries(own)
}
