/** Pictures and recordings: listed, there, described in every language of the entry, and each of one thing only. */
import type { EntryFolder } from './read-content.ts'
import type { Checking, EntryCheck, TextCheck } from './checking.ts'
import { isLocalImage, safeAddress } from './address.ts'
import { shortened } from '../domain/folder.ts'
import { isRecording } from '../domain/media-file.ts'
import { tokensByLine } from './markdown-links.ts'
import type { Tokens } from 'marked'
import { localesOf } from '../domain/site.ts'

export const checkImages: EntryCheck = (entry, { site, report }) => {
  const { facts, lineOf } = entry.yaml
  const listed = facts.images ?? []
  listed.forEach(({ file, alt, decorative }, i) => {
    const line = lineOf(['images', i])
    if (!entry.images.has(file)) report('image.missing', entry.file, line, { image: file })
    if (decorative) return
    for (const locale of entry.textFiles)
      if (!alt?.[locale] && (!site || site.locales.includes(locale)))
        report('image.no-alt', entry.file, line, { image: file, locale })
  })
  for (const name of entry.images.keys())
    if (!isRecording(name) && !listed.some(({ file }) => file === name))
      report('image.not-listed', entry.folder + name, 0, { image: name })
}

/** Recordings: there, listed, and in a language of the site; of two in one language nobody would hear the second. */
export const checkAudio: EntryCheck = (entry, { site, report }) => {
  const { facts, lineOf } = entry.yaml
  const listed = facts.audio ?? []
  const offered = site && localesOf(site)
  listed.forEach(({ file, locale }, i) => {
    const line = lineOf(['audio', i])
    if (!entry.images.has(file)) report('audio.missing', entry.file, line, { audio: file })
    if (offered && !offered.includes(locale))
      report('audio.unknown-locale', entry.file, line, { locale, offered: offered.join(', ') })
    if (listed.findIndex((other) => other.locale === locale) < i)
      report('audio.twice', entry.file, line, { locale })
  })
  for (const name of entry.images.keys())
    if (isRecording(name) && !listed.some(({ file }) => file === name))
      report('audio.not-listed', entry.folder + name, 0, { audio: name })
}

/**
 * The same picture in two entries, told at each of them: the program cannot know which of them is right. Bytes are
 * compared, not names.
 */
export function checkSameImages({ entries, report }: Checking): void {
  const bySize = new Map<number, { entry: EntryFolder; name: string; bytes: Uint8Array }[]>()
  for (const entry of entries.values())
    for (const [name, bytes] of entry.images)
      bySize.set(bytes.length, [...(bySize.get(bytes.length) ?? []), { entry, name, bytes }])
  for (const pictures of bySize.values())
    for (const one of pictures) {
      const other = pictures.find((p) => p.entry !== one.entry && isSame(p.bytes, one.bytes))
      if (other)
        report('image.twice', one.entry.folder + one.name, 0, {
          image: one.name,
          other: other.entry.folder + other.name,
        })
    }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** Pictures, addresses and raw HTML in the body that no page will show; in withheld passages too. */
export const checkMarkup: TextCheck = ({ read, file, entry }, { report }) => {
  for (const { token, line } of tokensByLine(read)) {
    if (token.type === 'html') report('text.raw-html', file, line, { html: shortened(token.raw) })
    if (token.type === 'link') {
      const { href } = token as Tokens.Link
      if (!/^\.\.?\//.test(href) && safeAddress(href) === null)
        report('text.unsafe-address', file, line, { address: shortened(href) })
    }
    if (token.type === 'image') {
      const { href } = token as Tokens.Image
      const name = href.replace(/^\.\//, '')
      if (!isLocalImage(href)) report('text.remote-image', file, line, { address: shortened(href) })
      else if (!entry.images.has(name)) report('image.missing', file, line, { image: name })
    }
  }
}
