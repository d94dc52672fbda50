/** Asks where a link leads. Addresses that a page would not show are refused, with the reason beside the field. */
import type { EditorView } from '@codemirror/view'
import { isRelative, safeAddress } from '../../../content/address.ts'
import { insertLink } from './spans.ts'

/** False where the page has no such question; what was chosen becomes the words of the link. */
export function askLink(view: EditorView): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('#link-dialog')
  const form = dialog?.querySelector('form')
  const words = dialog?.querySelector<HTMLInputElement>('#link-words')
  const address = dialog?.querySelector<HTMLInputElement>('#link-address')
  const problem = dialog?.querySelector<HTMLElement>('#link-problem')
  if (!dialog || !form || !words || !address || !problem) return false
  const { from, to } = view.state.selection.main
  words.value = view.state.doc.sliceString(from, to)
  address.value = ''
  const clear = () => {
    problem.textContent = ''
    address.removeAttribute('aria-invalid')
  }
  clear()
  form.onsubmit = (event) => {
    const cancels = (event.submitter as HTMLButtonElement | null)?.value === 'cancel'
    if (cancels) return
    const wished = completed(address.value.trim())
    if (wished === null) {
      event.preventDefault()
      problem.textContent = problem.dataset['refused'] ?? ''
      address.setAttribute('aria-invalid', 'true')
      address.focus()
      return
    }
    insertLink(view, words.value, wished)
  }
  dialog.onclose = () => view.focus()
  dialog.showModal()
  if (words.value) address.focus()
  return true
}

/**
 * The address as people mean it: `langson.gov.vn/tin` is https, an address of mail is mailto. Null for what a page
 * would not link to.
 */
function completed(typed: string): string | null {
  const mail = /^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(typed) ? `mailto:${typed}` : null
  const bare = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(typed) ? `https://${typed}` : null
  const address = mail ?? bare ?? typed
  return isRelative(address) || safeAddress(address) ? address : null
}
