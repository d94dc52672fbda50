/** Lines of a name that part nothing that belongs together, about equally long. */
import { PIECES_MAX, withoutTrailingSpace } from './line-breaks.ts'
import type { NamePiece } from './local-text.ts'

interface Way {
  lines: string[]
  /** Line ends at loose pieces. */
  loose: number
  widest: number
}

/** How much wider the widest line may be for the sake of what belongs together. */
const WORTH_KEEPING = 1.35

/**
 * The way whose widest line is narrowest; one that parts less is taken where its lines are no wider than
 * `comfortable`, or hardly wider. Null when the pieces are too few, or far too many.
 */
export function balancedPieces(
  pieces: readonly NamePiece[],
  count: number,
  width: (line: string) => number,
  comfortable: number,
): string[] | null {
  if (pieces.length > PIECES_MAX) return null
  const narrowest = new Map<number, Way>()
  for (const way of waysOf(pieces, count)) {
    const widest = Math.max(...way.lines.map(width))
    const best = narrowest.get(way.loose)
    if (!best || widest < best.widest) narrowest.set(way.loose, { ...way, widest })
  }
  const least = Math.min(...[...narrowest.values()].map(({ widest }) => widest))
  const byLoose = [...narrowest.values()].sort((a, b) => a.loose - b.loose)
  const limit = Math.max(comfortable, least * WORTH_KEEPING)
  return byLoose.find(({ widest }) => widest <= limit)?.lines ?? null
}

/** Every way to end `count` lines at the ends of pieces. */
function waysOf(pieces: readonly NamePiece[], count: number): Omit<Way, 'widest'>[] {
  const joined = (some: readonly NamePiece[]) =>
    withoutTrailingSpace(some.map(({ text }) => text).join(''))
  if (count === 1) return [{ lines: [joined(pieces)], loose: 0 }]
  const ways: Omit<Way, 'widest'>[] = []
  for (let i = 1; i <= pieces.length - count + 1; i++)
    for (const rest of waysOf(pieces.slice(i), count - 1))
      ways.push({
        lines: [joined(pieces.slice(0, i)), ...rest.lines],
        loose: rest.loose + (pieces[i - 1]?.isLoose ? 1 : 0),
      })
  return ways
}
