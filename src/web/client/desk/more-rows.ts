/** A form whose rows the server makes is asked for as many rows as it had when it was kept. */
import type { KeptRecord } from './kept-records.ts'

/**
 * The fields in the form are replaced by those of the answer; without one they stay, and so does what is kept.
 */
export async function withRows(
  form: HTMLFormElement,
  { entries, lock }: Pick<KeptRecord, 'entries' | 'lock'>,
): Promise<void> {
  const body = new URLSearchParams(entries.map(([name, value]) => [name, value]))
  if (lock !== null) body.set('number', lock)
  body.set('do', 'rows')
  try {
    const answer = await fetch(form.action, { method: 'POST', body })
    if (!answer.ok || answer.redirected) return
    // Parsed without running or loading anything.
    const page = document.createElement('template')
    page.innerHTML = await answer.text()
    const made = page.content.querySelector(`form[action="${form.getAttribute('action')}"]`)
    if (made) form.replaceChildren(...made.childNodes)
  } catch (error) {
    console.info(error)
  }
}
