/** The list of what this phone has kept, with how large it is; each can be removed. */
import { readableSize } from '../../domain/pack.ts'
import { listKept, removePack, SHELF, type KeptPack } from './offline/keep-pack.ts'
import { fill } from '../../domain/fill.ts'

export async function start(at: HTMLElement): Promise<void> {
  const { locale = '', unable = '' } = at.dataset
  // The page stands at another address where it is shown for one that was not kept.
  const missed = document.querySelector<HTMLElement>('[data-offer]')
  if (missed) missed.hidden = location.pathname === `/${locale}/offline`
  const heading = at.querySelector('h2')
  if (!heading) return
  if (!('caches' in window)) return at.replaceChildren(heading, paragraph(unable))
  await show(at, heading)
}

async function show(at: HTMLElement, heading: HTMLElement): Promise<void> {
  const kept = await listKept()
  at.replaceChildren(heading, ...kept.flatMap((one) => partsOf(one, at, () => show(at, heading))))
  if (kept.length > 0) return
  at.append(paragraph(at.dataset['none'] ?? ''))
  // Nothing is kept: the script that answered from it goes too.
  await caches.delete(SHELF)
  for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? [])
    await one.unregister()
}

function partsOf(kept: KeptPack, at: HTMLElement, changed: () => Promise<void>): HTMLElement[] {
  const { locale = '', line = '', size = '', remove = '' } = at.dataset
  const { lang } = document.documentElement
  const title = document.createElement('h3')
  const shown = shownOf(kept.names, locale)
  const name = kept.names[shown] ?? ''
  title.textContent = name
  title.lang = /^(?:Phường|Xã|Thị trấn) /.test(name) ? 'vi' : shown
  const { count, unit } = readableSize(kept.bytes)
  const values: Record<string, string> = {
    count: kept.pages.toLocaleString(lang),
    size: fill(size, { count: count.toLocaleString(lang), unit }),
    date: new Date(kept.at).toLocaleDateString(lang, { dateStyle: 'long' }),
  }
  const list = document.createElement('ul')
  list.className = 'list'
  list.append(...kept.entries.map((entry) => linkTo(entry, locale)))
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = remove
  button.addEventListener('click', () => void removePack(kept).then(changed))
  const told = paragraph(fill(line, values))
  const last = document.createElement('p')
  last.className = 'below'
  last.append(button)
  return [title, told, list, last]
}

/** The reader's own locale, else any there is; the locale itself where there is none. */
function shownOf(words: Record<string, string>, locale: string): string {
  return words[locale] === undefined ? (Object.keys(words)[0] ?? locale) : locale
}

function linkTo({ path, titles }: KeptPack['entries'][number], locale: string): HTMLElement {
  const shown = shownOf(titles, locale)
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = `/${locale}/${path}`
  link.lang = shown
  link.textContent = titles[shown] ?? path
  item.append(link)
  return item
}

function paragraph(words: string): HTMLElement {
  const made = document.createElement('p')
  made.textContent = words
  return made
}
