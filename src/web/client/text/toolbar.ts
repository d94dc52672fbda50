/** The row of tools over the editor: one stop of the Tab key, arrows within; the citation menu opens below. */
import type { EditorView } from '@codemirror/view'
import { cite } from './spans.ts'
import { toolsOf } from './tools.ts'

export function showTools(form: HTMLFormElement, view: EditorView): void {
  const bar = form.querySelector<HTMLElement>('[role=toolbar]')
  if (!bar) return
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('[data-tool]')]
  const tools = toolsOf(form)
  const enter = (button: HTMLButtonElement) => {
    for (const one of buttons) one.tabIndex = one === button ? 0 : -1
  }
  for (const [i, button] of buttons.entries()) {
    const tool = tools[button.dataset['tool'] ?? '']
    button.addEventListener('focus', () => enter(button))
    // The cursor stays where it is while the mouse presses a tool.
    button.addEventListener('mousedown', (event) => event.preventDefault())
    button.addEventListener('keydown', (event) => {
      const to = beside(buttons, i, event.key)
      if (!to) return
      event.preventDefault()
      to.focus()
    })
    if (!tool) continue
    button.addEventListener('click', () => {
      tool(view)
      if (!document.querySelector('dialog[open]')) view.focus()
    })
  }
  if (buttons[0]) enter(buttons[0])
  citationMenu(bar, view)
  bar.hidden = false
}

/** Past either end it begins at the other. */
function beside<One>(all: readonly One[], i: number, key: string): One | undefined {
  const steps: Record<string, number> = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: -1 }
  const next = steps[key]
  return next === undefined ? undefined : all.at(next % all.length)
}

function citationMenu(bar: HTMLElement, view: EditorView): void {
  const opener = bar.querySelector<HTMLButtonElement>('[aria-haspopup=menu]')
  const menu = document.getElementById(opener?.getAttribute('aria-controls') ?? '')
  if (!opener || !menu) return
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const show = (isOpen: boolean) => {
    menu.hidden = !isOpen
    opener.setAttribute('aria-expanded', String(isOpen))
    if (isOpen) items[0]?.focus()
  }
  opener.addEventListener('click', () => show(menu.hidden === true))
  opener.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    show(true)
  })
  menu.addEventListener('keydown', (event) => {
    const i = items.indexOf(document.activeElement as HTMLElement)
    const steps: Record<string, number> = { ArrowDown: i + 1, ArrowUp: i - 1, Home: 0, End: -1 }
    const next = steps[event.key]
    if (event.key === 'Escape') {
      show(false)
      opener.focus()
    } else if (event.key === 'Tab') show(false)
    if (next === undefined) return
    event.preventDefault()
    items.at(next % items.length)?.focus()
  })
  for (const item of items)
    item.addEventListener('click', () => {
      show(false)
      cite(view, item.dataset['source'] ?? '')
      view.focus()
    })
  addEventListener('pointerdown', ({ target }) => {
    const isInside = target instanceof Node && (menu.contains(target) || opener.contains(target))
    if (!menu.hidden && !isInside) show(false)
  })
}
