/** Questions put to a page from inside; each function is sent to the browser whole, so it uses nothing around it. */

/** Every text below `main` whose colours are nearer than `least` to one (WCAG 2, 1.4.6), as `ratio text`. */
export function lowContrast(least: number): string[] {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
      const c = value / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const background = (element: Element | null): string => {
    if (!element) return 'rgb(255, 255, 255)'
    const colour = getComputedStyle(element).backgroundColor
    return channels(colour)[3] === 0 ? background(element.parentElement) : colour
  }
  return [
    ...document.querySelectorAll('main p, main li, main dd, main td, main a, button'),
  ].flatMap((element) => {
    const [a, b] = [getComputedStyle(element).color, background(element)].map(luminance)
    const ratio = (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05)
    return ratio < least ? [`${ratio.toFixed(2)} ${element.textContent}`] : []
  })
}

/** What is wider than the window, as `tag width`; empty when nothing scrolls sideways. */
export function wider(): string[] {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > width)
    .map((element) => `${element.tagName} ${element.getBoundingClientRect().right}`)
}

/** Links in navigation and lists that are lower than `least` pixels; a link in running text may be. */
export function lowTargets(least: number): string[] {
  return [...document.querySelectorAll('nav a, .list a')]
    .filter((element) => element.getBoundingClientRect().height < least)
    .map((element) => element.outerHTML)
}

/** Words whose script says another language than their `lang` does; Vietnamese names in English may pass. */
export function wronglyMarked(): string[] {
  const vietnamese = /[đăâêôơưáàãéèíìĩóòõúùũý\u1ea0-\u1ef9]/i
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const wrong: string[] = []
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (parentElement?.localName === 'script') continue
    const text = textContent ?? ''
    const lang = parentElement?.closest('[lang]')?.getAttribute('lang') ?? ''
    if (/\p{Script=Han}/u.test(text) && !lang.startsWith('zh')) wrong.push(`${lang}: ${text}`)
    if (vietnamese.test(text) && lang.startsWith('zh')) wrong.push(`${lang}: ${text}`)
  }
  return wrong
}

/** The focused element: its name, whether it lies in the window, and how thick its outline is, in pixels. */
export async function focused(): Promise<{ name: string; seen: boolean; outline: number }> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame) // has scrolled
  const element = document.activeElement ?? document.body
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  return {
    name: element === document.body ? '' : (element.getAttribute('href') ?? element.tagName),
    seen: left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1,
    outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
  }
}
