/** What of a page is read aloud, and where on the page each sentence stands. */
import type { Span } from '../../../domain/sentence.ts'

export interface Sentence {
  text: string
  /** The block it stands in, and where within the words of that block. */
  block: Element
  span: Span
}

/** The name, the summary and the text; not what belongs to them for the eye only. */
const READ = 'h1, main .summary, main .body'
const BLOCKS = 'h1, h2, h3, h4, p, li, td, th, dt, dd, blockquote, .body'
const UNREAD = 'sup, figure, pre, [aria-hidden=true], [hidden]'

/** In the order of the page; `split` cuts the words of one block. */
export function sentencesIn(
  page: Document,
  locale: string,
  split: (text: string, locale: string) => Span[],
): Sentence[] {
  const blocks = new Set<Element>()
  for (const root of page.querySelectorAll(READ))
    for (const node of textsIn(root)) {
      const block = node.parentElement?.closest(BLOCKS)
      if (block) blocks.add(block)
    }
  return [...blocks].flatMap((block) => {
    const text = ownTexts(block)
      .map(({ data }) => data)
      .join('')
    return split(text, locale).map((span) => ({
      text: text.slice(span.start, span.end).replace(/\s+/g, ' '),
      block,
      span,
    }))
  })
}

/** The parts of text nodes that a sentence covers, in order. */
export function rangesOf({ block, span }: Sentence): Range[] {
  const ranges: Range[] = []
  let at = 0
  for (const node of ownTexts(block)) {
    const [from, to] = [Math.max(span.start - at, 0), Math.min(span.end - at, node.length)]
    if (from < to) {
      const range = node.ownerDocument.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      ranges.push(range)
    }
    at += node.length
  }
  return ranges
}

/** Text nodes of the block itself, not of blocks within it, without what is not read. */
function ownTexts(block: Element): Text[] {
  return textsIn(block).filter((node) => node.parentElement?.closest(BLOCKS) === block)
}

function textsIn(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (!node.parentElement?.closest(UNREAD)) texts.push(node)
  }
  return texts
}
