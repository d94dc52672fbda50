/** What a reader reads of a text, line by line: no citations, addresses, pictures or withheld passages. */
import type { ReadText } from './text-file.ts'
import { publicTextByLine } from './withheld.ts'

/** A line of the file, as it is read. */
export interface ProseLine {
  text: string
  line: number
}

const NOT_READ = [
  /!\[[^\]]{0,500}\]\([^)]{0,1000}\)/g,
  /\[\^[A-Za-z0-9_-]+\]/g,
  /(?<=\])\([^)]{0,1000}\)/g,
  /https?:\/\/\S+/g,
  /<[^>]{0,500}>/g,
  /^\s*(?:>\s*)?(?:\d{1,9}[.)]|[-*+]|#{1,6})\s/,
]

/** Several checks ask for the lines of one text. */
const KEPT = new WeakMap<ReadText, ProseLine[]>()

/** Title, summary, and the lines of the body that hold anything, in this order. */
export function proseByLine(read: ReadText): ProseLine[] {
  const kept = KEPT.get(read) ?? readLines(read)
  KEPT.set(read, kept)
  return kept
}

function readLines({ title, summary, body, lines }: ReadText): ProseLine[] {
  const below = publicTextByLine(body)
    .split('\n')
    .map((raw, i) => ({ text: readOf(raw), line: lines.body + i }))
  return [
    { text: title, line: lines.title },
    { text: summary, line: lines.summary },
    ...below.filter(({ text }) => text.trim() !== ''),
  ]
}

function readOf(raw: string): string {
  return NOT_READ.reduce((text, pattern) => text.replace(pattern, ''), raw).replace(/[*_`]/g, '')
}
