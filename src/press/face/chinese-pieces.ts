/** A Chinese name has no spaces: words by dictionary, what the dictionary does not know taken for a name and kept whole. */
import { piecesOf } from './line-breaks.ts'

/** Characters up to which a name is not broken: three of a person, and what was named after them. */
const WHOLE_UP_TO = 6

/** They begin a line rather than end one. */
const JOINING = /^[与和及之至]$/u

/** No piece of one character. */
export function chinesePieces(name: string): string[] {
  if ([...name].length <= WHOLE_UP_TO) return [name]
  const pieces: string[] = []
  for (const word of wordsOf(name)) {
    const last = pieces.at(-1)
    const isAlone = last !== undefined && [...last.trim()].length === 1
    if (last !== undefined && (isAlone || ([...word.trim()].length === 1 && !JOINING.test(word))))
      pieces[pieces.length - 1] = last + word
    else pieces.push(word)
  }
  const last = pieces.at(-1) ?? ''
  return [...last].length === 1 && pieces.length > 1
    ? [...pieces.slice(0, -2), (pieces.at(-2) ?? '') + last]
    : pieces
}

/** Words; where the rules of line breaking let none begin a line, several of them. Other scripts are not divided. */
function wordsOf(name: string): string[] {
  const allowed = new Set<number>()
  let at = 0
  for (const piece of piecesOf(name)) allowed.add((at += piece.length))
  const words: string[] = []
  let word = ''
  at = 0
  for (const run of name.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [])
    for (const segment of HAN.test(run) ? segmentsOf(run) : [run]) {
      word += segment
      at += segment.length
      if (!allowed.has(at)) continue
      words.push(word)
      word = ''
    }
  return words
}

const HAN = /^\p{Script=Han}/u

function segmentsOf(text: string): string[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)
  return Array.from(words, ({ segment }) => segment)
}
