/**
 * Numbers written in digits within a sentence of Vietnamese, English or Chinese, by their value, so that
 * `1.000`, `1,000`, `1 000`, `1000` and `1千` are the same number. Days and months of dates are left out.
 */
export interface WrittenNumber {
  /** As it stands there: `1.000`. */
  text: string
  /** `1000`; decimals with a point and without zeros at the end: `5.5`. */
  value: string
  /** UTF-16 offset. */
  index: number
  /** The 19 of `thế kỷ 19`, `19th century`, `19世纪`. */
  isCentury: boolean
}

const MONTHS =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const TO = '\\s*(?:[-–—−至到]|to|and|đến|tới|và)\\s*'
const DAY = '(?:[12]?\\d|3[01]|0\\d)(?!\\d)'
const DAYS = `(?<![\\d.,])${DAY}(?:st|nd|rd|th|日)?(?:(?:${TO}|,\\s*)(?:the\\s+|ngày\\s+|mồng\\s+)?${DAY}(?:st|nd|rd|th)?){0,3}`

/** Parts of dates that are neither year nor figure. */
const DATE_PARTS = [
  /(?<![\d/.-])\d{1,2}([/.-])\d{1,2}(?=\1\d{4}(?!\d))/g,
  /(?<=(?<!\d)\d{4})-\d{2}-\d{2}(?!\d)/g,
  new RegExp(`${DAYS}/(?:0?\\d|1[0-2])(?![\\d/])`, 'g'),
  new RegExp(`(?<=(?:ngày|mồng|mùng|hôm|days?)\\s+)${DAYS}`, 'giu'),
  new RegExp(`${DAYS}(?=\\s*(?:tháng|日))`, 'giu'),
  new RegExp(`${DAYS}(?=\\s+(?:of\\s+)?${MONTHS})`, 'g'),
  new RegExp(`(?<=${MONTHS}\\s+)${DAYS}`, 'g'),
  new RegExp(`(?<!\\d)${DAY}(?=(?:st|nd|rd|th)(?!\\p{L}))`, 'giu'),
]

const CENTURIES = [
  /(?<=(?:thế k[ỷỉ]|TK)\s+(?:thứ\s+)?)\d{1,2}(?:\s*(?:[-–—,]|và|đến|tới|sang)\s*\d{1,2}){0,3}(?!\d)/giu,
  /(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:[-–—,]|and|to|or)\s*(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?){0,3}(?=[\s-]centur)/gi,
  /(?<!\d)\d{1,2}(?:\s*[-–—至到、和]\s*\d{1,2}){0,3}(?=\s*世[纪紀])/g,
]

/** `20世纪80、90年代` and `những năm 80, 90 của thế kỷ XX` are the 1980s and the 1990s. */
const DECADES = [
  /(?<century>\d{1,2})\s*世[纪紀]\s*(?<decades>\d0(?:\s*[、和至–—-]\s*\d0)?)(?=\s*年代)/g,
  /(?<=(?:năm|niên)\s+)(?<decades>\d0(?:\s*(?:[,–-]|và)\s*\d0)?)(?:\s+của)?\s+thế k[ỷỉ]\s+(?:thứ\s+)?(?<century>\d{1,2}|XVIII|XIX|XXI?)(?!\p{L})/giu,
]
const ROMAN: Record<string, number> = { XVIII: 18, XIX: 19, XX: 20, XXI: 21 }

/** With or without marks between thousands, and with a decimal comma or point. */
const NUMBER =
  /\d{1,3}(?:([.,\u00a0\u2009\u202f ])\d{3}(?:\1\d{3})*)(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g

const POWERS: readonly (readonly [RegExp, number])[] = [
  [/^\s*[多余來来]?[万萬]|^\s+vạn(?!\p{L})/iu, 1e4],
  [/^\s*[多余来]?[亿億]/u, 1e8],
  [/^\s*[多余来]?千(?![米克瓦])|^\s+(?:nghìn|ngàn|thousand)(?!\p{L})/iu, 1e3],
  [/^\s*[多余来]?百|^\s+(?:trăm|hundred)(?!\p{L})/iu, 100],
  [/^\s*千万/u, 1e7],
  [/^\s*百万|^\s+(?:triệu|million)(?!\p{L})/iu, 1e6],
  [/^\s+(?:tỷ|tỉ|billion)(?!\p{L}|\s+lệ)/iu, 1e9],
]

/** In the order of the text. Roman numerals and numbers in words are none of these. */
export function writtenNumbers(text: string): WrittenNumber[] {
  const digits = text.replace(/[０-９]/g, (one) => String(one.charCodeAt(0) - 0xff10))
  const found: WrittenNumber[] = []
  let rest = digits
  for (const pattern of DECADES) {
    for (const { index, groups = {} } of rest.matchAll(pattern)) {
      const { century = '', decades = '' } = groups
      const first = ((ROMAN[century.toUpperCase()] ?? Number(century)) - 1) * 100
      for (const [decade] of decades.matchAll(/\d0/g))
        found.push({
          text: decade,
          value: String(first + Number(decade)),
          index,
          isCentury: false,
        })
    }
    rest = without(pattern, rest)
  }
  for (const pattern of CENTURIES) {
    for (const { 0: said, index } of rest.matchAll(pattern))
      for (const one of said.matchAll(/\d+/g)) {
        const value = String(Number(one[0]))
        found.push({ text: one[0], value, index: index + one.index, isCentury: true })
      }
    rest = without(pattern, rest)
  }
  for (const pattern of DATE_PARTS) rest = without(pattern, rest)
  for (const match of rest.matchAll(NUMBER)) found.push(...numbersIn(match, rest, found))
  return found.sort((a, b) => a.index - b.index)
}

/** The text with what `pattern` finds blanked out, as long as before. */
function without(pattern: RegExp, text: string): string {
  return text.replace(pattern, (said) => '_'.repeat(said.length))
}

function numbersIn(
  { 0: text, index }: RegExpMatchArray & { index: number },
  from: string,
  before: readonly WrittenNumber[],
): WrittenNumber[] {
  const after = from.slice(index + text.length, index + text.length + 12)
  const power = POWERS.findLast(([pattern]) => pattern.test(after))?.[1] ?? 1
  const plain = plainNumber(text)
  // `1832–37` ends in 1837.
  const first = before.at(-1)
  const isShortEnd =
    /^\d{2}$/.test(text) &&
    first !== undefined &&
    /^1\d{3}$|^20\d\d$/.test(first.text) &&
    /^[-–—]$/.test(from.slice(first.index + 4, index)) &&
    Number(text) > Number(first.text.slice(2))
  const value = isShortEnd ? Number(first.text.slice(0, 2) + text) : plain * power
  return [{ text, value: String(Number(value.toPrecision(15))), index, isCentury: false }]
}

function plainNumber(text: string): number {
  const grouped = /^[1-9]\d{0,2}(?:([.,\u00a0\u2009\u202f ])\d{3}(?:\1\d{3})*)(?:([.,])\d+)?$/.exec(
    text,
  )
  if (!grouped) return Number(text.replace(',', '.').replace(/\s/g, ''))
  const [whole = '', part] = grouped[2]
    ? [text.slice(0, text.lastIndexOf(grouped[2])), text.slice(text.lastIndexOf(grouped[2]) + 1)]
    : [text]
  return Number(whole.replace(/\D/g, '') + (part === undefined ? '' : `.${part}`))
}
