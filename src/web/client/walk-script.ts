/** On a walk's page and on those of its stops: which stops this phone has come to, once its reader wants that kept. */
import { forget, isBegun, keep, stopsBeenTo } from './walk/stops-passed.ts'

export function start(at: HTMLElement, isTapped: boolean): void {
  const here = at.dataset['at']
  if (here !== undefined) {
    keep(at, stopsBeenTo(at).add(here))
    return show(at)
  }
  if (isTapped) keep(at, stopsBeenTo(at))
  at.querySelector('small')?.setAttribute('role', 'status')
  at.querySelector('button')?.addEventListener('click', () => {
    if (isBegun(at)) forget(at)
    else keep(at, new Set())
    show(at)
  })
  show(at)
}

function show(at: HTMLElement): void {
  const {
    been = '',
    count = '',
    keep: words = '',
    forget: forgetWords = '',
    onlyHere = '',
  } = at.dataset
  const stops = stopsBeenTo(at)
  for (const item of at.querySelectorAll<HTMLElement>('[data-stop]')) {
    item.querySelector('.been')?.remove()
    if (!stops.has(item.dataset['stop'] ?? '')) continue
    const mark = document.createElement('small')
    mark.className = 'been'
    mark.textContent = `✓ ${been}`
    item.querySelector('a')?.after(mark)
  }
  const button = at.querySelector('button')
  if (button) button.textContent = isBegun(at) ? forgetWords : words
  const said = at.querySelector('small:not(.been)')
  const told = count.replace('{count}', String(stops.size))
  if (said) said.textContent = isBegun(at) ? `${told} ${onlyHere}` : onlyHere
}
