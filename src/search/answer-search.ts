/** One question asked of the index: what is found, by kind, and what may have been meant. */
import type { AdminUnit } from '../domain/admin-unit.ts'
import { KINDS } from '../domain/entry.ts'
import { excerptOf, type Excerpt } from '../domain/excerpt.ts'
import { readingsOf } from '../domain/abbreviation.ts'
import { nearNames, wordsMeant } from '../domain/near-name.ts'
import {
  foldedWords,
  foldInPlace,
  holdsAll,
  termsOf,
  tierOf,
  TIERS,
  type FoundKind,
  type Term,
} from '../domain/search.ts'
import { codesOneSlipAway, type ShortCode } from '../domain/short-code.ts'
import type { Database } from '../store/database.ts'
import {
  BY_NAME_MAX,
  BY_TEXT_MAX,
  listCandidates,
  listFoundEntries,
  listFoundTexts,
  listNamesOf,
  listSyllables,
  type FoundEntry,
  type FoundText,
  type NameFound,
  type SearchCandidate,
} from '../store/search-rows.ts'
import { listIssued } from '../store/signs.ts'
import { listUnits } from '../store/site-settings.ts'

export const FOUND_KINDS: readonly FoundKind[] = [...KINDS, 'unit']

/** Results of a kind shown at first. */
const SHOWN = 10
/** Results shown where only one kind is asked for. */
const SHOWN_OF_ONE_KIND = 100
/** Results below which a search that hits none by a name, title or summary is taken for a slip. */
const FEW = 3
/** Names offered instead. */
const MEANT_MAX = 3

/** A name with the hit in it, as it is written. */
export interface FoundName {
  text: string
  locale: string
  excerpt: Excerpt
}

export interface EntryResult {
  entry: FoundEntry
  /** The name that was hit, where the title does not show it; null where it does, or no name was. */
  name: FoundName | null
  /** What of a text is shown below; null where the index has none in this language. */
  snippet: { locale: string; excerpt: Excerpt } | null
}

export interface UnitResult {
  unit: AdminUnit
  /** Units that took its territory when it ceased to be; none while it exists. */
  successors: AdminUnit[]
}

/** One kind of what was found, with how many there are and those that are shown. */
export interface SearchGroup {
  kind: FoundKind
  count: number
  entries: EntryResult[]
  units: UnitResult[]
}

/** Groups in the order of their best result. */
export interface SearchFindings {
  terms: Term[]
  groups: SearchGroup[]
  /** True when there may be more than was counted. */
  isMore: boolean
  /** Offered only where next to nothing was found. */
  meant: { names: NameFound[]; codes: ShortCode[] }
}

interface SearchQuestion {
  q: string
  /** Only results of this kind. */
  kind: FoundKind | null
  /** The locale whose title an entry is shown by, for a snippet in the same. */
  titleLocale: (entry: FoundEntry) => string
  wished: string
}

export async function search(db: Database, question: SearchQuestion): Promise<SearchFindings> {
  const { terms, asked, candidates } = await firstReading(db, question.q)
  const ranked = rank(candidates, asked, terms, question.wished)
  const limit = question.kind ? SHOWN_OF_ONE_KIND : SHOWN
  const kinds = question.kind ? [question.kind] : FOUND_KINDS
  const sorted = kinds
    .map((kind) => ({ kind, all: ranked.filter((one) => one.kind === kind) }))
    .filter(({ all }) => all.length > 0)
    .sort((a, b) => (a.all[0]?.tier ?? 0) - (b.all[0]?.tier ?? 0))
    .map(({ kind, all }) => ({ kind, count: all.length, shown: all.slice(0, limit) }))
  const shown = sorted.flatMap((group) => group.shown)
  const results = await resultsFor(db, shown, terms, question)
  const groups = sorted.map(({ kind, count, shown: found }) => ({
    kind,
    count,
    entries: found.flatMap((one) => results.entries.get(one.subject) ?? []),
    units: found.flatMap((one) => results.units.get(one.subject) ?? []).sort(todaysFirst),
  }))
  const isSlip = ranked.length < FEW && ranked.every((one) => TIERS[one.tier] === 'other')
  return {
    terms,
    groups,
    isMore: isFull(candidates),
    meant: isSlip ? await meantBy(db, asked, question) : { names: [], codes: [] },
  }
}

/** The first reading of the query that finds anything; the query as it stands where none does. */
async function firstReading(db: Database, q: string) {
  for (const reading of readingsOf(q)) {
    const read = await candidatesFor(db, reading)
    if (read.candidates.length > 0) return read
  }
  return { terms: termsOf(q), asked: foldedWords(q.normalize('NFKC')), candidates: [] }
}

async function candidatesFor(db: Database, q: string) {
  const terms = termsOf(q)
  const asked = foldedWords(q.normalize('NFKC'))
  const near = await listCandidates(db, asked, terms, true)
  const candidates = near.length > 0 ? near : await listCandidates(db, asked, terms, false)
  return { terms, asked, candidates }
}

interface RankedEntry extends SearchCandidate {
  /** An index of TIERS. */
  tier: number
  /** The locale of the text that was hit, the reader's own if it is one of them; '' for none. */
  hit: string
}

/** Each subject once, the best first: by the tier, then the shorter name, then the reader's language. */
function rank(
  candidates: readonly SearchCandidate[],
  asked: string,
  terms: readonly Term[],
  wished: string,
): RankedEntry[] {
  const found = new Map<string, RankedEntry>()
  for (const candidate of candidates) {
    const tier = TIERS.indexOf(tierOf(candidate, asked, terms))
    const one = { ...candidate, tier, hit: candidate.locale }
    const known = found.get(one.subject)
    if (!known) found.set(one.subject, one)
    else {
      const [first, second] = order(one, known, wished) < 0 ? [one, known] : [known, one]
      const own = [first.hit, second.hit].find((locale) => locale === wished)
      found.set(one.subject, { ...first, hit: own ?? (first.hit || second.hit) })
    }
  }
  return [...found.values()].sort((a, b) => order(a, b, wished))
}

function order(a: RankedEntry, b: RankedEntry, wished: string): number {
  const own = Number(b.hit === wished) - Number(a.hit === wished)
  return a.tier - b.tier || lengthOf(a) - lengthOf(b) || own
}

/** Letters of the shortest name; 0 at a text, which has none. */
function lengthOf({ names }: SearchCandidate): number {
  return names.length > 0 ? Math.min(...names.map((name) => name.length)) : 0
}

async function resultsFor(
  db: Database,
  shown: readonly RankedEntry[],
  terms: readonly Term[],
  { titleLocale }: SearchQuestion,
) {
  const subjects = shown.filter((one) => one.kind !== 'unit').map((one) => one.subject)
  const entries = await listFoundEntries(db, subjects)
  const wanted = shown.flatMap(({ subject, hit }) => {
    const entry = entries.get(subject)
    return entry ? [[subject, hit || titleLocale(entry)] as const] : []
  })
  const texts = new Map((await listFoundTexts(db, wanted)).map((text) => [text.subject, text]))
  const results = new Map<string, EntryResult>()
  for (const entry of entries.values()) {
    const text = texts.get(entry.id)
    const snippet = text ? { locale: text.locale, excerpt: snippetOf(text, terms) } : null
    const title = entry.titles[titleLocale(entry)] ?? ''
    results.set(entry.id, { entry, name: nameHit(entry, title, terms), snippet })
  }
  const units = shown.some((one) => one.kind === 'unit') ? await listUnits(db) : []
  return { entries: results, units: new Map(units.map((unit) => unitResult(unit, units))) }
}

/** The summary, or a line of the body that holds more of the terms; unmarked where neither holds the most of them. */
function snippetOf({ summary, body }: FoundText, terms: readonly Term[]): Excerpt {
  let best = excerptOf(summary, terms)
  if (best.terms < terms.length)
    for (const line of body.split('\n')) {
      const one = excerptOf(line, terms)
      if (one.terms > best.terms) best = one
    }
  return best.terms > terms.length / 2 ? best : excerptOf(summary, [])
}

function nameHit({ facts }: FoundEntry, title: string, terms: readonly Term[]): FoundName | null {
  const isHit = (text: string) => holdsAll(foldInPlace(text.normalize('NFC')), terms)
  const name = isHit(title) ? undefined : facts.names.find(({ text }) => isHit(text))
  if (!name) return null
  const { text, locale } = name
  return { text, locale, excerpt: excerptOf(text.normalize('NFC'), terms) }
}

/** Whether a limit of listCandidates was reached, so that there may be more. */
function isFull(candidates: readonly SearchCandidate[]): boolean {
  const texts = candidates.filter((one) => one.locale !== '').length
  return texts >= BY_TEXT_MAX || candidates.length - texts >= BY_NAME_MAX
}

function todaysFirst(a: UnitResult, b: UnitResult): number {
  return Number(a.unit.validTo !== '') - Number(b.unit.validTo !== '')
}

function unitResult(unit: AdminUnit, units: readonly AdminUnit[]): [string, UnitResult] {
  const successors = units.filter(
    ({ code, validFrom }) => validFrom === unit.validTo && unit.successors.includes(code),
  )
  return [`units/${unit.code}/${unit.validFrom}`, { unit, successors }]
}

/**
 * What may have been meant: names a few slips away, those in the reader's language first, and issued codes one slip
 * away where a code may have been typed.
 */
async function meantBy(
  db: Database,
  asked: string,
  { q, wished }: SearchQuestion,
): Promise<SearchFindings['meant']> {
  const like = await listNamesOf(db, wordsMeant(asked, await listSyllables(db)))
  const own = like.filter((name) => name.locale === wished)
  const names = nearNames(asked, [...own, ...like], MEANT_MAX)
  const typed = q.replace(/[\s-]/g, '')
  const mayBeCode = /^(?=.*\d)[0-9a-z]{5,7}$/i.test(typed)
  return { names, codes: mayBeCode ? await listIssued(db, codesOneSlipAway(typed)) : [] }
}
