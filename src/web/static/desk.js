/**
 * Improves pages of the desk that already work without it. Found by data-module; what is missing is left alone.
 *
 * keep-draft: what is typed is kept on this device until the site says that it is saved (data-outcome), so that
 * neither a crash nor a session that ends while typing loses a word. The page states the limits; here they are counted down.
 */
const FIELDS = ['title', 'summary', 'body']
/** Milliseconds of silence before what was typed is kept. */
const PAUSE = 400

/** @param {HTMLFormElement} form */
function keepDraft(form) {
  const key = `stele draft ${form.getAttribute('action')}`
  const started = Number(form.elements.namedItem('number').value)
  const saved = read()
  const server = values()
  const isRefused = form.querySelector('[aria-invalid]') !== null
  const { outcome } = form.dataset
  if (outcome === 'saved') forget()
  else if (outcome === 'conflict') keep()
  else if (saved && !isRefused) {
    if (FIELDS.every((name) => saved[name] === server[name])) forget()
    else if (saved.number <= started) restore(saved)
  }

  let timer = 0
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE)
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    keep()
  })
  addEventListener('pagehide', () => {
    if (FIELDS.some((name) => values()[name] !== server[name])) keep()
  })

  function values() {
    return Object.fromEntries(FIELDS.map((name) => [name, form.elements.namedItem(name).value]))
  }
  function read() {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null')
    } catch {
      return null
    }
  }
  function keep() {
    try {
      const number = Number(form.elements.namedItem('number').value)
      localStorage.setItem(key, JSON.stringify({ ...values(), number, at: Date.now() }))
    } catch {
      // A device that keeps nothing: the page works as it does without this script.
    }
  }
  function forget() {
    try {
      localStorage.removeItem(key)
    } catch {
      // As above.
    }
  }
  function restore(draft) {
    for (const name of FIELDS) form.elements.namedItem(name).value = draft[name]
    // Saved under the revision it was begun from, so that what others wrote since is joined, not overwritten.
    form.elements.namedItem('number').value = String(draft.number)
    const notice = document.createElement('div')
    notice.className = 'good'
    notice.setAttribute('role', 'status')
    const date = new Date(draft.at).toLocaleString(document.documentElement.lang)
    notice.append(form.dataset.restored.replace('{date}', date), ' ')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'second'
    button.textContent = form.dataset.discard
    button.addEventListener('click', () => {
      for (const name of FIELDS) form.elements.namedItem(name).value = server[name]
      form.elements.namedItem('number').value = String(started)
      forget()
      notice.remove()
      form.dispatchEvent(new Event('input'))
    })
    notice.append(button)
    form.prepend(notice)
  }
}

/** @param {HTMLInputElement | HTMLTextAreaElement} field */
function countDown(field, form) {
  const most = Number(field.dataset.max)
  const hint = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  if (!hint || !(most > 0)) return
  const left = document.createElement('span')
  left.className = 'left'
  hint.append(' ', left)
  const show = () => {
    const count = most - [...field.value.normalize('NFC')].length
    left.textContent = form.dataset.left.replace(
      '{count}',
      count.toLocaleString(document.documentElement.lang),
    )
    left.classList.toggle('over', count < 0)
  }
  form.addEventListener('input', show)
  show()
}

for (const form of document.querySelectorAll('form[data-module~="keep-draft"]')) {
  try {
    keepDraft(form)
    for (const field of form.querySelectorAll('[data-max]')) countDown(field, form)
  } catch (error) {
    console.error(error)
  }
}
