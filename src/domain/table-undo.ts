/** Taking back what an import of a table wrote: row by row, while nothing has come to depend on it. */
import type { EntryPath, Facts, Kind } from './entry.ts'
import { mayHappen, stateOf, type Sign, type SignEvent } from './sign.ts'

/** Why a row stays as it is; each names a sentence of the desk. */
export type UndoObstacle =
  | 'edited'
  | 'published'
  | 'reviewed'
  | 'signs'
  | 'linked'
  | 'pictures'
  | 'settled'
  | 'moved'
  | 'made'

/** What becomes of it: gone with its drafts, as it was before, put away, or retired with its code kept. */
export type UndoAct = 'withdrawn' | 'restored' | 'put-away' | 'retired'

export interface UndoRow {
  what: 'facts' | 'text' | 'sign'
  /** Id of an entry, or a code. */
  subject: string
  /** Where its page at the desk is. */
  kind: Kind
  slug: string
  /** As people call it: the entry's name. */
  name: string
  act: UndoAct
  /** Null where it can be taken back. */
  obstacle: UndoObstacle | null
}

/** The facts of one row as they are now. `before`: null where the import made the entry. */
export interface FactsToUndo {
  id: EntryPath
  kind: Kind
  slug: string
  name: string
  /** Number of the facts that count today. */
  now: number
  /** What counts today is what the import wrote, whatever came between. */
  isAsWritten: boolean
  /** Nothing came between. */
  isLatest: boolean
  before: Facts | null
  /** What has come to depend on an entry since. */
  texts: number
  publications: number
  reviews: number
  signs: number
  links: number
  pictures: number
  settlements: number
}

/** The text of one row as it is now. */
export interface TextToUndo {
  entry: EntryPath
  kind: Kind
  slug: string
  name: string
  /** Number of the latest revision. */
  now: number
  /** The latest revision says what the import wrote, whatever came between. */
  isAsWritten: boolean
  /** Nothing came between. */
  isLatest: boolean
  isPublic: boolean
  isWaiting: boolean
  isRemoved: boolean
  /** Null where there was no text. */
  before: { title: string; summary: string; body: string } | null
}

/** `texts`: of this entry that the import wrote, which are no reason to keep it. */
export function factsObstacle(facts: FactsToUndo, texts: number): UndoObstacle | null {
  if (!facts.isAsWritten) return 'edited'
  if (facts.before !== null) return null
  // It would go with all that somebody has saved of it since.
  if (!facts.isLatest) return 'edited'
  if (facts.publications > 0) return 'published'
  if (facts.signs > 0) return 'signs'
  if (facts.texts > texts) return 'edited'
  if (facts.reviews > 0) return 'reviewed'
  if (facts.links > 0) return 'linked'
  if (facts.pictures > 0) return 'pictures'
  return facts.settlements > 0 ? 'settled' : null
}

/** `isOfMade`: of an entry that the import made, with which it goes. */
export function textObstacle(
  { isAsWritten, isLatest, isPublic, isWaiting, isRemoved }: TextToUndo,
  isOfMade: boolean,
): UndoObstacle | null {
  if (isPublic) return 'published'
  if (!isAsWritten || isRemoved || (isOfMade && !isLatest)) return 'edited'
  return isWaiting ? 'reviewed' : null
}

/** `after`: the sign as the import wrote it, `before` as it was; null where it was issued then. */
export function signObstacle(
  sign: Sign,
  events: readonly SignEvent[],
  { before, after }: { before: Sign | null; after: Sign },
): UndoObstacle | null {
  if (before !== null) return isSame(sign, after) ? null : 'moved'
  const state = stateOf(events)
  if (state !== 'planned') return 'made'
  return mayHappen(state, 'retired') && isSame(sign, after) ? null : 'moved'
}

/** Of what a table can say; the symbol is pinned by the first order. */
function isSame(a: Sign, b: Sign): boolean {
  const told = ({ symbolVersion: _, symbolLevel: __, symbolMask: ___, ...rest }: Sign) =>
    JSON.stringify(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1)))
  return told(a) === told(b)
}
