/** Where a text may be broken, and how to break it so that its lines are about equally long. */
import LineBreaker from 'linebreak'

/** A dash stays with the word before it, and a span of years in one piece, although UAX #14 lets them part. */
const NO_BREAK_BEFORE = /^[–—&/]/u
const NO_BREAK_AFTER = /[(«“‘]\s*$|\d[–-]$/u

/** The pieces that no line may divide, each with the spaces after it; by UAX #14, and by word in Khmer. */
export function piecesOf(text: string): string[] {
  const breaker = new LineBreaker(text)
  const pieces: string[] = []
  let from = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const before = text.slice(from, next.position)
    const after = text.slice(next.position)
    if (after !== '' && (NO_BREAK_BEFORE.test(after) || NO_BREAK_AFTER.test(before))) continue
    pieces.push(before)
    from = next.position
  }
  return pieces.flatMap((piece) => (KHMER.test(piece) ? khmerWords(piece) : [piece]))
}

const KHMER = /\p{Script=Khmer}/u

/** Khmer is written without spaces between words; UAX #14 leaves it to a dictionary. */
function khmerWords(piece: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of new Intl.Segmenter('km', { granularity: 'word' }).segment(
    piece,
  ))
    if (isWordLike || words.length === 0) words.push(segment)
    else words.push((words.pop() ?? '') + segment)
  return words
}

export function withoutTrailingSpace(line: string): string {
  return line.replace(/[ \u200b]+$/, '')
}

/** The ways to cut `text` into `count` lines; for names of a few words, a few dozen at most. */
function cuts(pieces: readonly string[], count: number): string[][] {
  if (count === 1) return [[pieces.join('')]]
  const ways: string[][] = []
  for (let i = 1; i <= pieces.length - count + 1; i++)
    for (const rest of cuts(pieces.slice(i), count - 1))
      ways.push([pieces.slice(0, i).join(''), ...rest])
  return ways
}

/** Pieces beyond which no name goes: its ways to be cut would be tens of thousands. */
export const PIECES_MAX = 60

/** The way whose widest line is narrowest, spaces at line ends dropped; null when there are too few places, or far too many. */
export function balancedLines(
  text: string,
  count: number,
  width: (line: string) => number,
): string[] | null {
  const pieces = piecesOf(text)
  if (pieces.length > PIECES_MAX) return null
  const ways = cuts(pieces, count).map((way) => way.map(withoutTrailingSpace))
  let [best, least] = [null as string[] | null, Infinity]
  for (const way of ways) {
    const widest = Math.max(...way.map(width))
    if (widest < least) [best, least] = [way, widest]
  }
  return best
}

/** Share of the width that the last line of a paragraph should reach. */
const LAST_LINE = 0.25

/**
 * A paragraph cut into lines no wider than `limit` whose ragged right edge is as even as can be (least
 * squares of the space left); null when a piece alone is wider. `width` measures pieces with their spaces.
 */
export function wrapped(
  pieces: readonly string[],
  widths: readonly { full: number; bare: number }[],
  limit: number,
): string[] | null {
  const cost: number[] = [0]
  const start: number[] = [0]
  for (let end = 1; end <= pieces.length; end++) {
    let [least, best] = [Infinity, -1]
    let length = widths[end - 1]?.bare ?? 0
    for (let from = end - 1; from >= 0; from--) {
      if (from < end - 1) length += widths[from]?.full ?? 0
      if (length > limit) break
      const before = cost[from] ?? Infinity
      const left = (limit - length) / limit
      const last = end === pieces.length
      const own = !last ? left ** 2 : length < LAST_LINE * limit && from > 0 ? 0.3 : 0
      // A small price per line: never more lines than needed for evenness alone.
      const sum = before + own + 0.01
      if (sum < least) [least, best] = [sum, from]
    }
    cost.push(least)
    start.push(best)
  }
  if (cost[pieces.length] === Infinity) return null
  const lines: string[] = []
  for (let end = pieces.length; end > 0; end = start[end] ?? 0)
    lines.unshift(withoutTrailingSpace(pieces.slice(start[end] ?? 0, end).join('')))
  return lines
}
