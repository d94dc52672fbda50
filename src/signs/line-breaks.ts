/** Where a text may be broken, and how to break it so that its lines are about equally long. */

/** After a space, a zero-width space, or between two Han characters unless one is closing punctuation. */
const BREAK = /(?<= |\u200b)|(?<=\p{Script=Han})(?=\p{Script=Han})/u

/** The ways to cut `text` into `count` lines; for names of a few words, a few dozen at most. */
function cuts(pieces: readonly string[], count: number): string[][] {
  if (count === 1) return [[pieces.join('')]]
  const ways: string[][] = []
  for (let i = 1; i <= pieces.length - count + 1; i++)
    for (const rest of cuts(pieces.slice(i), count - 1))
      ways.push([pieces.slice(0, i).join(''), ...rest])
  return ways
}

/** The way whose widest line is narrowest, spaces at line ends dropped; null when there are too few places. */
export function balancedLines(
  text: string,
  count: number,
  width: (line: string) => number,
): string[] | null {
  const ways = cuts(text.split(BREAK), count).map((way) =>
    way.map((line) => line.replace(/[ \u200b]+$/, '')),
  )
  let [best, least] = [null as string[] | null, Infinity]
  for (const way of ways) {
    const widest = Math.max(...way.map(width))
    if (widest < least) [best, least] = [way, widest]
  }
  return best
}
