/**
 * Short codes: the part of a sign's address that is printed under its QR symbol,
 * as in `HTTPS://QR.LANGSON.GOV.VN/7K3QXC`. People also type them, so the alphabet leaves out look-alikes.
 */

/** 31 characters: no 0, O, 1, I or L. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Five random characters (31^5 = 28.6 million) and one check character. */
export const SHORT_CODE_LENGTH = 6

export type ShortCode = string & { readonly brand: 'ShortCode' }

/**
 * First segments of fixed addresses. A code equal to one of them, in any case, is never issued;
 * test/architecture.test.ts holds this list against the routes.
 */
export const RESERVED_SEGMENTS = [
  'about',
  'admin',
  'api',
  'assets',
  'data',
  'field',
  'healthz',
  'manifest',
  'map',
  'media',
  'packs',
  'parcels',
  'report',
  'robots',
  'search',
  'signs',
  'sitemap',
  'static',
  'sw',
  'units',
  'walks',
] as const

/** Reads what a person typed: any case, any width, spaces or dashes anywhere. Null if it cannot be a code. */
export function parseShortCode(text: string): ShortCode | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '')
  return isCode(digitsOf(code)) ? (code as ShortCode) : null
}

/** Draws of a code; a source that never gives a good one is helped on. */
const DRAWS_MAX = 100

/** `random` returns integers in [0, limit); it is passed in so that tests can fix it. */
export function newShortCode(random: (limit: number) => number): ShortCode {
  for (let draw = 0; ; draw++) {
    const digits = Array.from({ length: SHORT_CODE_LENGTH - 1 }, () => random(ALPHABET.length))
    const first = (digits[0] ?? 0) + Math.max(0, draw - DRAWS_MAX)
    digits[0] = first % ALPHABET.length
    const check = (ALPHABET.length - (weightedSum(digits) % ALPHABET.length)) % ALPHABET.length
    const code = [...digits, check].map((digit) => ALPHABET[digit]).join('') as ShortCode
    if (!isReserved(code) && !isNumberLike(code)) return code
  }
}

/** In any case. */
export function isReserved(code: string): boolean {
  return (RESERVED_SEGMENTS as readonly string[]).includes(code.toLowerCase())
}

/**
 * True for what a spreadsheet reads as a number or a day: 2223E6 is 2.223E9 to it, 2MAR25 the second of March. Never
 * issued; a sign that has such a code keeps it.
 */
export function isNumberLike(code: string): boolean {
  return (
    /^\d*[DE]?\d*$/i.test(code) ||
    /^\d{0,4}(?:JAN|FEB|MAR|APR|MAY|JUNE?|JUL|AUG|SEPT?|OCT|NOV|DEC|THG)\d{0,4}$/i.test(code)
  )
}

/** Printed and read aloud in threes: "7K3 QXC". */
export function spaced(code: ShortCode): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

/**
 * The codes one slip of the hand away from what was typed: one character wrong, missing or too many,
 * or two neighbours swapped. At most a dozen, of which the caller keeps those that were issued. Wrong addresses come
 * by the thousand, so the one character that fits at a place is reckoned, not tried.
 */
export function codesOneSlipAway(typed: string): ShortCode[] {
  const text = typed.toUpperCase().replace(/[\s-]/g, '')
  const digits = digitsOf(text)
  const found = digits.flatMap((_, i) => {
    const [before, after] = [digits.slice(0, i), digits.slice(i)]
    const [here = 0, next = 0, ...rest] = after
    return [
      ...withFitting(before, after.slice(1)),
      ...withFitting(before, after),
      [...before, ...after.slice(1)],
      ...(after.length > 1 ? [[...before, next, here, ...rest]] : []),
    ]
  })
  const codes = [...found, ...withFitting(digits, [])]
    .filter(isCode)
    .map((one) => one.map((digit) => ALPHABET[digit]).join(''))
  return [...new Set(codes)].filter((code) => code !== text) as ShortCode[]
}

/** With the one digit between them that makes a code; none where that would not make six. */
function withFitting(before: number[], after: number[]): number[][] {
  if (before.length + 1 + after.length !== SHORT_CODE_LENGTH) return []
  const weight = SHORT_CODE_LENGTH - before.length
  const short = weightedSum([...before, 0, ...after]) % ALPHABET.length
  const digit = ALPHABET.split('').findIndex(
    (_, one) => (short + one * weight) % ALPHABET.length === 0,
  )
  return [[...before, digit, ...after]]
}

function isCode(digits: number[]): boolean {
  return (
    digits.length === SHORT_CODE_LENGTH &&
    !digits.includes(-1) &&
    weightedSum(digits) % ALPHABET.length === 0
  )
}

function digitsOf(code: string): number[] {
  return [...code].map((char) => ALPHABET.indexOf(char))
}

/**
 * Weights 6, 5, 4, 3, 2, 1. The modulus, 31, is prime and larger than every weight,
 * so one wrong character or two swapped neighbours always change the sum.
 */
function weightedSum(digits: number[]): number {
  return digits.reduce((sum, digit, i) => sum + digit * (SHORT_CODE_LENGTH - i), 0)
}
