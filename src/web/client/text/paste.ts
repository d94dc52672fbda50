/**
 * What is pasted from Word, Google Docs, LibreOffice or a page comes in as clean Markdown, and what was left out is
 * said.
 */
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { insertBlocks } from './blocks.ts'
import { markdownFrom, type Pasted } from './word-paste.ts'

/** HTML that holds more than plain lines; code editors put coloured lines on the clipboard, which stay as they are. */
const IS_RICH =
  /<(?:p|h[1-6]|ul|ol|table|b|strong|i|em|a|img|sup|sub|del|ins|s|strike)\b|mso-|docs-internal-guid|TrackChange|vertical-align:\s*su|line-through/i
const IS_CODE = /white-space:\s*pre[;"']/i

/** False leaves a paste to the editor: plain text, and lines of code. */
export function pasteRich(form: HTMLFormElement): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const html = event.clipboardData?.getData('text/html') ?? ''
      if (!IS_RICH.test(html) || IS_CODE.test(html)) return false
      const pasted = markdownFrom(html)
      if (pasted.markdown === '' && pasted.pictures === 0) return false
      event.preventDefault()
      if (pasted.markdown.includes('\n')) insertBlocks(view, pasted.markdown)
      else
        view.dispatch({
          ...view.state.replaceSelection(pasted.markdown),
          scrollIntoView: true,
          userEvent: 'input.paste',
        })
      say(form, pasted)
      return true
    },
  })
}

function say(form: HTMLFormElement, { pictures, footnotes }: Pasted): void {
  const status = form.querySelector<HTMLElement>('#tool-status')
  if (!status) return
  const sentence = (name: string, count: number) =>
    count > 0 ? [(status.dataset[name] ?? '').replace('{count}', String(count))] : []
  status.textContent = [
    status.dataset['pasted'] ?? '',
    ...sentence('pictures', pictures),
    ...sentence('footnotes', footnotes),
  ].join(' ')
}
