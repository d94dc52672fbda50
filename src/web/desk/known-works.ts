/** A known work, named by its number in a field of a form: what is known of it is filled in where nothing is typed. */
import { WORK_KEYS, workNumber } from '../../domain/work.ts'
import type { Database } from '../../store/database.ts'
import { findWorks } from '../../store/works.ts'

/**
 * `fields`: the field that names the work, with what the names of its other fields begin with; `sources-0-title` with
 * `sources-0-`. A number that is no work's stays as it was typed.
 */
export async function withKnownWorks(
  db: Database,
  typed: Readonly<Record<string, string>>,
  fields: readonly (readonly [name: string, prefix: string])[],
): Promise<Record<string, string>> {
  const named = fields.flatMap(([name, prefix]) => {
    const number = workNumber(typed[name] ?? '')
    return number === null ? [] : [{ name, prefix, number }]
  })
  const filled: Record<string, string> = { ...typed }
  if (named.length === 0) return filled
  const works = await findWorks(
    db,
    named.map(({ number }) => number),
  )
  for (const { name, prefix, number } of named) {
    const work = works.get(number)
    if (!work) continue
    for (const key of WORK_KEYS) filled[`${prefix}${key}`] ||= work[key]
    filled[name] = work.title
  }
  return filled
}

/** The rows of sources in the form of facts. */
export function sourceRows(
  typed: Readonly<Record<string, string>>,
): (readonly [name: string, prefix: string])[] {
  return Object.keys(typed).flatMap((name) => {
    const prefix = /^(sources-\d+-)title$/.exec(name)?.[1]
    return prefix === undefined ? [] : [[name, prefix] as const]
  })
}
