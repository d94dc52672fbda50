/**
 * How words are searched: without marks, đ as d, and Chinese in the simplified script by its characters in twos, for it
 * has no spaces.
 * Text and query go through the same functions.
 */
import type { Kind } from './entry.ts'
import { simplified } from './simplified-characters.ts'

/** Characters of a query; what is longer is cut. */
export const QUERY_MAX = 200

/** Words of a query that count; nobody types more. */
const TERMS_MAX = 12

export type FoundKind = Kind | 'unit'

/** What people call a kind besides its name, so that "phố Lê Lợi" finds what is a "đường" on its board. */
export const KIND_WORDS: Record<Kind, string> = {
  street: 'duong pho street road 街 路',
  figure: 'danh nhan ong ba figure person 人物 名人',
  'heritage-site': 'di san di tich danh thang heritage site 遗产 古迹 遗址 名胜',
  place: 'dia diem noi place 地点',
  walk: 'tuyen di bo tham quan walk tour route 路线 步行',
}

const folds = new Map<string, string>()

/** Lower case, without marks, đ as d, Chinese simplified. The text must be in NFC; offsets in the result are offsets in the text. */
export function foldInPlace(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i)
    let known = folds.get(unit)
    if (known === undefined) folds.set(unit, (known = foldOne(unit)))
    folded += known
  }
  return folded
}

function foldOne(unit: string): string {
  if ('đĐÐðƉɖ'.includes(unit)) return 'd'
  const parts = unit.normalize('NFD')
  const bare = /^.\p{M}+$/u.test(parts) ? parts.charAt(0) : unit
  const lower = bare.toLowerCase()
  return simplified(lower.length === 1 ? lower : unit)
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const HAN_RUN = /\p{Script=Han}+/gu

/** The name or query as words with one space between them: what names are compared by. */
export function foldedWords(text: string): string {
  return (foldInPlace(text.normalize('NFC')).match(WORD) ?? []).join(' ')
}

/** The text as it goes into the index: folded, runs of Chinese as their characters and neighbouring twos. */
export function indexWords(text: string): string {
  return foldInPlace(text.normalize('NFC')).replace(
    HAN_RUN,
    (run) => ` ${[...run].concat(twosOf(run)).join(' ')} `,
  )
}

function twosOf(run: string): string[] {
  const chars = [...run]
  return chars.slice(1).map((char, i) => `${chars[i]}${char}`)
}

/** One word of a query, folded; of Chinese, one run. */
export interface Term {
  text: string
  /** A run of Chinese: found anywhere, not at the start of words. */
  isHan: boolean
  /** The last word may be unfinished. */
  isOpen: boolean
}

/** The words of a query, each once, at most TERMS_MAX; none for a query of marks alone. */
export function termsOf(query: string): Term[] {
  const words = foldedWords(query.normalize('NFKC')).match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu)
  const terms = [...new Set(words ?? [])].slice(0, TERMS_MAX)
  return terms.map((text, i) => {
    const isHan = /^\p{Script=Han}/u.test(text)
    return { text, isHan, isOpen: !isHan && i === terms.length - 1 && text.length > 1 }
  })
}

/** The words of the index that stand for a term. */
export function indexedAs({ text, isHan }: Term): string[] {
  const twos = isHan ? twosOf(text) : []
  return twos.length > 0 ? twos : [text]
}

export interface Hit {
  term: Term
  start: number
  /** Exclusive. */
  end: number
}

/** Where the terms stand in a folded text, in its order, without overlaps. */
export function hitsIn(folded: string, terms: readonly Term[]): Hit[] {
  const hits = terms.flatMap((term) => hitsOf(folded, term))
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return hits.filter((hit) => {
    const isFree = hit.start >= end
    if (isFree) end = hit.end
    return isFree
  })
}

const IN_WORD = /[\p{L}\p{N}\p{M}]/u

function hitsOf(folded: string, term: Term): Hit[] {
  const { text, isHan, isOpen } = term
  const hits = []
  for (let start = folded.indexOf(text); start >= 0; start = folded.indexOf(text, start + 1)) {
    let end = start + text.length
    if (!isHan && IN_WORD.test(folded.charAt(start - 1))) continue
    if (isOpen) while (IN_WORD.test(folded.charAt(end))) end++
    else if (!isHan && IN_WORD.test(folded.charAt(end))) continue
    hits.push({ term, start, end })
  }
  return hits
}

/** Whether every term stands in it. */
export function holdsAll(folded: string, terms: readonly Term[]): boolean {
  return terms.every((term) => hitsOf(folded, term).length > 0)
}

/** How a row was found, the best first. */
export const TIERS = [
  ...(['name-equals', 'name-begins', 'name-holds'] as const),
  ...(['title', 'summary', 'other'] as const),
] as const
export type Tier = (typeof TIERS)[number]

interface Ranked {
  /** Folded. */
  names: readonly string[]
  title: string
  summary: string
}

/** The first tier that fits; `names` are folded, title and summary are not. */
export function tierOf(row: Ranked, asked: string, terms: readonly Term[]): Tier {
  const { names } = row
  if (names.includes(asked)) return 'name-equals'
  if (names.some((name) => name.startsWith(asked))) return 'name-begins'
  if (names.some((name) => holdsAll(name, terms))) return 'name-holds'
  if (holdsAll(foldInPlace(row.title.normalize('NFC')), terms)) return 'title'
  return holdsAll(foldInPlace(row.summary), terms) ? 'summary' : 'other'
}
