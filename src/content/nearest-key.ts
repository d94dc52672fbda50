/**
 * The candidate with the fewest slips of the hand (Levenshtein), in any case, by its first 40 characters; '' when there
 * are none.
 */
export function nearest(word: string, candidates: readonly string[]): string {
  const near = candidates.map((candidate) => ({ candidate, n: slips(word, candidate) }))
  return near.sort((a, b) => a.n - b.n)[0]?.candidate ?? ''
}

/** Letters to be changed, put in or left out, in any case, among the first 40. */
export function slips(a: string, b: string): number {
  const [x, y] = [a.toLowerCase().slice(0, 40), b.toLowerCase().slice(0, 40)]
  let row = Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 1; i <= x.length; i++) {
    const next = [i]
    for (let j = 1; j <= y.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (x[i - 1] === y[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[y.length] ?? 0
}
