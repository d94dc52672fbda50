/**
 * Keys of the room of review: whatever on the page says which letter it has – a link, a button, the head of a form – is
 * pressed by it. Nothing happens while somebody types.
 */
export function reviewKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    const all = [...document.querySelectorAll<HTMLElement>('[data-key]')]
    const found = all.find((one) => one.dataset['key'] === key)
    if (!found) return
    event.preventDefault()
    const form = found.closest('details')
    if (!form) return found.click()
    // At once: the very next letter may be meant for the field.
    form.open = true
    form.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea')
}
