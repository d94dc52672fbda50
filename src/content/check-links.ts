/** Entries that entries speak of have to exist. */
import type { EntryPath } from '../domain/entry.ts'
import { shortened } from '../domain/folder.ts'
import { isRelative } from './address.ts'
import type { Checking, EntryCheck, TextCheck } from './checking.ts'
import { linksIn } from './markdown-links.ts'

export const checkLinksInFacts: EntryCheck = (entry, { entries, report }) => {
  const { facts, lineOf } = entry.yaml
  for (const key of ['namedAfter', 'related'] as const)
    facts[key]?.forEach((path, i) => {
      const line = lineOf([key, i])
      if (path === entry.path) report('link.to-itself', entry.file, line, { key, entry: path })
      else if (!entries.has(path)) report('link.unknown-entry', entry.file, line, { link: path })
    })
}

/**
 * Links to entries that do not exist, in withheld passages too. A former slug still answers, so a link to one is in
 * order.
 */
export const checkLinksInText: TextCheck = ({ read, file, entry }, checking) => {
  for (const { href, line, isInternal, entry: path } of linksIn(read, entry.path)) {
    if (!isInternal) continue
    const isBroken = path === null ? looksLikeEntry(href, checking) : !exists(path, checking)
    if (isBroken) checking.report('link.unknown-entry', file, line, { link: shortened(href) })
  }
}

function exists(path: EntryPath, { entries }: Checking): boolean {
  if (entries.has(path)) return true
  const [folder, slug = ''] = path.split('/')
  return [...entries.values()].some(
    (entry) => entry.path.startsWith(`${folder}/`) && entry.yaml?.facts.formerSlugs?.includes(slug),
  )
}

/** Addresses of the site that are no entries: as the routes have them. */
const OTHER_PAGES = ['search', 'map', 'about', 'units', 'signs']

/** Relative links always; links from the root when they have the form of an entry's address. */
function looksLikeEntry(href: string, { site }: Checking): boolean {
  if (isRelative(href)) return true
  const [locale = '', page = '', slug = ''] = href.split(/[?#]/)[0]?.split('/').slice(1) ?? []
  const isOurs = site?.locales.some((one) => one === locale) ?? false
  return isOurs && slug !== '' && !OTHER_PAGES.includes(page)
}
