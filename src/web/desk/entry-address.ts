import { KIND_FOLDERS, type Kind } from '../../domain/entry.ts'
import type { EntryFilter } from '../../domain/entry-list.ts'

/**
 * The address at the desk, as in `/admin/entries/streets/le-loi`; with a locale that of the text, as in
 * `…/le-loi/zh-Hans`.
 */
export function entryAddress({ kind, slug }: { kind: Kind; slug: string }, locale = ''): string {
  return `/admin/entries/${KIND_FOLDERS[kind]}/${slug}${locale && `/${locale}`}`
}

/** The list of entries, filtered; what filters nothing is left out. `page` counts from 1. */
export function listAddress(filter: Partial<EntryFilter>, page = 1): string {
  const { words, kind, unit, locale, state, marks = [] } = filter
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ q: words, kind, unit, locale, state }))
    if (value) search.set(name, value)
  for (const mark of marks) search.append('mark', mark)
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `/admin/entries?${search}` : '/admin/entries'
}
