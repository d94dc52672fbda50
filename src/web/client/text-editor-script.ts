/** The page of one text: an editor over its body, tools, checks while one types, and three previews. */
import type { EditorView } from '@codemirror/view'
import { citeFromSources } from './text/cite.ts'
import { editorOver } from './text/editor-over-field.ts'
import { findWhileTyping } from './text/findings.ts'
import { linkPlaces } from './text/places.ts'
import { showPreviews } from './text/previews.ts'
import { showTools } from './text/toolbar.ts'

/** An error in one part leaves the others alone; the form works without any of them. */
const PARTS: ((form: HTMLFormElement, view: EditorView) => void)[] = [
  showTools,
  citeFromSources,
  linkPlaces,
  findWhileTyping,
  showPreviews,
]

const form = document.querySelector<HTMLFormElement>('form#text')
if (form) {
  const view = editorOver(form)
  for (const part of PARTS)
    try {
      part(form, view)
    } catch (error) {
      console.error(error)
    }
}
