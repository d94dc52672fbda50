/** Units as they came back, and whether anybody has translated them. */
export interface ReadUnit {
  /** A mark is `{ id }` of its `ph`. */
  source: Inline[]
  /** Null when any segment has none. */
  target: Inline[] | null
}
export type Inline = string | { id: string }

/** A tool fills targets with their sources: where all are, nobody has translated yet, whatever it calls their state. */
export function withoutCopies(units: ReadonlyMap<string, ReadUnit>): ReadonlyMap<string, ReadUnit> {
  const filled = [...units.values()].filter(({ source, target }) => target && hasWords(source))
  if (filled.length < 2 || !filled.every(({ source, target }) => isSame(source, target ?? [])))
    return units
  return new Map([...units].map(([id, { source }]) => [id, { source, target: null }]))
}

/** The same words, for as far as there are any: a year or a citation is the same in every language. */
export function isSame(source: readonly Inline[], target: readonly Inline[]): boolean {
  return hasWords(source) && plain(source) === plain(target)
}

function hasWords(inline: readonly Inline[]): boolean {
  return /\p{L}/u.test(plain(inline))
}

function plain(inline: readonly Inline[]): string {
  return inline
    .map((one) => (typeof one === 'string' ? one : ' '))
    .join('')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}
