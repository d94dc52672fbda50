/**
 * A sign is one physical thing at one spot, with one short code for life. What happened to it are dated
 * events, append-only; its state is derived from them and stored nowhere.
 */
import type { EntryPath, IsoDate } from './entry.ts'
import type { ShortCode } from './short-code.ts'

export const MOUNTS = ['post', 'wall', 'board', 'stand'] as const
export type Mount = (typeof MOUNTS)[number]

export interface Sign {
  code: ShortCode
  entry: EntryPath
  issuedOn: IsoDate
  /** Where it hangs, in words for the person who hangs it. */
  placement: string
  lat: number | null
  lon: number | null
  accuracyM: number | null
  mount: Mount | null
  heightMm: number | null
  readingDistanceMm: number | null
  template: string | null
  faces: number | null
  /** Pinned at first print so that a reprint is the same symbol. */
  symbolVersion: number | null
  symbolLevel: 'L' | 'M' | 'Q' | 'H' | null
  symbolMask: number | null
  /** The code whose place this sign took. */
  replaces: ShortCode | null
  note: string
}

export const SIGN_EVENTS = [
  'ordered',
  'cancelled',
  'printed',
  'installed',
  'verified',
  'damaged',
  'missing',
  'repaired',
  'moved',
  'replaced',
  'retired',
] as const
export type SignEventKind = (typeof SIGN_EVENTS)[number]

export interface SignEvent {
  code: ShortCode
  on: IsoDate
  what: SignEventKind
  by: string
  lat: number | null
  lon: number | null
  /** The sign that answers in its stead: with `replaced` always, with `retired` where there is one. */
  successor: ShortCode | null
  note: string
}

export const SIGN_STATES = [
  'planned',
  'ordered',
  'printed',
  'installed',
  'damaged',
  'missing',
  'replaced',
  'retired',
] as const
export type SignState = (typeof SIGN_STATES)[number]

/** Which state an event leaves the sign in; `null` leaves it as it was. What an order does is told by stateOf. */
const AFTER: Record<SignEventKind, SignState | null> = {
  ordered: null,
  cancelled: null,
  printed: null,
  installed: 'installed',
  verified: null,
  damaged: 'damaged',
  missing: 'missing',
  repaired: 'installed',
  moved: null,
  replaced: 'replaced',
  retired: 'retired',
}

/** Null also for a kind of event that we have never heard of: the database may be newer than we are. */
function stateAfter(what: SignEventKind): SignState | null {
  return Object.hasOwn(AFTER, what) ? AFTER[what] : null
}

/** In order of date; events of one day keep the order in which they were written. */
export function inOrder<Event extends Pick<SignEvent, 'on'>>(events: readonly Event[]): Event[] {
  return [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/**
 * What may happen to a sign in this state, as far as our own acts write it; a folder is taken as its owner wrote it.
 * Nothing happens to a sign that has ended, and what was not ordered cannot be cancelled.
 */
const MOVES: Record<SignState, readonly SignEventKind[]> = {
  planned: ['ordered', 'printed', 'installed', 'moved', 'replaced', 'retired'],
  ordered: ['ordered', 'cancelled', 'printed', 'installed', 'moved', 'replaced', 'retired'],
  printed: [
    'ordered',
    'printed',
    'installed',
    'damaged',
    'missing',
    'moved',
    'replaced',
    'retired',
  ],
  installed: SIGN_EVENTS,
  damaged: SIGN_EVENTS,
  missing: SIGN_EVENTS,
  replaced: [],
  retired: [],
}

export function mayHappen(state: SignState, what: SignEventKind): boolean {
  return MOVES[state].includes(what)
}

/**
 * A replaced or retired sign stays so, whatever is written later; a new plate at the spot has a new code. Orders move a
 * sign that has never hung: what hangs, or hung, is in the street as it is, whatever is being printed for it. A
 * cancellation takes one order back; with the last of them the sign is again what it was before the first.
 */
export function stateOf(events: readonly Pick<SignEvent, 'on' | 'what'>[]): SignState {
  let state: SignState = 'planned'
  let before: SignState = 'planned'
  let open = 0
  for (const { what } of inOrder(events)) {
    if (isEnded(state)) return state
    if (what === 'ordered') open++
    if (what === 'cancelled' && open > 0) open--
    if (what === 'printed') open = 0
    if (state === 'planned' || state === 'ordered' || state === 'printed') {
      if (what === 'ordered' && state !== 'ordered') before = state
      if (what === 'ordered') state = 'ordered'
      else if (what === 'printed') state = 'printed'
      else if (what === 'cancelled' && state === 'ordered' && open === 0) state = before
    }
    state = stateAfter(what) ?? state
  }
  return state
}

export function isEnded(state: SignState): boolean {
  return state === 'replaced' || state === 'retired'
}

/** The event that ended the sign, or null while it lives. */
export function endOf(events: readonly SignEvent[]): SignEvent | null {
  return inOrder(events).find((event) => isEnded(stateAfter(event.what) ?? 'planned')) ?? null
}

/**
 * The day on which a sign was last printed or, as long as nobody said so, ordered; null when neither happened. An order
 * that was cancelled printed nothing.
 */
export function printedOn(events: readonly Pick<SignEvent, 'on' | 'what'>[]): IsoDate | null {
  const ordered: IsoDate[] = []
  let printed: IsoDate | null = null
  for (const { on, what } of inOrder(events)) {
    if (what === 'printed') printed = on
    if (what === 'ordered') ordered.push(on)
    if (what === 'cancelled') ordered.pop()
  }
  return printed ?? ordered.at(-1) ?? null
}

/**
 * Where a sign is believed to be: its last move or installation that says where, else where the register put it; null
 * when nobody knows.
 */
export function positionOf(
  sign: Pick<Sign, 'lat' | 'lon'>,
  events: readonly Pick<SignEvent, 'on' | 'what' | 'lat' | 'lon'>[],
): { lat: number; lon: number } | null {
  const moved = inOrder(events).findLast(
    (event) =>
      (event.what === 'moved' || event.what === 'installed') &&
      event.lat !== null &&
      event.lon !== null,
  )
  const { lat, lon } = moved ?? sign
  return lat === null || lon === null ? null : { lat, lon }
}

/** An address that is already on a sign in the street, and the entry it leads to. */
export interface LegacyCode {
  /** As it stands in the symbol, with its host; or from its path on. */
  address: string
  entry: EntryPath
  /** The sign's own code, once it has one. */
  code: ShortCode | null
  note: string
}
