/** Marks of Markdown that did not become what their writer meant: left standing on the page, or read where none were meant. */
import type { Token, Tokens } from 'marked'
import { shortened } from '../domain/folder.ts'
import type { TextCheck } from './checking.ts'
import { tokensByLine } from './markdown-links.ts'
import { within } from './markdown-tokens.ts'

/** Two or three stars, or two waves, that no other stand beside; or one star before a word and one behind. */
const LEFT =
  /(?<![*\\])\*{2,3}(?!\*)|(?<![~\\])~~(?!~)|(?<![\p{L}\p{N}*\\])\*[^\s*][^*\n]*\*(?!\*)/u
/** No list of ours is so long; years are such numbers. */
const LIST_START_MOST = 99

export const checkMarks: TextCheck = ({ read, file }, { report }) => {
  for (const key of ['title', 'summary'] as const) {
    const left = LEFT.exec(read[key])
    if (left) report('text.marks-left', file, read.lines[key], { text: around(read[key], left) })
  }
  for (const { token, line } of tokensByLine(read)) {
    const left = token.type === 'text' && !('tokens' in token) ? LEFT.exec(token.raw) : null
    if (left) report('text.marks-left', file, line, { text: around(token.raw, left) })
    if (token.type === 'code' && (token as Tokens.Code).codeBlockStyle === 'indented')
      report('text.indented-code', file, line, { text: shortened(token.raw) })
    if (token.type === 'list' && Number((token as Tokens.List).start) > LIST_START_MOST)
      report('text.year-as-list', file, line, { text: shortened(token.raw) })
    const product = productIn(within(token))
    if (product !== null) report('text.product-as-italic', file, line, { text: product })
  }
}

/** `2*3*4`: a star between figures multiplies. */
function productIn(tokens: readonly Token[]): string | null {
  const at = tokens.findIndex(
    ({ type, raw }, i) =>
      type === 'em' && /^\*\s*\d/.test(raw) && /\d\s*$/.test(tokens[i - 1]?.raw ?? ''),
  )
  if (at < 0) return null
  const before = /\S*\s*$/.exec(tokens[at - 1]?.raw ?? '')?.[0] ?? ''
  const after = /^\s*\S*/.exec(tokens[at + 1]?.raw ?? '')?.[0] ?? ''
  return shortened(before + (tokens[at]?.raw ?? '') + after)
}

function around(text: string, { index }: RegExpExecArray): string {
  return shortened(text.slice(Math.max(0, index - 20), index + 40))
}
