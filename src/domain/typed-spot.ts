/**
 * A spot as a map gives it to be copied: `21.853, 106.761`, `21,853; 106,761`, `21°51'11"B 106°45'40"Đ`. Latitude first.
 */
import { readTypedNumber } from './typed-number.ts'

/** Degrees, with a point. */
export interface TypedSpot {
  lat: string
  lon: string
}

const DEGREES =
  /^([-+]?\d{1,3})°\s?(\d{1,2})['′]\s?(?:(\d{1,2}(?:[.,]\d+)?)["″])?\s?([NSEWBĐTnsewbđt])?$/u
/** Letters behind south and west, in English; in Vietnamese they would be N (nam) and T (tây), which no spot here has. */
const BEHIND_ZERO = /[SWsw]/

/** Null where the text is not two numbers. */
export function readTypedSpot(text: string): TypedSpot | null {
  const plain = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/^[([ ]+|[)\] ]+$/g, '')
  for (const between of [/ ?; ?/, /, /, / /, /,/]) {
    const parts = plain.split(between)
    const [lat, lon] = parts.map(degreesOf)
    // A comma alone may be a decimal one: it parts two numbers only where both have a point.
    const isParted = String(between) !== '/,/' || parts.every((part) => part.includes('.'))
    if (parts.length === 2 && isParted && lat && lon) return { lat, lon }
  }
  // Degrees, minutes and seconds may have blanks between them.
  const [, first = '', second = ''] = /^(.*?["'′″]\s?[NBnb]?),? (\d.*)$/u.exec(plain) ?? []
  const [lat, lon] = [degreesOf(first), degreesOf(second)]
  return lat && lon ? { lat, lon } : null
}

/** `21°51'36"` -> `21.86`; null where it is no number of degrees. */
function degreesOf(text: string): string | null {
  const [, whole, minutes = '0', seconds = '0', letter = ''] = DEGREES.exec(text.trim()) ?? []
  if (whole !== undefined) {
    const size =
      Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds.replace(',', '.')) / 3600
    const sign = whole.startsWith('-') || BEHIND_ZERO.test(letter) ? -1 : 1
    return String(Number((sign * size).toFixed(6)))
  }
  const read = readTypedNumber(text.replace(/ ?[NEBĐ]$/u, ''), 'degrees')
  return read && 'value' in read ? read.value : null
}
