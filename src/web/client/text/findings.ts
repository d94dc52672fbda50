/** The checks again, a moment after the last keystroke; the list changes only when what is found does. */
import { afterPause, sent } from './sending.ts'

/** Milliseconds after the last keystroke. */
const PAUSE = 800

export function findWhileTyping(form: HTMLFormElement): void {
  const list = document.getElementById('findings-list')
  const status = document.getElementById('findings-status')
  const address = form.dataset['findings']
  if (!list || !status || !address) return
  afterPause(form, PAUSE, async (signal) => {
    const found = await sent(form, address, '#findings-list', signal)
    if (!found) return
    if (found.innerHTML !== list.innerHTML) list.replaceChildren(...found.childNodes)
    const said = found.dataset['count'] ?? ''
    if (said !== (list.dataset['count'] ?? '')) status.textContent = said
    list.dataset['count'] = said
  })
}
