/** What a page says of words kept on the device; the sentences stand on its main element. */

function say(key: string, date = ''): string {
  return (document.querySelector('main')?.dataset[key] ?? '').replace('{date}', date)
}

function language(): string {
  return document.documentElement.lang
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'second'
  made.textContent = words
  made.addEventListener('click', press)
  return made
}

/**
 * Above the form: since when its words were kept, a button to discard them, and one for each other state that another
 * window kept. Every detail around the form is opened.
 */
export function showNotice(
  form: HTMLFormElement,
  at: number,
  discard: () => void,
  others: readonly { at: number; show: () => void }[],
): void {
  form.querySelector(':scope > .kept-notice')?.remove()
  const dateOf = (time: number) => new Date(time).toLocaleString(language())
  const notice = document.createElement('div')
  notice.className = 'good kept-notice'
  notice.setAttribute('role', 'status')
  const dropped = button(say('discard'), () => {
    notice.remove()
    discard()
  })
  const shown = others.map((other) => button(say('other', dateOf(other.at)), other.show))
  notice.append(say('restored', dateOf(at)), ' ', dropped, ...shown)
  form.prepend(notice)
  for (let around = form.closest('details'); around;) {
    around.open = true
    around = around.parentElement?.closest('details') ?? null
  }
}

/** Beside the button that saves: where the words are now. */
export interface KeptMark {
  kept: (at: number) => void
  saved: () => void
  failed: () => void
}

/** `isOfState`: the form shows a saved state, so that with nothing typed it is on the server. */
export function markBeside(form: HTMLFormElement, isOfState: boolean): KeptMark {
  const mark = document.createElement('span')
  mark.className = 'kept-mark'
  const write = (words: string, isBad = false) => {
    if (mark.textContent !== words) mark.textContent = words
    mark.classList.toggle('bad', isBad)
    if (isBad) mark.setAttribute('role', 'alert')
    else mark.removeAttribute('role')
  }
  const place = () => {
    const buttons = [...form.querySelectorAll('button')].filter(
      (one) => one.type === 'submit' && !one.classList.contains('default'),
    )
    const first = buttons.find((one) => !one.classList.contains('second')) ?? buttons[0]
    const row = first?.closest('.row')
    if (row && form.contains(row)) row.append(mark)
    else first?.after(mark)
  }
  place()
  return {
    kept(at) {
      if (!mark.isConnected) place()
      const time = new Date(at).toLocaleTimeString(language(), {
        hour: '2-digit',
        minute: '2-digit',
      })
      write(say('kept', time))
    },
    saved: () => write(isOfState ? say('stored') : ''),
    failed: () => write(say('unkept'), true),
  }
}
