/** Title, summary and body of one text: there, short enough, and finished. */
import { BODY_MAX, characters, SUMMARY_MAX, TITLE_MAX } from '../domain/revision.ts'
import { shortened } from '../domain/folder.ts'
import { sourceLocale } from '../domain/site.ts'
import { TRAILING_PUNCTUATION } from './check-names.ts'
import type { TextCheck } from './checking.ts'
import { tokensOf, wordsOf } from './markdown-tokens.ts'
import { publicText, strayMarks, withheldPassages } from './withheld.ts'

/** Ends a sentence in Latin, Chinese or Khmer writing, with or without closing quotes or brackets. */
const FINISHED = /[.!?…。！？．។៕៖][\p{Pe}\p{Pf}"'”’]*$/u

/** Characters are counted as people count them, not as UTF-16. */
export const checkLengths: TextCheck = ({ read, file }, { report }) => {
  const { title, summary, body, lines } = read
  if (title === '') report('text.no-title', file, lines.title || 1)
  if (summary === '') report('text.no-summary', file, lines.summary || 1)
  if (body === '') report('text.no-body', file, lines.body)
  const parts = [
    ['text.title-too-long', title, TITLE_MAX, lines.title],
    ['text.summary-too-long', summary, SUMMARY_MAX, lines.summary],
    ['text.body-too-long', body, BODY_MAX, lines.body],
  ] as const
  for (const [rule, text, most, line] of parts)
    if (characters(text) > most) report(rule, file, line, { count: characters(text), most })
  if (TRAILING_PUNCTUATION.test(title))
    report('text.title-punctuation', file, lines.title, { title })
}

/**
 * A summary, or a last public paragraph, that does not end as sentences end. "cả nướ": a text pasted in parts often
 * ends in the middle of a sentence.
 */
export const checkEndings: TextCheck = ({ read, file }, { report }) => {
  const { summary, lines } = read
  if (summary !== '' && !FINISHED.test(summary))
    report('text.truncated', file, lines.summary, { end: tail(summary) })

  const body = publicText(read.body)
  const last = tokensOf(body).findLast(({ type }) => type !== 'space' && type !== 'def')
  if (last?.type !== 'paragraph' && last?.type !== 'blockquote') return
  const words = wordsOf(last).trim()
  if (words === '' || FINISHED.test(words)) return
  const line = lines.body + read.body.split('\n').length - 1
  report('text.truncated', file, line, { end: tail(words) })
}

/** A translation says which revision of the source it was made from; the source says nothing. */
export const checkBasedOn: TextCheck = ({ read, locale, file, entry }, { site, report }) => {
  if (!site) return
  const source = sourceLocale(site)
  if (locale === source) {
    if (read.basedOn !== null) report('text.based-on-in-source', file, read.lines.basedOn)
    return
  }
  const original = entry.texts.get(source)
  if (read.basedOn === null)
    report('text.based-on-missing', file, 1, { number: original?.revision ?? 1, source })
  else if (original && read.basedOn > original.revision)
    report('text.based-on-above', file, read.lines.basedOn, {
      basedOn: read.basedOn,
      number: original.revision,
      source: `${source}.md`,
    })
}

/**
 * Marks that look like `::withheld` and are none: they would show to everybody what was to be withheld. Full-width
 * colons count.
 */
const MISSPELT =
  /[:：]{2,}[ \t]*(?!withheld(?![\p{L}\p{N}]))w[a-z]{4,10}|(?<![:：])[:：][ \t]?withheld/giu

/** In title and summary nothing can be withheld. */
export const checkWithheld: TextCheck = ({ read, file }, { report }) => {
  const lineAt = (index: number) =>
    read.lines.body + read.body.slice(0, index).split('\n').length - 1
  for (const key of ['title', 'summary'] as const)
    if (/[:：]{2,}/u.test(read[key]))
      report('text.withheld-in-header', file, read.lines[key], { key })
  for (const { start, isClosed } of withheldPassages(read.body))
    if (!isClosed) report('text.withheld-unclosed', file, lineAt(start))
  const wrong = [
    ...[...read.body.matchAll(MISSPELT)].map(({ index }) => index),
    ...strayMarks(read.body),
  ]
  const lines = new Set<number>()
  for (const index of wrong.sort((a, b) => a - b)) {
    if (lines.has(lineAt(index))) continue
    lines.add(lineAt(index))
    report('text.withheld-misspelt', file, lineAt(index), {
      text: shortened(read.body.slice(index).split('\n')[0] ?? ''),
    })
  }
}

/** The last 30 characters, on one line. */
function tail(text: string): string {
  const chars = [...text.replace(/\s+/g, ' ')]
  return chars.length > 30 ? `…${chars.slice(-30).join('')}` : chars.join('')
}
