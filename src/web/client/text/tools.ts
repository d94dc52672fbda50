/** What the buttons and the keys do to the text. */
import { redo, undo } from '@codemirror/commands'
import type { EditorView, KeyBinding } from '@codemirror/view'
import { insertTable, toggleBlock } from './blocks.ts'
import { askLink } from './link-dialog.ts'
import { toggleMark, withhold } from './spans.ts'

export type Tool = (view: EditorView) => boolean

/** What each button does, by its `data-tool`. */
export function toolsOf(form: HTMLFormElement): Record<string, Tool> {
  const head = document.querySelector<HTMLElement>('[data-tool=table]')?.dataset['head'] ?? ''
  return {
    bold: (view) => toggleMark(view, '**'),
    italic: (view) => toggleMark(view, '*'),
    heading: (view) => toggleBlock(view, 'heading'),
    list: (view) => toggleBlock(view, 'list'),
    numbers: (view) => toggleBlock(view, 'numbers'),
    quote: (view) => toggleBlock(view, 'quote'),
    link: askLink,
    table: (view) => insertTable(view, head),
    withheld: (view) => {
      const status = form.querySelector<HTMLElement>('#tool-status')
      if (status) status.textContent = status.dataset['withheld'] ?? ''
      return withhold(view)
    },
    undo,
    redo,
  }
}

/** Keys that need no button. */
export function textKeys(form: HTMLFormElement): KeyBinding[] {
  const keys: Record<string, string> = { 'Mod-b': 'bold', 'Mod-i': 'italic', 'Mod-k': 'link' }
  return Object.entries(keys).map(([key, name]) => ({
    key,
    preventDefault: true,
    run: (view) => toolsOf(form)[name]?.(view) ?? false,
  }))
}
