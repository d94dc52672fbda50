/**
 * Whatever acts on a saved revision (data-needs-saved) cannot be pressed while the form of the text holds words that
 * are not saved: what is sent, approved or published is what stands on the screen.
 */
export function needsSaved(form: HTMLFormElement): void {
  const acts = document.querySelector<HTMLElement>('[data-needs-saved]')
  if (!acts) return
  const why = document.createElement('p')
  why.className = 'warn'
  why.id = 'needs-saved'
  why.setAttribute('role', 'status')
  acts.prepend(why)
  const show = () => {
    const isUnsaved = form.dataset['unsaved'] !== undefined
    why.textContent = isUnsaved ? (acts.dataset['needsSaved'] ?? '') : ''
    why.hidden = !isUnsaved
    for (const button of acts.querySelectorAll<HTMLButtonElement>('button[data-of-revision]')) {
      button.disabled = isUnsaved
      if (isUnsaved) button.setAttribute('aria-describedby', why.id)
      else button.removeAttribute('aria-describedby')
    }
  }
  form.addEventListener('unsaved', show)
  show()
}
