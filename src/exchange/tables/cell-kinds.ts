/**
 * Cells of a sheet that are not what they show: dates, errors, truths, shares, formulas without a result. A spreadsheet
 * makes dates of what was typed as a name (30/4) or a number (1/2002), and stores what nobody sees.
 */
import { dateFromSerial, format, getFormatDateInfo, getFormatFromId, getFormatInfo } from 'numfmt'
import type { SpecialCell } from './special-cell.ts'
import { attributeOf } from './xml-attribute.ts'

interface Sheet {
  /** XML of the sheet, and the same with words in place of special cells. */
  xml: string
  /** By row, from 1. */
  special: Map<number, SpecialCell[]>
}

const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g
const CELL = /<(\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g
/** A day of 1904 is this much later in the other calendar of Excel. */
const DAYS_TO_1904 = 1462

export function withoutSpecialCells(
  xml: string,
  formats: readonly string[],
  isFrom1904: boolean,
): Sheet {
  const special = new Map<number, SpecialCell[]>()
  let number = 0
  const plain = xml.replace(ROW, (row: string, attributes: string, inner = '') => {
    number = Number(attributeOf(attributes, 'r')) || number + 1
    let column = -1
    const found: SpecialCell[] = []
    const cells = (inner as string).replace(
      CELL,
      (cell, prefix = '', own: string, content = '') => {
        const address = /^([A-Z]+)\d+$/.exec(attributeOf(own, 'r'))?.[1]
        column = address ? columnOf(address) : column + 1
        const one = specialCell(own, content as string, formats, isFrom1904)
        if (!one) return cell as string
        found.push({ ...one, column })
        const at = address ? ` r="${address}${number}"` : ''
        return `<${prefix}c${at} t="inlineStr"><${prefix}is><${prefix}t>?</${prefix}t></${prefix}is></${prefix}c>`
      },
    )
    if (found.length > 0) special.set(number, found)
    return found.length > 0 ? row.replace(inner as string, () => cells) : row
  })
  return { xml: plain, special }
}

/** Format codes by the number of a cell's style. */
export function formatsIn(styles: string): string[] {
  const own = new Map(
    [...styles.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/g)].map(([, attributes = '']) => [
      Number(attributeOf(attributes, 'numFmtId')),
      unescaped(attributeOf(attributes, 'formatCode')),
    ]),
  )
  const used = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return [...used.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].map(([, attributes = '']) => {
    const id = Number(attributeOf(attributes, 'numFmtId'))
    return own.get(id) ?? builtIn(id)
  })
}

/** 14 follows the system's way of writing a day; 27 to 36 and 50 to 58 are days in Chinese, Japanese and Korean. */
function builtIn(id: number): string {
  if (id === 14) return 'dd/mm/yyyy'
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'yyyy-mm-dd'
  return getFormatFromId(id) ?? 'General'
}

function specialCell(
  attributes: string,
  content: string,
  formats: readonly string[],
  isFrom1904: boolean,
): Omit<SpecialCell, 'column'> | null {
  const type = attributeOf(attributes, 't') || 'n'
  const value = unescaped(
    /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1] ?? '',
  ).trim()
  if (type === 'e') return { kind: 'error', shown: value || '#?', value: '' }
  const hasFormula = /<(?:\w+:)?f[\s>/]/.test(content)
  if (hasFormula && value === '' && type !== 'str')
    return { kind: 'no-result', shown: '', value: '' }
  if (type === 'str' && !/<(?:\w+:)?v[\s>/]/.test(content))
    return { kind: 'no-result', shown: '', value: '' }
  if (value === '') return null
  if (type === 'b') {
    const shown = value === '1' ? 'TRUE' : 'FALSE'
    return { kind: 'truth', shown, value: shown }
  }
  if (type === 'd') return { kind: 'date', shown: value.slice(0, 10), value: value.slice(0, 10) }
  if (type !== 'n') return null
  const number = Number(Number(value).toPrecision(15))
  if (!Number.isFinite(number)) return null
  return specialNumber(
    number,
    formats[Number(attributeOf(attributes, 's'))] ?? 'General',
    isFrom1904,
  )
}

function specialNumber(
  number: number,
  code: string,
  isFrom1904: boolean,
): Omit<SpecialCell, 'column'> | null {
  const serial = isFrom1904 ? number + DAYS_TO_1904 : number
  const { type, isDate } = getFormatInfo(code)
  const shown = format(code, isDate ? serial : number, { throws: false })
  if (isDate) return dateCell(serial, code, shown)
  if (type === 'percent') return { kind: 'share', shown, value: shown }
  if (type === 'fraction') return { kind: 'fraction', shown: shown.trim(), value: shown.trim() }
  if (/^0\d+$/.test(shown)) return { kind: 'padded', shown, value: shown }
  const text = String(number)
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? { kind: 'number', shown, value: text } : null
}

function dateCell(serial: number, code: string, shown: string): Omit<SpecialCell, 'column'> {
  const has = getFormatDateInfo(code)
  if (/\[[hms]+\]/i.test(code) || !(has.year || has.month || has.day))
    return { kind: 'time', shown, value: shown }
  const [year = 0, month = 1, day = 1] = dateFromSerial(Math.floor(serial)) ?? []
  if (!has.year) return { kind: 'yearless', shown, value: shown }
  const two = (part: number) => String(part).padStart(2, '0')
  const value = [
    String(year).padStart(4, '0'),
    ...(has.month ? [two(month), ...(has.day ? [two(day)] : [])] : []),
  ].join('-')
  return { kind: 'date', shown, value }
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&')
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
