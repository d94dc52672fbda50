/** What is wrong with a file of many rows, where in it, and in the editor's words. */
export interface CellProblem {
  /** As the spreadsheet numbers rows; 0 for the file as a whole. */
  row: number
  /** As the file calls it; '' for the row as a whole. */
  column: string
  text: string
  /** What kind of thing is wrong: those of one kind and column are shown together. */
  cause?: string
  /** The cell, where it is one: by its place in the row, from 0, and what stands in it. */
  cell?: { place: number; shown: string }
}

/** As much of a cell as a sentence can hold: 60 characters. */
export function short(text: string): string {
  const chars = [...text]
  return chars.length <= 60 ? text : `${chars.slice(0, 59).join('')}…`
}
