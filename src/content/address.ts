/** Which addresses a text may hold. Everything that is not on these lists is never rendered. */
import { parseEntryPath, type EntryPath } from '../domain/entry.ts'
import { parseLocale } from '../domain/locale.ts'

/** The text a link stands in: relative links are told from there. */
export interface Place {
  entry: EntryPath
  locale: string
}

/** White space and control characters are dropped by browsers inside an address, and could hide another one. */
const HIDING = /[\s\p{C}\\]/u

/** The address, if it is http, https, mailto, tel, `/from-the-root` or `#part-of-page`; null for everything else. */
export function safeAddress(href: string): string | null {
  if (HIDING.test(href)) return null
  return /^(?:https?:\/\/[^/]|mailto:[^/]|tel:[+\d]|\/(?!\/)|#)/i.test(href) ? href : null
}

/** Whether a picture is a file of the entry's own folder, with or without `./`; nothing deeper, nothing elsewhere. */
export function isLocalImage(src: string): boolean {
  return /^(?:\.\/)?[A-Za-z0-9][A-Za-z0-9._-]*\.(?:jpe?g|png|webp|avif|gif)$/i.test(src)
}

/**
 * The entry a link inside the site leads to, or null when the link is no link to an entry; whether that entry exists is
 * not asked. `/vi/figures/x` and `/figures/x` as on the site; `../x` and `../../figures/x` as in the folder.
 */
export function linkedEntry(href: string, from: EntryPath | null): EntryPath | null {
  const path = href.split(/[?#]/)[0]?.replace(/\/$/, '') ?? ''
  const parts = path.startsWith('/') ? fromRoot(path) : fromFolder(path, from)
  return parts && parts.length === 2 ? (parseEntryPath(parts.join('/'))?.path ?? null) : null
}

/** Whether a link is told from the entry's folder. */
export function isRelative(href: string): boolean {
  return /^\.\.?\//.test(href)
}

/** A language before the path is dropped. */
function fromRoot(path: string): string[] {
  const parts = path.split('/').slice(1)
  return parts.length === 3 && parseLocale(parts[0] ?? '') ? parts.slice(1) : parts
}

/** Links between text files lead to the entries they belong to. */
function fromFolder(path: string, from: EntryPath | null): string[] | null {
  if (!from || !isRelative(path)) return null
  const at = from.split('/')
  for (const part of path.split('/')) {
    if (part === '..') {
      if (at.pop() === undefined) return null
    } else if (part !== '.' && part !== '') at.push(part)
  }
  return at.at(-1)?.endsWith('.md') ? at.slice(0, -1) : at
}
