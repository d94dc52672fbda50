/**
 * What nobody but the editor can say about a table. Each is asked once, whatever the number of rows: of a column, of a
 * name that two units bore, of a row that may be about something that is there already.
 */
import type { DeskKey } from '../../messages/desk-key.ts'

/** `value` is what the form sends back; `label` in the editor's words. */
export interface Choice {
  value: string
  label: string
}

export interface TableQuestion {
  /** Name of its field in the form, and what makes two questions one: `number-lengthM`, `row-17`. */
  field: string
  /** A sentence with its values in place. */
  text: string
  /** Empty: the answer is typed. */
  choices: Choice[]
  /** Words that are offered to whoever types. */
  offered: string[]
  /** Cells it is about, as `E17`; at most CELLS_NAMED of them, `cells` is how many there are. */
  at: string[]
  cells: number
}

/** More addresses are no help. */
const CELLS_NAMED = 12

/** Those of the same field as one, in the order in which they came up. */
export function joinedQuestions(asked: readonly TableQuestion[]): TableQuestion[] {
  const joined = new Map<string, TableQuestion>()
  for (const one of asked) {
    const first = joined.get(one.field)
    if (!first) joined.set(one.field, { ...one, at: [...one.at] })
    else {
      first.cells += one.cells
      first.at = [...first.at, ...one.at].slice(0, CELLS_NAMED)
    }
  }
  return [...joined.values()]
}

/** Keys of the desk that a question begins with; the words themselves stand in the catalogue. */
export type QuestionKey = Extract<DeskKey, `import.ask.${string}`>
