/** Three views of what is typed, in tabs: as a telephone shows it, as it is printed, as it is heard. */
import { listen } from './preview-aloud.ts'
import { afterPause, fieldsOf, sent } from './sending.ts'

/** Milliseconds after the last keystroke. */
const PAUSE = 600

/** Only the tab that is seen is asked for. Buttons that show the same elsewhere are taken away. */
export function showPreviews(form: HTMLFormElement): void {
  const section = document.getElementById('preview')
  if (!section) return
  const tabs = [...section.querySelectorAll<HTMLButtonElement>('[role=tab]')]
  const panelOf = (tab: HTMLElement) =>
    document.getElementById(tab.getAttribute('aria-controls') ?? '')
  let active = tabs[0]
  const show = async (signal: AbortSignal) => {
    const panel = active && panelOf(active)
    const address = panel?.dataset['address']
    if (!panel || !address) return
    if (panel.id === 'preview-phone') showPage(form, panel, address)
    else await showPart(form, panel, address, signal)
  }
  const refresh = afterPause(form, PAUSE, show)
  const choose = (tab: HTMLButtonElement) => {
    active = tab
    for (const one of tabs) {
      const isChosen = one === tab
      one.setAttribute('aria-selected', String(isChosen))
      one.tabIndex = isChosen ? 0 : -1
      const panel = panelOf(one)
      if (panel) panel.hidden = !isChosen
    }
    refresh()
  }
  for (const [i, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab))
    tab.addEventListener('keydown', ({ key }) => {
      const steps: Record<string, number> = {
        ArrowRight: i + 1,
        ArrowLeft: i - 1,
        Home: 0,
        End: -1,
      }
      const next = steps[key]
      const to = next === undefined ? undefined : tabs.at(next % tabs.length)
      if (!to) return
      choose(to)
      to.focus()
    })
  }
  section.querySelector('select')?.addEventListener('change', refresh)
  listen(section)
  for (const button of document.querySelectorAll<HTMLElement>('[data-elsewhere]'))
    button.hidden = true
  section.hidden = false
  refresh()
}

/**
 * In a new frame behind the one that is seen, which it replaces once it is loaded: nothing flickers, and going back
 * from the page does not lead through every preview.
 */
function showPage(form: HTMLFormElement, panel: HTMLElement, address: string): void {
  for (const waiting of panel.querySelectorAll('iframe.coming')) waiting.remove()
  const old = panel.querySelector('iframe')
  const frame = document.createElement('iframe')
  frame.name = `preview-${Date.now()}`
  frame.title = panel.dataset['title'] ?? ''
  // No script runs in it; its fonts and its place on the page are read as ours.
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.className = 'coming'
  panel.append(frame)
  frame.addEventListener('load', () => {
    if (frame.contentWindow?.location.href === 'about:blank') return
    if (old) frame.contentWindow?.scrollTo(0, old.contentWindow?.scrollY ?? 0)
    old?.remove()
    frame.className = ''
  })
  const sender = document.createElement('form')
  sender.method = 'post'
  sender.action = address
  sender.target = frame.name
  sender.hidden = true
  for (const [name, value] of fieldsOf(form)) {
    const field = document.createElement('textarea')
    field.name = name
    field.value = value
    sender.append(field)
  }
  document.body.append(sender)
  sender.submit()
  sender.remove()
}

async function showPart(
  form: HTMLFormElement,
  panel: HTMLElement,
  address: string,
  signal: AbortSignal,
): Promise<void> {
  const place = panel.querySelector<HTMLElement>('[data-shown]')
  if (place?.childElementCount === 0) place.textContent = place.dataset['waiting'] ?? ''
  const found = await sent(form, address, '#shown', signal)
  if (found && place && found.innerHTML !== place.innerHTML) {
    place.replaceChildren(...found.childNodes)
    place.dispatchEvent(new Event('shown'))
  }
}
