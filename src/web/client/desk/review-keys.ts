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
    found.click()
    const form = found.closest('details[open], details')
    const field = form?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
    if (found.tagName === 'SUMMARY' && field) requestAnimationFrame(() => field.focus())
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea')
}
