/** Asking the site about what is typed, without saving it. */

/**
 * Runs `work` at `pause` ms after the last keystroke, or at once when the answer is called; what is still running by
 * then is given up.
 */
export function afterPause(
  form: HTMLFormElement,
  pause: number,
  work: (signal: AbortSignal) => Promise<void>,
): () => void {
  let timer = 0
  let running: AbortController | null = null
  const start = () => {
    running?.abort()
    running = new AbortController()
    const { signal } = running
    work(signal).catch((error: unknown) => {
      // Without a network nothing is refreshed; what is typed is safe on the device.
      if (!signal.aborted) console.info(error)
    })
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(start, pause)
  })
  return start
}

/** The element `selector` of the page that answers; null where another page does, as after a session has ended. */
export async function sent(
  form: HTMLFormElement,
  address: string,
  selector: string,
  signal: AbortSignal,
): Promise<HTMLElement | null> {
  const body = new URLSearchParams(fieldsOf(form))
  const answer = await fetch(address, { method: 'POST', body, signal })
  if (!answer.ok || answer.redirected) return null
  // Parsed without running or loading anything, nor asking what its style sheets may.
  const page = document.createElement('template')
  page.innerHTML = await answer.text()
  return page.content.querySelector<HTMLElement>(selector)
}

/** Files are left out. */
export function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
}
