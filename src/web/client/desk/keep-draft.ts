/**
 * What is typed is kept on this device until the site says that it is saved (data-outcome), so that neither a crash
 * nor a session that ends while typing loses a word.
 */
import { fieldOf } from './field.ts'

const FIELDS = ['title', 'summary', 'body'] as const
/** Milliseconds of silence before what was typed is kept. */
const PAUSE = 400

type TypedFields = Record<(typeof FIELDS)[number], string>
/** `number`: the revision it was begun from; `at`: milliseconds since 1970. */
type KeptDraft = TypedFields & { number: number; at: number }

/**
 * One draft for each text, by the address it is sent to. A draft begun from a later revision than the page shows is
 * left where it is.
 */
export function keepDraft(form: HTMLFormElement): void {
  const key = `stele draft ${form.getAttribute('action')}`
  const number = fieldOf(form, 'number')
  const started = Number(number.value)
  const saved = read(key)
  const server = valuesOf(form)
  const isRefused = form.querySelector('[aria-invalid]') !== null
  const { outcome } = form.dataset
  if (outcome === 'saved') forget(key)
  else if (outcome === 'conflict') keep()
  else if (saved && !isRefused) {
    if (FIELDS.every((name) => saved[name] === server[name])) forget(key)
    else if (saved.number <= started) restore(saved)
  }

  let timer = 0
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(keep, PAUSE)
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    keep()
  })
  addEventListener('pagehide', () => {
    const now = valuesOf(form)
    if (FIELDS.some((name) => now[name] !== server[name])) keep()
  })

  function keep(): void {
    const kept: KeptDraft = { ...valuesOf(form), number: Number(number.value), at: Date.now() }
    try {
      localStorage.setItem(key, JSON.stringify(kept))
    } catch {
      // A device that keeps nothing: the page works as it does without this script.
    }
  }

  function restore(draft: KeptDraft): void {
    fill(form, draft)
    // Saved under the revision it was begun from, so that what others wrote since is joined, not overwritten.
    number.value = String(draft.number)
    const notice = document.createElement('div')
    notice.className = 'good'
    notice.setAttribute('role', 'status')
    const date = new Date(draft.at).toLocaleString(document.documentElement.lang)
    notice.append((form.dataset['restored'] ?? '').replace('{date}', date), ' ')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'second'
    button.textContent = form.dataset['discard'] ?? ''
    button.addEventListener('click', () => {
      fill(form, server)
      number.value = String(started)
      forget(key)
      notice.remove()
      form.dispatchEvent(new Event('input'))
    })
    notice.append(button)
    form.prepend(notice)
  }
}

function valuesOf(form: HTMLFormElement): TypedFields {
  const value = (name: keyof TypedFields) => fieldOf(form, name).value
  return { title: value('title'), summary: value('summary'), body: value('body') }
}

function fill(form: HTMLFormElement, typed: TypedFields): void {
  for (const name of FIELDS) fieldOf(form, name).value = typed[name]
}

/** Null where nothing is kept, or the device keeps nothing. */
function read(key: string): KeptDraft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null
  } catch {
    return null
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
