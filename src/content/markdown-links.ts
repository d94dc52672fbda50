/** Links, pictures and raw HTML of a body, each with its line in the file. */
import type { Token, Tokens } from 'marked'
import type { EntryPath } from '../domain/entry.ts'
import { isRelative, linkedEntry } from './address.ts'
import { tokensOf, within } from './markdown-tokens.ts'
import type { ReadText } from './text-file.ts'
import { wholeText } from './withheld.ts'

/** A token of marked, with its line in the file from 1. */
export interface PlacedToken {
  token: Token
  line: number
}

export interface PlacedLink {
  href: string
  line: number
  /** The entry it leads to, which may not exist; null when it leads elsewhere. */
  entry: EntryPath | null
  isInternal: boolean
}

/** Top-level blocks in their order, the first of which begins on `firstLine`. */
export function blocksByLine(markdown: string, firstLine: number): PlacedToken[] {
  let line = firstLine
  return tokensOf(markdown).map((token) => {
    const placed = { token, line: line + leadingLines(token.raw) }
    line += newlines(token.raw)
    return placed
  })
}

/** The token and everything below it, in the order of the text; a line is that on which the token's own text begins. */
export function* walkByLine({ token, line }: PlacedToken): Generator<PlacedToken> {
  yield { token, line }
  let from = 0
  for (const child of within(token)) {
    const found = token.raw.indexOf(child.raw, from)
    const at = found < 0 ? from : found
    yield* walkByLine({ token: child, line: line + newlines(token.raw.slice(0, at)) })
    from = found < 0 ? from : found + child.raw.length
  }
}

/** Links of the whole text, withheld passages included, in their order. */
export function linksIn(read: ReadText, from: EntryPath): PlacedLink[] {
  return tokensByLine(read).flatMap(({ token, line }) => {
    if (token.type !== 'link') return []
    const { href } = token as Tokens.Link
    const isInternal = isRelative(href) || /^\/(?!\/)/.test(href)
    return [{ href, line, isInternal, entry: isInternal ? linkedEntry(href, from) : null }]
  })
}

/** Tokens of a text that was walked already: several checks ask for them. */
const READ = new WeakMap<ReadText, PlacedToken[]>()

/** Every token of the whole text, withheld passages included. Empty for a text nested too deep to walk. */
export function tokensByLine(read: ReadText): PlacedToken[] {
  const known = READ.get(read) ?? walkedByLine(read)
  READ.set(read, known)
  return known
}

function walkedByLine(read: ReadText): PlacedToken[] {
  try {
    const blocks = blocksByLine(wholeText(read.body), read.lines.body)
    return blocks.flatMap((placed) => [...walkByLine(placed)])
  } catch {
    return []
  }
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}

function leadingLines(raw: string): number {
  return newlines(/^\s*/.exec(raw)?.[0] ?? '')
}
