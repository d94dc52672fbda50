/** The list of sources beside the form: one press puts the citation where the cursor is. */
import type { EditorView } from '@codemirror/view'
import { cite } from './spans.ts'

export function citeFromSources(_form: HTMLFormElement, view: EditorView): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-cite]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      cite(view, button.dataset['cite'] ?? '')
      view.focus()
    })
  }
}
