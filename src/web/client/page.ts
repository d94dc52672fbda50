/**
 * Improves public pages that already work without it. What a page offers is hidden in it, in the reader's language, and
 * marked with data-module; here it is shown where the device can do it. What only a tap needs is fetched at the tap.
 */
type Name = 'nearby'

const load = async (name: Name, at: HTMLElement) => {
  const module = (await import(`/static/${name}.js`)) as { start: (at: HTMLElement) => void }
  module.start(at)
}

const CAN: Record<Name, () => boolean> = {
  nearby: () => isSecureContext && 'geolocation' in navigator,
}

for (const at of document.querySelectorAll<HTMLElement>('[data-module]')) {
  const name = at.dataset['module'] as Name
  const button = at.querySelector('button')
  if (!button || !CAN[name]?.()) continue
  const offer = button.closest<HTMLElement>('[data-offer]')
  if (offer) offer.hidden = false
  button.addEventListener('click', () => {
    if (at.dataset['woken']) return
    at.dataset['woken'] = 'yes'
    // Without a network the tap may be repeated.
    load(name, at).catch(() => delete at.dataset['woken'])
  })
}

export {}
