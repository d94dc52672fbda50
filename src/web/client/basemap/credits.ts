/** Who made the base map, as its file says: words and links, nothing else of what may stand there. */
import { TileType } from 'pmtiles'

const OSM = 'https://www.openstreetmap.org/copyright'

/** Vector tiles that name nobody come from OpenStreetMap, whose licence (ODbL) wants to be named. */
export function creditsOf(metadata: unknown, tiles: TileType, locale: string): HTMLElement {
  const said = (metadata as { attribution?: unknown } | null)?.attribution
  const text = typeof said === 'string' ? said.trim() : ''
  const line = document.createElement('small')
  line.className = 'streets-credit'
  line.lang = text ? 'en' : locale
  if (text)
    line.append(...partsOf(new DOMParser().parseFromString(linksOnly(text), 'text/html').body))
  else if (tiles === TileType.Mvt) line.append('© ', linkTo(OSM, 'OpenStreetMap'))
  return line
}

/**
 * The words and links of what was said, before anything parses it: of the tags only links are left, of those only where
 * they lead.
 */
function linksOnly(html: string): string {
  return html
    .replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, '')
    .replace(/<(?!\/?a[\s>])[^>]*>/gi, '')
    .replace(/<a\b[^>]*>/gi, (tag) => {
      const [, , href = ''] = /\shref\s*=\s*(["'])(https?:\/\/[^"'<>]*)\1/i.exec(tag) ?? []
      return `<a href="${href}">`
    })
}

function partsOf(node: Node): (string | HTMLElement)[] {
  return [...node.childNodes].map((child) => {
    const href = child.nodeName === 'A' ? (child as Element).getAttribute('href') : null
    return href ? linkTo(href, child.textContent ?? '') : (child.textContent ?? '')
  })
}

function linkTo(href: string, words: string): HTMLElement {
  const link = document.createElement('a')
  link.href = href
  link.rel = 'noreferrer'
  link.textContent = words
  return link
}
