/**
 * At a tap, and never before: the pack of a ward or a walk is kept on the phone, and a script of ours answers from it.
 */
import { keepPack, listKept, rememberLocale, removePack } from './offline/keep-pack.ts'

/** `isTapped`: false when the page only looks whether its pack is there already. */
export async function start(at: HTMLElement, isTapped: boolean): Promise<void> {
  const { pack = '', locale = '' } = at.dataset
  const button = at.querySelector('button')
  const said = at.querySelector('button ~ small')
  if (!button || !said) return
  said.setAttribute('role', 'status')
  const say = (key: string) => (said.textContent = at.dataset[key] ?? '')
  const keep = async () => {
    button.disabled = true
    say('saving')
    try {
      await keepPack(pack)
      await rememberLocale(locale)
      await navigator.serviceWorker
        .register('/sw.js', { updateViaCache: 'none' })
        .catch((error: unknown) => takeBack(pack, error))
      button.hidden = true
      say('saved')
    } catch (error) {
      button.disabled = false
      say(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed')
    }
  }
  button.addEventListener('click', () => void keep())
  if ((await listKept()).some(({ address }) => address === pack)) {
    button.hidden = true
    say('saved')
  } else if (isTapped) await keep()
}

/** Takes the pack back where no script can be registered: pages that nothing would ever answer from are not kept. */
async function takeBack(pack: string, error: unknown): Promise<never> {
  for (const kept of await listKept()) if (kept.address === pack) await removePack(kept)
  throw error
}
