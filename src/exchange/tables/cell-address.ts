/** `B17`, as a spreadsheet names the cell; `column` from 0. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`
}

/** A, B … Z, AA; `column` from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : `${columnLetters(Math.floor(column / 26) - 1)}${letter}`
}
