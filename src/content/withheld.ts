/**
 * `::withheld … ::` wraps a passage that is not public, inside a sentence or around whole paragraphs.
 * Everything here errs towards withholding: a passage that is never closed reaches to the end of the text.
 * Colons typed on a Chinese keyboard (：) count as well.
 */

/** Opens a passage: two or more colons and the word, in any case and spacing. */
const OPENER = /[:：]{2,}[ \t]*withheld(?![\p{L}\p{N}])/iu
/** Opens or closes. A closing `::` has no letter, digit or colon right behind it, as in `fe80::1` or `C::D`. */
const MARK = /[:：]{2,}[ \t]*withheld(?![\p{L}\p{N}])|[:：]{2,}(?![\p{L}\p{N}:：])/giu
/** Punctuation that belongs to what stands before the passage. */
const CLOSES_SENTENCE = /^[.,;:!?)\]}»”’。，；：！？）」』។]/u

/** A withheld passage with its marks. */
export interface Passage {
  /** UTF-16 offsets; `end` is exclusive and includes the closing mark. */
  start: number
  end: number
  isClosed: boolean
}

/** In the order of the text, the outermost only: passages within passages belong to them. */
export function withheldPassages(markdown: string): Passage[] {
  return scan(markdown).passages
}

/** Offsets of `::` that close nothing: as a rule, the word behind an opening `::` is misspelt. */
export function strayMarks(markdown: string): number[] {
  return scan(markdown).stray
}

function scan(markdown: string): { passages: Passage[]; stray: number[] } {
  const passages: Passage[] = []
  const stray: number[] = []
  let depth = 0
  let start = 0
  for (const match of markdown.matchAll(MARK)) {
    if (OPENER.test(match[0])) {
      if (depth === 0) start = match.index
      depth++
    } else if (depth === 0) stray.push(match.index)
    else if (--depth === 0)
      passages.push({ start, end: match.index + match[0].length, isClosed: true })
  }
  if (depth > 0) passages.push({ start, end: markdown.length, isClosed: false })
  return { passages, stray }
}

/** The text without its withheld passages: the only form that may reach a page, a pack, search or print. */
export function publicText(markdown: string): string {
  return cut(markdown, (_, { fromLineStart, toLineEnd, isBeforePunctuation }) => {
    if (fromLineStart && toLineEnd) return '\n\n'
    return fromLineStart || toLineEnd || isBeforePunctuation ? '' : ' '
  }).replace(/^\n+|\s+$/g, '')
}

/** The public text with every line where it was, for checks that tell lines; what is withheld becomes spaces. */
export function publicTextByLine(markdown: string): string {
  return cut(markdown, (passage) => passage.replace(/[^\n]+/g, ' '))
}

/**
 * The whole text, withheld passages included but without their marks, every character where it was: for checks of the
 * owner's copy.
 */
export function wholeText(markdown: string): string {
  const closers = new Set(withheldPassages(markdown).map(({ end }) => end))
  return markdown.replace(MARK, (mark, index: number) =>
    OPENER.test(mark) || closers.has(index + mark.length) ? ' '.repeat(mark.length) : mark,
  )
}

interface PassageSurroundings {
  fromLineStart: boolean
  toLineEnd: boolean
  isBeforePunctuation: boolean
}

/**
 * The text with every passage cut out. Cutting may bring two halves of another mark together; so until nothing is left
 * to cut, and '' where that does not end within a hundred rounds.
 */
function cut(
  markdown: string,
  gapFor: (passage: string, around: PassageSurroundings) => string,
): string {
  let text = markdown
  for (let round = 0; round < 100; round++) {
    const passages = withheldPassages(text)
    if (passages.length === 0) return text
    for (const { start, end } of passages.reverse()) {
      const before = text.slice(0, start).replace(/[ \t]+$/, '')
      const after = text.slice(end).replace(/^[ \t]+/, '')
      const gap = gapFor(text.slice(start, end), {
        fromLineStart: before === '' || before.endsWith('\n'),
        toLineEnd: after === '' || after.startsWith('\n'),
        isBeforePunctuation: CLOSES_SENTENCE.test(after),
      })
      text = before + gap + after
    }
  }
  return ''
}
