/**
 * A number as people write it: `850m`, `0,9 km`, `1 250`, `1.250,5`. What can be two numbers (`1.250` is 1250 in Viet
 * Nam and 1.25 in a programming language) is never guessed.
 */

/** `degrees` are never in the thousands, so 21.853 can be one number only. */
export type NumberKind = 'metres' | 'millimetres' | 'degrees' | 'plain'

/** `value` with a point and without unit; `either` where both are possible. */
export type TypedNumber = { value: string } | { either: [whole: string, decimal: string] }

const UNITS: Record<NumberKind, Record<string, number>> = {
  metres: { m: 1, mét: 1, met: 1, km: 1000, 'ki-lô-mét': 1000, cm: 0.01, mm: 0.001 },
  millimetres: { mm: 1, cm: 10, m: 1000, mét: 1000 },
  degrees: { '°': 1 },
  plain: {},
}

const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/g

/** Null where it is no number. */
export function readTypedNumber(text: string, kind: NumberKind): TypedNumber | null {
  const plain = text.normalize('NFKC').replace(SPACES, ' ').replace(/[−–]/g, '-').trim()
  const [, sign = '', digits = '', unit = ''] =
    /^([-+]?)([\d.,' ]*\d)\s?(\p{L}[\p{L}-]*|°)?\.?$/u.exec(plain) ?? []
  const factor = unit === '' ? 1 : UNITS[kind][unit.toLowerCase()]
  if (digits === '' || factor === undefined) return null
  const scaled = (number: string) =>
    (sign === '-' ? '-' : '') + String(Number((Number(number) * factor).toPrecision(12)))
  const bare = /^\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?$/.test(digits)
    ? digits.replace(/[ ']/g, '')
    : digits
  if (/^\d+$/.test(bare)) return { value: scaled(bare) }
  const [, before = '', mark = '', after = ''] = /^(\d+)([.,])(\d+)$/.exec(bare) ?? []
  if (mark) {
    const isGrouped = bare === digits && /^[1-9]\d{0,2}$/.test(before) && after.length === 3
    if (!isGrouped || kind === 'degrees') return { value: scaled(`${before}.${after}`) }
    return { either: [scaled(before + after), scaled(`${before}.${after}`)] }
  }
  const grouped = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/.exec(bare)
  if (!grouped) return null
  const whole = (grouped[1] ?? '').replace(/[.,]/g, '')
  return { value: scaled(grouped[3] === undefined ? whole : `${whole}.${grouped[3]}`) }
}
