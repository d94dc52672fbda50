/** A desk in the test: one entry in a fresh database, and editors who work on its texts a minute apart. */
import { openDatabase } from '#runtime'
import type { EntryPath, Facts } from '../../src/domain/entry.ts'
import type { Locale } from '../../src/domain/locale.ts'
import type { RevisionRef } from '../../src/domain/revision.ts'
import { textStandings, type TextStanding } from '../../src/domain/text-state.ts'
import { saveEntry, type Act } from '../../src/store/entries.ts'
import { listEntryStates } from '../../src/store/entry-states.ts'
import { findTextHistory, type TextHistory } from '../../src/store/text-history.ts'
import { publishText, saveText, type NewRevision } from '../../src/store/texts.ts'
import { expect } from 'vitest'

export const ENTRY = 'streets/vi-du' as EntryPath
export const [VI, KM, EN] = ['vi', 'km', 'en'] as [Locale, Locale, Locale]
export const LAN = 'lan@example.vn'
export const MINH = 'minh@example.vn'

const FACTS: Facts = {
  names: [{ text: 'Đường Ví Dụ', locale: VI, kind: 'official' }],
  adminUnits: [{ code: '05986' }],
  restrictedLocation: false,
  livingPerson: false,
  sources: [],
  withheld: false,
  review: { state: 'pending' },
}

export async function openDesk() {
  const db = await openDatabase()
  let minute = 0
  const act = (by: string = LAN): Act => ({
    by,
    at: new Date(Date.UTC(2026, 10, 23, 2, minute++)).toISOString(),
  })
  const entry = { id: ENTRY, kind: 'street' as const, slug: 'vi-du', facts: FACTS }
  await db.batch(saveEntry({ ...entry, factsNumber: 1, files: {} }, new Map(), act('import')))

  const revision = (locale: Locale, number: number): RevisionRef => ({
    entry: ENTRY,
    locale,
    number,
  })
  const save = async (locale: Locale, number: number, more: Partial<NewRevision> = {}, by = LAN) =>
    saveText(
      db,
      {
        ...revision(locale, number),
        title: `${locale} ${number}`,
        summary: 'Tóm tắt.',
        body: 'Một.',
        origin: 'hand',
        basedOn: null,
        ...more,
      },
      act(by),
    )
  const publish = (locale: Locale, number: number, by = LAN) =>
    publishText(db, revision(locale, number), act(by))
  const history = async () => (await findTextHistory(db, ENTRY)) as TextHistory

  /** As the page of the entry derives it, after making sure that the list derives the same. */
  const standings = async (): Promise<Record<string, TextStanding>> => {
    const [listed] = await listEntryStates(db)
    const onPage = textStandings(await history(), VI, [VI, KM, EN])
    expect(textStandings(listed!.rows, VI, [VI, KM, EN])).toEqual(onPage)
    return Object.fromEntries(onPage.map((standing) => [standing.locale, standing]))
  }
  /** `draft`, or `published, stale` when what is public is stale. */
  const states = async () =>
    Object.fromEntries(
      Object.values(await standings()).map(({ locale, state, published }) => [
        locale,
        published?.isStale ? `${state}, stale` : state,
      ]),
    )
  return { db, act, revision, save, publish, history, standings, states }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>
