/** What is wrong with a file of many rows, where in it, and in the editor's words. */
export interface CellProblem {
  /** As the spreadsheet numbers rows; 0 for the file as a whole. */
  row: number
  /** As the file calls it; '' for the row as a whole. */
  column: string
  text: string
}

/** As much of a cell as a sentence can hold: 60 characters. */
export function short(text: string): string {
  const chars = [...text]
  return chars.length <= 60 ? text : `${chars.slice(0, 59).join('')}…`
}
