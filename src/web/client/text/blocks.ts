/** Whole lines: headings, lists, quotes, tables. */
import { EditorSelection, type Line } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

export type Block = 'heading' | 'list' | 'numbers' | 'quote'

const BEGINS: Record<Block, RegExp> = {
  heading: /^#{1,6}\s+/,
  list: /^[-*+]\s+/,
  numbers: /^\d{1,9}[.)]\s+/,
  quote: /^>\s?/,
}
const ANY = /^(?:#{1,6}\s+|[-*+]\s+|\d{1,9}[.)]\s+|>\s?)/

/** Makes the chosen lines such a block, or plain again when all of them are. False where there is no line. */
export function toggleBlock(view: EditorView, block: Block): boolean {
  const { state } = view
  const lines = chosenLines(view)
  const isOn = lines.every(({ text }) => BEGINS[block].test(text))
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return false
  const changes = lines.map((line, i) => {
    const before = ANY.exec(line.text)?.[0] ?? ''
    const start = isOn ? '' : beginOf(block, i)
    return { from: line.from, to: line.from + before.length, insert: start }
  })
  if (!isOn) {
    // A block stands apart: a blank line before it, and one behind.
    const above = first.number > 1 ? state.doc.line(first.number - 1).text : ''
    const below = last.number < state.doc.lines ? state.doc.line(last.number + 1).text : ''
    const goesOn = (text: string) => text.trim() === '' || BEGINS[block].test(text)
    const one = changes[0]
    if (one && !goesOn(above)) one.insert = `\n${one.insert}`
    if (!goesOn(below)) changes.push({ from: last.to, to: last.to, insert: '\n' })
  }
  const set = state.changes(changes)
  view.dispatch({ changes: set, selection: state.selection.map(set, 1), scrollIntoView: true })
  return true
}

function beginOf(block: Block, i: number): string {
  switch (block) {
    case 'heading':
      return '## '
    case 'list':
      return '- '
    case 'numbers':
      return `${i + 1}. `
    case 'quote':
      return '> '
  }
}

/** Lines of the selection; blank ones only where there are no others. */
function chosenLines({ state }: EditorView): Line[] {
  const { from, to } = state.selection.main
  const lines: Line[] = []
  for (let at = from; at <= to;) {
    const line = state.doc.lineAt(at)
    lines.push(line)
    at = line.to + 1
  }
  const written = lines.filter(({ text }) => text.trim() !== '')
  return written.length > 0 ? written : lines.slice(0, 1)
}

/** Puts blocks where the cursor is, apart from what stands before and behind, and the cursor behind them. */
export function insertBlocks(view: EditorView, markdown: string): void {
  const { state } = view
  const { from, to } = state.selection.main
  const before = state.doc.sliceString(0, from)
  const after = state.doc.sliceString(to)
  const insert = `${gap(before.trimEnd() === '', /\n*$/.exec(before)?.[0].length ?? 0)}${markdown}${gap(after.trimStart() === '', /^\n*/.exec(after)?.[0].length ?? 0)}`
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.trimEnd().length },
    scrollIntoView: true,
    userEvent: 'input.paste',
  })
}

/** Line ends still wanted for one blank line. */
function gap(isEdge: boolean, there: number): string {
  return isEdge ? '' : '\n'.repeat(Math.max(0, 2 - there))
}

/** Two columns and two rows; the first heading is chosen, to be written over. */
export function insertTable(view: EditorView, head: string): boolean {
  const table = `| ${head} 1 | ${head} 2 |\n| --- | --- |\n|  |  |\n|  |  |`
  const { from } = view.state.selection.main
  insertBlocks(view, table)
  const at = view.state.doc.sliceString(0).indexOf(table, Math.max(0, from - 2))
  view.dispatch({ selection: EditorSelection.range(at + 2, at + 2 + head.length + 2) })
  return true
}
