/**
 * The Enter key, as people know it from word processors: it ends a paragraph, and in a list it begins the next item.
 */
import type { EditorState, Line } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

const ITEM = /^(\s*)(?:([-*+])|(\d{1,8})([.)])|(>))(\s+)/

/** Whether the key was taken: false leaves it to the editor, which breaks the line; so does Shift+Enter. */
export function enter(view: EditorView): boolean {
  const { state } = view
  const { from, empty } = state.selection.main
  const line = state.doc.lineAt(from)
  const item = ITEM.exec(line.text)
  if (empty && item && from >= line.from + item[0].length) return nextItem(view, line, item)
  if (line.text.startsWith('|')) return false
  if (line.text.trim() !== '') return insert(view, '\n\n')
  // Blank lines do not add up: one of them parts two paragraphs already.
  return isBlankBefore(state, line) || insert(view, '\n')
}

function nextItem(view: EditorView, line: Line, item: RegExpExecArray): boolean {
  const { state } = view
  const [mark, indent = '', bullet, count, dot = '', quote, space = ' '] = item
  if (line.text.trim() !== mark.trim())
    return insert(
      view,
      `\n${indent}${count ? `${Number(count) + 1}${dot}` : (bullet ?? quote)}${space}`,
    )
  // An empty item ends the list; a blank line keeps what follows out of it.
  const gap = isBlankBefore(state, line) ? '' : '\n'
  view.dispatch({
    changes: { from: line.from, to: line.to, insert: gap },
    selection: { anchor: line.from + gap.length },
    userEvent: 'delete',
  })
  return true
}

function isBlankBefore({ doc }: EditorState, { number }: Line): boolean {
  return number === 1 || doc.line(number - 1).text.trim() === ''
}

function insert(view: EditorView, text: string): true {
  view.dispatch({ ...view.state.replaceSelection(text), scrollIntoView: true, userEvent: 'input' })
  return true
}
