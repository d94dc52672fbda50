/** Numbers in texts: borne out by a source or the facts, and the same in every language. */
import { chineseNumeral } from '../domain/chinese-numeral.ts'
import type { Facts } from '../domain/entry.ts'
import { sourceLocale } from '../domain/site.ts'
import { writtenNumbers, type WrittenNumber } from '../domain/written-number.ts'
import type { TextCheck } from './checking.ts'
import { proseByLine } from './prose.ts'
import type { ReadText } from './text-file.ts'

/** Whole numbers below this count things that a reader sees for themselves. */
const COUNTS_BELOW = 13
/** Whole numbers below this are often written in words by one language and in digits by another. */
const COMPARED_FROM = 32

interface PlacedNumber extends WrittenNumber {
  line: number
}

/**
 * Numbers that nothing bears out, each once a text; asked only in an entry where a source says which numbers it bears
 * out. Centuries are borne out by any year in them.
 */
export const checkSupportedNumbers: TextCheck = ({ read, file, entry }, { report }) => {
  const facts = entry.yaml?.facts
  if (!facts?.sources.some(({ attests }) => attests !== undefined)) return
  const known = knownNumbers(facts)
  const said = new Set<string>()
  for (const { text, value, line, isCentury } of numbersOf(read)) {
    const isCount = !isCentury && Number.isInteger(Number(value)) && Number(value) < COUNTS_BELOW
    if (isCount || said.has(value) || known.has(value)) continue
    if (isCentury && [...known].some((year) => Math.ceil(Number(year) / 100) === Number(value)))
      continue
    said.add(value)
    report('text.unsupported-number', file, line, { number: text })
  }
}

/**
 * Numbers of a translation against those of the source, as long as it answers to the source text that stands beside it.
 * Centuries and small numbers are not compared.
 */
export const checkSameNumbers: TextCheck = ({ read, locale, file, entry }, { site, report }) => {
  if (!site || locale === sourceLocale(site)) return
  const original = entry.texts.get(sourceLocale(site))
  if (!original || read.basedOn !== original.revision || read.body === '') return
  const [theirs, ours] = [comparedNumbers(original), comparedNumbers(read)]
  const missing = [...theirs].filter(([value]) => !ours.has(value) && !isInChinese(value, read))
  const added = [...ours].filter(([value]) => !theirs.has(value))
  if (missing.length === 0 && added.length === 0) return
  const list = (some: typeof missing) => some.map(([, { text }]) => text).join('; ') || '–'
  const line = added[0]?.[1].line ?? read.lines.body
  report('text.numbers-differ', file, line, {
    missing: list(missing),
    added: list(added),
    number: original.revision,
    source: `${sourceLocale(site)}.md`,
  })
}

/** Whether the number stands in Chinese numerals: `景兴四十年` is a good translation of `năm Cảnh Hưng thứ 40`. Up to 99. */
function isInChinese(value: string, read: ReadText): boolean {
  const number = Number(value)
  if (!Number.isInteger(number) || number > 99) return false
  const numeral = chineseNumeral(number)
  return proseByLine(read).some(({ text }) => text.includes(numeral))
}

/** Value -> the first place where the number stands. */
function comparedNumbers(read: ReadText): Map<string, PlacedNumber> {
  const compared = numbersOf(read).filter(({ value, isCentury }) => {
    const number = Number(value)
    return !isCentury && (number >= COMPARED_FROM || !Number.isInteger(number))
  })
  return new Map(compared.toReversed().map((number) => [number.value, number]))
}

function numbersOf(read: ReadText): PlacedNumber[] {
  return proseByLine(read).flatMap(({ text, line }) =>
    writtenNumbers(text).map((number) => ({ ...number, line })),
  )
}

/** Values, as writtenNumbers gives them, that sources say they bear out, or that the facts themselves hold. */
function knownNumbers(facts: Facts): Set<string> {
  const { born, died, rank, extent, way } = facts
  const told: unknown[] = [
    ...facts.sources.flatMap(({ attests = [] }) => attests),
    ...facts.names.flatMap(({ text, from, to }) => [text, from, to]),
    ...(facts.namings ?? []).flatMap(({ body, number, date }) => [body, number, date]),
    ...[born, died].flatMap((life) => [life?.date, life?.lunar]),
    ...[rank?.year, rank?.decision],
    ...[extent?.from, extent?.to, extent?.lengthM, extent?.widthM],
    ...[way?.distanceM, way?.minutes],
    ...(facts.adminUnits ?? []).flatMap(({ from, to }) => [from, to]),
    ...(facts.festivals ?? []).flatMap(({ from, to }) => [from, to]),
  ]
  return new Set(told.flatMap((one) => (one === undefined ? [] : valuesIn(String(one)))))
}

/** Values of a text, with the numbers of its days and its parts: `27/2002/NQ-HĐND` is 27 and 2002. */
function valuesIn(text: string): string[] {
  return [
    ...writtenNumbers(text).map(({ value }) => value),
    ...[...text.matchAll(/\d+/g)].map(([digits]) => String(Number(digits))),
  ]
}
