/** Entries and texts for pages of the desk, beside those of the folder; and what a page lists. */
import { parseEntryPath, type Facts } from '../../../src/domain/entry.ts'
import type { Locale } from '../../../src/domain/locale.ts'
import type { RevisionRef } from '../../../src/domain/revision.ts'
import type { Database } from '../../../src/store/database.ts'
import { saveEntry } from '../../../src/store/entries.ts'
import { saveText } from '../../../src/store/texts.ts'
import { NOW } from './running.ts'

export const [VI, EN, ZH] = ['vi', 'en', 'zh-Hans'] as [Locale, Locale, Locale]

/** `minute`: after the beginning of the test's day. */
export function actBy(by: string, minute = 0) {
  return { by, at: new Date(NOW.getTime() + minute * 60_000).toISOString() }
}

export function ref(path: string, locale: Locale, number: number): RevisionRef {
  const { path: entry } = parseEntryPath(path)!
  return { entry, locale, number }
}

export async function addEntry(
  db: Database,
  path: string,
  name: string,
  more: Partial<Facts> = {},
) {
  const { path: id, kind, slug } = parseEntryPath(path)!
  const facts: Facts = {
    names: [{ text: name, locale: VI, kind: 'official' }],
    restrictedLocation: false,
    livingPerson: false,
    sources: [],
    withheld: false,
    review: { state: 'pending' },
    ...more,
  }
  await db.batch(
    saveEntry({ id, kind, slug, facts, factsNumber: 1, files: {} }, new Map(), actBy('import')),
  )
}

export async function write(
  db: Database,
  { entry, locale, number }: RevisionRef,
  by: string,
  { basedOn = null, minute = 0 }: { basedOn?: number | null; minute?: number } = {},
) {
  const text = { title: `${entry} ${number}`, summary: 'Tóm tắt.', body: 'Một.', basedOn }
  await saveText(db, { entry, locale, number, ...text, origin: 'hand' }, actBy(by, minute))
}

/** Official names in the rows of the list, in their order. */
export function namesListed(html: string): string[] {
  return [...html.matchAll(/<th scope="row"><a href="[^"]*"><bdi[^>]*>([^<]*)<\/bdi>/g)].map(
    ([, name]) => name ?? '',
  )
}

/** Texts and entries under a heading of the page of the day: `[]` where that heading is not there. */
export function waitingUnder(html: string, title: string): string[] {
  const [section = ''] =
    html.split('<section').filter((part) => part.includes(`id="${title}"`)) ?? []
  return [...section.matchAll(/<li><a href="\/admin\/entries\/([^"]*)"/g)].map(
    ([, path]) => path ?? '',
  )
}
