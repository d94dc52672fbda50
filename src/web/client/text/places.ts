/** Links to a place of the text, as findings and notes have them, put the cursor there. */
import type { EditorView } from '@codemirror/view'

export function linkPlaces(form: HTMLFormElement, view: EditorView): void {
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('a[data-line]')
    if (!link || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const line = Number(link.dataset['line'])
    const field = link.dataset['field'] ?? 'body'
    if (field === 'body') goTo(view, line)
    else form.querySelector<HTMLElement>(`[name=${field}]`)?.focus()
  })
}

function goTo(view: EditorView, line: number): void {
  const { doc } = view.state
  const { from } = doc.line(Math.min(Math.max(1, line), doc.lines))
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true })
  view.focus()
  view.dom.scrollIntoView({ block: 'nearest' })
}
