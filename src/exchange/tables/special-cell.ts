/**
 * A cell that is not what it shows. `yearless`: a day to which the spreadsheet added a year nobody typed; `padded`: a
 * number with zeros before it, as a code has; `number`: one whose text could be read as another.
 */
export const CELL_KINDS = [
  ...(['date', 'yearless', 'time', 'error', 'truth', 'share', 'fraction'] as const),
  ...(['no-result', 'padded', 'number'] as const),
] as const

export type CellKind = (typeof CELL_KINDS)[number]

export interface SpecialCell {
  /** From 0. */
  column: number
  kind: CellKind
  /** As the sheet shows it. */
  shown: string
  /** A date no more precise than it is shown, as in `1909-11`; otherwise what stands in for the cell. */
  value: string
}

const ERROR =
  /^#(?:(?:NULL|DIV\/0|VALUE|REF|NUM|SPILL|CALC|BLOCKED|UNKNOWN|FIELD|CONNECT|BUSY|GIÁTRỊ|THAM CHIẾU)!|NAME\?|TÊN\?|N\/A|GETTING_DATA|#+)$/u

/** As CSV has it: `#REF!`, or `####` where a column was too narrow. */
export function isErrorText(text: string): boolean {
  return ERROR.test(text) || /^Err:\d{3}$/.test(text)
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?\\d{1,2})[a-z]*'
const SHORT_DAY = new RegExp(
  `^(?:\\d{1,4}[-/ ]${MONTH}(?:[-/ ]\\d{2,4})?|${MONTH}[-/ ]\\d{2,4})$`,
  'iu',
)

/** As CSV has what a spreadsheet took for a day: `30-Apr`, `Jan-02`, `30-thg 4`. */
export function isShortDay(text: string): boolean {
  return SHORT_DAY.test(text)
}

/** `2.22E+09`: digits are gone. */
export function isRounded(text: string): boolean {
  return /^-?\d(?:[.,]\d+)?E[+-]\d{2,3}$/i.test(text)
}
