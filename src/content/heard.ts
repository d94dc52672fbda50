/** A text as a screen reader or a voice says it: public words only, sentence by sentence, citations left out. */
import type { Locale } from '../domain/locale.ts'
import type { Text } from '../domain/revision.ts'
import { plainText } from './markdown.ts'

/**
 * Blocks in the order of reading (title, summary, paragraphs, items of lists, rows of tables), each with its sentences;
 * empty ones are left out.
 */
export function heardSentences(
  { title, summary, body }: Pick<Text, 'title' | 'summary' | 'body'>,
  locale: Locale,
): string[][] {
  const cut = new Intl.Segmenter(locale, { granularity: 'sentence' })
  const spoken = plainText(body)
    .split('\n')
    // Where a citation was, its space stays.
    .map((line) => line.replace(/\s+([.,;:!?…])/g, '$1').replace(/\s+/g, ' '))
  return [title, summary, ...spoken].flatMap((block) => {
    const sentences = [...cut.segment(block)].map(({ segment }) => segment.trim()).filter(Boolean)
    return sentences.length > 0 ? [sentences] : []
  })
}
