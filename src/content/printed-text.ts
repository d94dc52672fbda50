/**
 * What of a text may be printed: nothing withheld, and no statement that only general knowledge stands for.
 * A page can be corrected tomorrow; a panel of metal cannot.
 */
import { citedIds } from '../domain/citation.ts'
import { plainText } from './markdown.ts'
import { tokensOf } from './markdown-tokens.ts'
import { publicText } from './withheld.ts'

/** One or more citations in a row, with the spaces before them. */
const CITATIONS = /(?:\s*\[\^[A-Za-z0-9_-]+\])+/g
/** Behind a citation this ends a sentence for certain; elsewhere a full stop may belong to an abbreviation. */
const SENTENCE_END = /^[.!?…。！？]+["”»’)）」』]*(?=\s|$|\p{Script=Han})/u

/**
 * Paragraphs of `markdown` as plain text, in order; headings, lists and tables are for pages. A paragraph ends before
 * the first statement that cites only `generalKnowledge` (ids of sources), and is left out when nothing stands before
 * it.
 */
export function printedParagraphs(
  markdown: string,
  generalKnowledge: ReadonlySet<string>,
): string[] {
  return tokensOf(publicText(markdown)).flatMap((token) => {
    if (token.type !== 'paragraph') return []
    const text = printedLine(wellSourced(token.raw.trim(), generalKnowledge))
    return text === '' ? [] : [text]
  })
}

/**
 * Markdown as one line of plain text in NFC, without citations and anything withheld; between Chinese characters a line
 * end leaves no space.
 */
export function printedLine(markdown: string): string {
  return plainText(markdown.replace(CITATIONS, ''))
    .replace(/(?<=[\p{Script=Han}，。；：、！？）」』])\s*\n\s*(?=[\p{Script=Han}（「『])/gu, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
    .normalize('NFC')
}

/** Ends at the last sentence that is sure to be borne out. */
function wellSourced(paragraph: string, generalKnowledge: ReadonlySet<string>): string {
  let safe = 0
  for (const { 0: group, index } of paragraph.matchAll(CITATIONS)) {
    if (citedIds(group).every((id) => generalKnowledge.has(id))) return paragraph.slice(0, safe)
    const behind = index + group.length
    const end = SENTENCE_END.exec(paragraph.slice(behind))
    if (end) safe = behind + end[0].length
  }
  return paragraph
}
