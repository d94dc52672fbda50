/**
 * CommonMark with tables, read by marked; citations `[^s1]` are tokens of their own. Two points are not CommonMark's:
 * a mark beside Chinese counts as one beside a space would (`是**“五子”**之一` is bold), and only `~~` strikes out.
 */
import { Marked, type Token, type Tokens } from 'marked'
import cjkFriendly from 'marked-cjk-friendly'

/** `[^s1]`; `id` is `s1`. */
export interface CitationToken {
  type: 'citation'
  raw: string
  id: string
}

const CITATION_HERE = /^\[\^([A-Za-z0-9_-]+)\]/

const marked = new Marked(cjkFriendly(), {
  gfm: true,
  extensions: [
    {
      name: 'citation',
      level: 'inline',
      // No `start`: plain text ends before every `[` of itself.
      tokenizer(src): CitationToken | undefined {
        const match = CITATION_HERE.exec(src)
        return match ? { type: 'citation', raw: match[0], id: match[1] ?? '' } : undefined
      },
    },
  ],
  tokenizer: {
    // One wave is a range or an "about": `8~11点，14~17点`.
    del: (src) => (src.startsWith('~~') ? false : undefined),
    // `[^s1]: …` is a citation with a colon, not the definition of a link that would vanish from the page.
    def: (src) => (/^ {0,3}\[\^/.test(src) ? undefined : false),
  },
})

/** Never throws: what marked cannot read becomes one paragraph of plain text. */
export function tokensOf(markdown: string): Token[] {
  try {
    return marked.lexer(markdown)
  } catch {
    const text: Tokens.Text = { type: 'text', raw: markdown, text: markdown, escaped: false }
    return [{ type: 'paragraph', raw: markdown, text: markdown, tokens: [text] }]
  }
}

/** Tokens directly within: list items, table cells (row by row), or inline tokens. */
export function within(token: Token): Token[] {
  if (token.type === 'list') return (token as Tokens.List).items
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    return [header, ...rows].flat().flatMap((cell) => cell.tokens)
  }
  return 'tokens' in token ? (token.tokens ?? []) : []
}

/** The token and everything below it, in the order of the text. Nesting thousands deep overflows the stack. */
export function* walk(token: Token): Generator<Token> {
  yield token
  for (const child of within(token)) yield* walk(child)
}

/** Source ids in order of first appearance, each once. */
export function citationsIn(tokens: readonly Token[]): string[] {
  const ids = new Set<string>()
  for (const token of tokens)
    for (const one of walk(token))
      if (one.type === 'citation') ids.add((one as unknown as CitationToken).id)
  return [...ids]
}

/** What a reader reads: no citations, no pictures, no mark-up; of raw HTML the words between the tags. */
export function wordsOf(token: Token): string {
  switch (token.type) {
    case 'citation':
    case 'image':
    case 'html':
    case 'def':
    case 'hr':
      return ''
    case 'space':
    case 'br':
      return token.type === 'br' ? ' ' : ''
    case 'table':
      return [(token as Tokens.Table).header, ...(token as Tokens.Table).rows]
        .map((row) => row.map((cell) => cell.tokens.map(wordsOf).join('')).join(', '))
        .join('\n')
    case 'list':
      return (token as Tokens.List).items.map(wordsOf).join('\n')
    case 'list_item':
    case 'blockquote':
      return within(token).map(wordsOf).filter(Boolean).join('\n')
    default: {
      const children = within(token)
      if (children.length > 0) return children.map(wordsOf).join('')
      return decoded('text' in token ? String(token.text) : token.raw)
    }
  }
}

/** Those that people type; others stay as they were typed. */
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]+));/g,
    (whole, dec, hex, name) => {
      if (name) return ENTITIES[name as string] ?? whole
      const code = dec ? Number(dec) : parseInt(hex as string, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
