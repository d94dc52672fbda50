/** Marks around words: bold, italic, links, withheld passages, citations. */
import { EditorSelection, type ChangeSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/**
 * Puts `mark` around the chosen words, or the word the cursor is in; takes it off where it stands already. Always true:
 * the key is taken.
 */
export function toggleMark(view: EditorView, mark: string): boolean {
  const { state } = view
  const { main } = state.selection
  if (main.empty && leaveMark(view, mark)) return true
  const word = main.empty ? state.wordAt(main.head) : null
  const isInside = word && word.from < main.head && main.head < word.to
  const { from, to } = isInside ? word : main
  const size = mark.length
  if (isWithin(view, from, to, mark)) {
    const changes = [
      { from: from - size, to: from },
      { from: to, to: to + size },
    ]
    view.dispatch({ changes, selection: EditorSelection.range(from - size, to - size) })
    return true
  }
  const changes = state.changes(
    from === to ? { from, insert: mark + mark } : around(view, from, to, mark),
  )
  const selection =
    from === to
      ? EditorSelection.cursor(from + size)
      : EditorSelection.range(changes.mapPos(from, 1), changes.mapPos(to, -1))
  view.dispatch({ changes, selection, userEvent: 'input' })
  return true
}

/** Changes line by line: a mark does not reach over the end of a paragraph. */
function around({ state }: EditorView, from: number, to: number, mark: string): ChangeSpec[] {
  let at = from
  return state.doc
    .sliceString(from, to)
    .split('\n')
    .flatMap((line) => {
      const words = line.trim()
      const start = at + line.indexOf(words)
      at += line.length + 1
      if (words === '') return []
      return [
        { from: start, insert: mark },
        { from: start + words.length, insert: mark },
      ]
    })
}

/** Whether a mark was left: pressed again at the end of what it began; one with nothing in it goes. */
function leaveMark(view: EditorView, mark: string): boolean {
  const { doc, selection } = view.state
  const { head } = selection.main
  const size = mark.length
  const line = doc.lineAt(head)
  const before = line.text.slice(0, head - line.from)
  const after = line.text.slice(head - line.from)
  const isOpen = before.split(mark).length % 2 === 0
  if (!after.startsWith(mark) || !isOpen) return false
  if (before.endsWith(mark)) view.dispatch({ changes: { from: head - size, to: head + size } })
  else view.dispatch({ selection: { anchor: head + size } })
  return true
}

function isWithin({ state }: EditorView, from: number, to: number, mark: string): boolean {
  const size = mark.length
  const around = state.doc.sliceString(Math.max(0, from - size - 1), to + size + 1)
  const before = state.doc.sliceString(Math.max(0, from - size), from)
  const after = state.doc.sliceString(to, to + size)
  if (from === to || before !== mark || after !== mark) return false
  // One star of two is not italic.
  return mark.length > 1 || !/^\*\*|\*\*$/.test(around) || /^\*\*\*|\*\*\*$/.test(around)
}

/** Keeps the chosen passage from the public; with nothing chosen, an empty one to write in. */
export function withhold(view: EditorView): boolean {
  const { state } = view
  const { from, to } = state.selection.main
  const text = state.doc.sliceString(from, to)
  const words = text.trim()
  const isWhole = words.includes('\n\n')
  const [open, close] = isWhole ? ['::withheld\n\n', '\n\n::'] : ['::withheld ', ' ::']
  const start = from + text.indexOf(words)
  const changes = { from: start, to: start + words.length, insert: open + words + close }
  const at = start + open.length
  view.dispatch({
    changes,
    selection: EditorSelection.range(at, at + words.length),
    userEvent: 'input',
  })
  return true
}

/** Takes the place of what is chosen; the address stands in for words that are blank. */
export function insertLink(view: EditorView, words: string, address: string): void {
  const { from, to } = view.state.selection.main
  const shown = (words.replace(/\s+/g, ' ').trim() || address).replace(/([[\]\\])/g, '\\$1')
  // A bracket in an address would end it.
  const target = address.replace(/\(/g, '%28').replace(/\)/g, '%29')
  const insert = `[${shown}](${target})`
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input',
  })
}

/** Ends a sentence or a part of it; a citation stands before it, so that it is counted to the statement it proves. */
const ENDING = /[.,;:!?…。，；：！？]+["”»’)）」』]*\s*$/u

/**
 * One press: the citation of a source at the end of what stands before the cursor. In the middle of a word it goes
 * behind the word.
 */
export function cite(view: EditorView, id: string): boolean {
  const { state } = view
  const { head } = state.selection.main
  const word = state.wordAt(head)
  const from = word && word.from < head ? word.to : head
  const line = state.doc.lineAt(from)
  const text = line.text.slice(0, from - line.from)
  const ending = ENDING.exec(text)?.[0] ?? /\s*$/.exec(text)?.[0] ?? ''
  const at = from - ending.length
  const isAfterCitation = /\]$/.test(text.slice(0, text.length - ending.length))
  const insert = `${at > line.from && !isAfterCitation ? ' ' : ''}[^${id}]`
  view.dispatch({
    changes: { from: at, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
    userEvent: 'input',
  })
  return true
}
