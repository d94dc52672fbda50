/** Names that somebody may have meant: by the slips of the hand (optimal string alignment) between folded words. */

/** Three rows of the table, kept because a search asks some ten thousand times. */
let rows = [0, 1, 2].map(() => new Uint16Array(64)) as [Uint16Array, Uint16Array, Uint16Array]

/**
 * Slips between two words, of which two swapped neighbours are one; more than `most` is told as `most + 1`. By UTF-16
 * units.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  if (a === b) return 0
  if (rows[0].length <= b.length)
    rows = rows.map(() => new Uint16Array(b.length * 2)) as typeof rows
  let [before, row, next] = rows
  for (let j = 0; j <= b.length; j++) row[j] = j
  for (let i = 1; i <= a.length; i++) {
    next[0] = i
    let least = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      let slips = row[j - 1]! + (letter === other ? 0 : 1)
      if (row[j]! + 1 < slips) slips = row[j]! + 1
      if (next[j - 1]! + 1 < slips) slips = next[j - 1]! + 1
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        if (before[j - 2]! + 1 < slips) slips = before[j - 2]! + 1
      next[j] = slips
      if (slips < least) least = slips
    }
    if (least > most) return most + 1
    ;[before, row, next] = [row, next, before]
  }
  return Math.min(row[b.length]!, most + 1)
}

/** Slips forgiven in a text of so many letters: none below four. */
export function slipsForgiven(letters: number): number {
  if (letters < 4) return 0
  return letters < 6 ? 1 : letters < 12 ? 2 : 3
}

/**
 * Words of `known` that each word of a query may stand for, at most 60 for each; those that stand for none are left
 * out. The first eight words of the query count.
 */
export function wordsMeant(asked: string, known: readonly string[]): string[][] {
  const isKnown = new Set(known)
  return asked
    .split(' ')
    .slice(0, 8)
    .flatMap((word) => cutInto(word, isKnown) ?? [word])
    .map((word) => {
      const most = word.length < 6 ? 1 : 2
      return known.filter((other) => slipsBetween(word, other, most) <= most).slice(0, 60)
    })
    .filter((words) => words.length > 0)
}

/** The word cut into known ones, "hoangvanthu" into three; null where it is not made of two or more. */
function cutInto(word: string, known: ReadonlySet<string>): string[] | null {
  if (word.length < 5 || word.length > 40 || known.has(word)) return null
  const cuts: (string[] | null)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    cuts[end] = null
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = cuts[start]
      const piece = word.slice(start, end)
      if (!before || piece.length < 2 || !known.has(piece)) continue
      const best = cuts[end]
      if (!best || before.length + 1 < best.length) cuts[end] = [...before, piece]
    }
  }
  return cuts[word.length] ?? null
}

/** The fewest slips between what was asked and as many words of the name, give or take one; both folded. */
export function slipsInName(asked: string, name: string, most: number): number {
  const words = name.split(' ')
  const wanted = asked.split(' ').length
  let least = most + 1
  for (let count = Math.max(1, wanted - 1); count <= wanted + 2; count++)
    for (let from = 0; from + count <= words.length; from++)
      least = Math.min(least, slipsBetween(asked, words.slice(from, from + count).join(' '), most))
  return least
}

/**
 * Those of `names` within the slips forgiven, the nearest first and else in their order, `limit` at most; the one asked
 * for is none of them.
 */
export function nearNames<Name extends { folded: string }>(
  asked: string,
  names: readonly Name[],
  limit: number,
): Name[] {
  const most = slipsForgiven(asked.length)
  const near = names.flatMap((name) => {
    const slips = slipsInName(asked, name.folded, most)
    return slips > 0 && slips <= most ? [{ name, slips }] : []
  })
  near.sort((a, b) => a.slips - b.slips)
  const seen = new Set<string>()
  return near
    .filter(({ name }) => !seen.has(name.folded) && seen.add(name.folded))
    .slice(0, limit)
    .map(({ name }) => name)
}
