/**
 * The resolver: what a scan of a short code is answered with. Pure, and total over issued codes:
 * whatever happened to a sign, its code answers.
 */
import type { EntryPath } from './entry.ts'
import type { ShortCode } from './short-code.ts'
import { endOf, type Sign, type SignEvent } from './sign.ts'

export type Destination =
  /** The page of the sign's own entry. */
  | { what: 'entry'; sign: Sign; entry: EntryPath }
  /** The sign has ended; another sign took its place, and that sign's entry is shown with a note. */
  | { what: 'successor'; sign: Sign; successor: Sign; entry: EntryPath; end: SignEvent }
  /** The sign has ended and nothing took its place. */
  | { what: 'gone'; sign: Sign; end: SignEvent }
  | { what: 'never-issued' }

export interface SignHistory {
  sign: Sign
  events: SignEvent[]
}

/**
 * The answer to a scan. `find` answers for every issued code; a chain of successors is followed to its end, a circle is
 * cut.
 */
export function resolve(
  code: ShortCode,
  find: (code: ShortCode) => SignHistory | null,
): Destination {
  const history = find(code)
  if (!history) return { what: 'never-issued' }
  const { sign, events } = history
  const end = endOf(events)
  if (!end) return { what: 'entry', sign, entry: sign.entry }

  const seen = new Set<ShortCode>([code])
  let next = end.successor
  while (next && !seen.has(next)) {
    seen.add(next)
    const heir = find(next)
    if (!heir) break
    const heirEnd = endOf(heir.events)
    if (!heirEnd)
      return { what: 'successor', sign, successor: heir.sign, entry: heir.sign.entry, end }
    next = heirEnd.successor
  }
  return { what: 'gone', sign, end }
}
