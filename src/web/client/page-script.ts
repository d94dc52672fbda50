/**
 * Improves public pages that already work without it. What a page offers is hidden in it, in the reader's language, and
 * marked with data-module; here it is shown where the device can do it. What only a tap needs is fetched at the tap.
 */
import { canStore, isBegun } from './walk/stops-passed.ts'

type Name = 'nearby' | 'offline' | 'kept' | 'listen' | 'walk' | 'basemap'
type Module = { start: (at: HTMLElement, isTapped: boolean) => unknown }

/** What the device must be able to do; a page's offer stays hidden where it cannot. */
const CAN: Record<Name, () => boolean> = {
  nearby: () => isSecureContext && 'geolocation' in navigator,
  offline: () => isSecureContext && 'serviceWorker' in navigator && 'caches' in window,
  kept: () => true,
  basemap: () => true,
  listen: () => 'speechSynthesis' in window,
  walk: () => canStore(),
}

for (const at of document.querySelectorAll<HTMLElement>('[data-module]')) {
  const name = at.dataset['module'] as Name
  if (CAN[name]?.()) void improve(name, at).catch(() => undefined)
}

const share = document.querySelector<HTMLButtonElement>('[data-share]')
if (share && 'share' in navigator) {
  share.hidden = false
  // The page's own address: whoever opens it from a message has scanned no sign.
  const { href } = document.querySelector<HTMLLinkElement>('link[rel=canonical]') ?? location
  share.addEventListener('click', () => {
    // Refused where the reader thinks better of it.
    navigator.share({ title: document.title, url: href }).catch(() => undefined)
  })
}

/** `data-failed` is said where a tap could not fetch what it needs. */
async function improve(name: Name, at: HTMLElement): Promise<void> {
  let isStarted = false
  const start = async (isTapped: boolean) => {
    if (isStarted) return
    isStarted = true
    try {
      const module = (await import(`/static/${name}.js`)) as Module
      await module.start(at, isTapped)
    } catch {
      // No network at this moment: the next tap tries again.
      isStarted = false
      const said = at.querySelector('button ~ small')
      if (isTapped && said) said.textContent = at.dataset['failed'] ?? said.textContent
    }
  }
  const button = at.querySelector('button')
  if (name === 'walk' && !button && !isBegun(at)) return
  // Voices come late, and a telephone lets them speak only in answer to a tap: no time to fetch anything then.
  if (!button || name === 'listen') return start(false)
  button.addEventListener('click', () => void start(true))
  const offer = button.closest<HTMLElement>('[data-offer]')
  if (offer) offer.hidden = false
  if (name === 'walk' && isBegun(at)) await start(false)
  // A phone that keeps packs is asked whether it has this one.
  if (name === 'offline' && (await caches.has('stele-packs'))) await start(false)
}

export {}
