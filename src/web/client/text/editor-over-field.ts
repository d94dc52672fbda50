/**
 * CodeMirror in the place of the textarea, which stays in the form: it is what is sent, and what a kept draft is
 * read from and written to.
 */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorView, keymap } from '@codemirror/view'
import { fieldOf } from '../desk/field.ts'
import { enter } from './enter.ts'
import { showMarks } from './visible-marks.ts'
import { pasteRich } from './paste.ts'
import { textKeys } from './tools.ts'

/**
 * Both follow each other: what a script or the browser writes into the field is in the editor, and the other way round.
 */
export function editorOver(form: HTMLFormElement): EditorView {
  const field = fieldOf(form, 'body')
  const label = form.querySelector<HTMLLabelElement>('label[for=body]')
  if (label) label.id = 'body-label'
  const view = new EditorView({
    doc: field.value,
    extensions: [
      // The page forbids every style sheet that does not carry its nonce.
      EditorView.cspNonce.of(
        document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '',
      ),
      EditorView.contentAttributes.of(attributesOf(field)),
      EditorView.lineWrapping,
      EditorView.theme(THEME),
      history(),
      showMarks,
      pasteRich(form),
      // Tab is not among the keys: it leaves the editor.
      keymap.of([
        ...textKeys(form),
        { key: 'Enter', run: enter },
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (!docChanged) return
        field.value = state.doc.toString()
        form.dispatchEvent(new Event('input'))
      }),
    ],
  })
  field.id = 'body-sent'
  field.hidden = true
  field.after(view.dom)
  label?.addEventListener('click', () => view.focus())
  const follow = () => {
    if (field.value === view.state.doc.toString()) return
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: field.value } })
  }
  form.addEventListener('input', follow)
  // A browser that goes back fills fields in without saying so.
  addEventListener('pageshow', follow)
  saveByKey(form)
  return view
}

function attributesOf(field: HTMLElement): Record<string, string> {
  const invalid = field.getAttribute('aria-invalid')
  return {
    id: 'body',
    tabindex: '0',
    lang: field.lang,
    spellcheck: 'true',
    autocorrect: 'on',
    autocapitalize: 'sentences',
    'aria-labelledby': 'body-label',
    'aria-describedby': 'body-hint',
    ...(invalid && { 'aria-invalid': invalid }),
  }
}

/** Control+S saves, anywhere on the page. */
function saveByKey(form: HTMLFormElement): void {
  addEventListener('keydown', (event) => {
    const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (!isSave || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    form.requestSubmit(form.querySelector<HTMLButtonElement>('#save'))
  })
}

/** Colours are those of the page, by day and by night. */
const THEME = {
  '&': { border: '1px solid var(--soft)', borderRadius: '.25rem', background: 'var(--field)' },
  '&.cm-focused': { outline: '3px solid var(--brown)', outlineOffset: '2px' },
  '.cm-scroller': {
    font: 'inherit',
    lineHeight: '1.6',
    minHeight: '24rem',
    maxHeight: '70vh',
    overflow: 'auto',
  },
  '.cm-content': { padding: '.6rem 0', caretColor: 'var(--ink)' },
  '.cm-content:focus-visible': { outline: 'none' },
  '.cm-line': { padding: '0 .7rem' },
  '.mark-heading, .mark-strong': { fontWeight: '700' },
  '.mark-em': { fontStyle: 'italic' },
  '.mark-cite': { color: 'var(--indigo)', fontWeight: '600' },
  '.mark-quote': { color: 'var(--moss)' },
  '.mark-withheld': { color: 'var(--red)', fontWeight: '600' },
}
