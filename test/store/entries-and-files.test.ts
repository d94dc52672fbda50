/** Entries and their files as the store gives them: in which order, and what is left out. */
import { openDatabase, RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import type { EntryPath, Facts } from '../../src/domain/entry.ts'
import type { Database } from '../../src/store/database.ts'
import { listEntries, saveEntry, showFacts } from '../../src/store/entries.ts'
import {
  addPictureSizes,
  addUpload,
  isMediaOf,
  isPublicMedia,
  listPictureSizes,
  listUnsized,
  listUploads,
  removeUploads,
} from '../../src/store/media.ts'
import { listOpenEntries } from '../../src/store/public-entries.ts'
import { findTextHistory } from '../../src/store/text-history.ts'
import { publishText, unpublishText } from '../../src/store/texts.ts'
import { actBy, addEntry, EN, ref, VI, write, ZH } from '../web/both/desk-entries.ts'
import { addPublic } from './rows.ts'

const LAN = 'lan@example.vn'
const idOf = (path: string) => path as EntryPath

/** The next state of what is known of an entry. */
async function change(
  db: Database,
  path: string,
  more: Partial<Facts>,
  { slug, files }: { slug?: string; files?: Record<string, string> } = {},
) {
  const state = (await listEntries(db)).find(({ id }) => id === path)!
  const next = {
    ...state,
    slug: slug ?? state.slug,
    facts: { ...state.facts, ...more },
    factsNumber: state.factsNumber + 1,
    files: files ?? state.files,
  }
  await db.batch(saveEntry(next, new Map(), actBy(LAN, 5)))
}

describe(`entries in ${RUNTIME}`, () => {
  let db: Database
  beforeEach(async () => {
    db = await openDatabase()
  })

  test('are opened in the order of kind and today’s slug, without what is kept back', async () => {
    for (const path of ['streets/a', 'places/b', 'places/m', 'places/c']) await addPublic(db, path)
    await addPublic(db, 'places/kin', { withheld: true })
    await addPublic(db, 'places/thoi')
    await unpublishText(db, ref('places/thoi', VI, 1), actBy(LAN, 1))
    await addEntry(db, 'places/nhap', 'Nháp')
    await change(db, 'places/m', {}, { slug: 'a' })
    const open = await listOpenEntries(db)
    expect(open.map(({ kind, slug }) => `${kind} ${slug}`)).toEqual([
      'place a',
      'place b',
      'place c',
      'street a',
    ])
  })

  test('are opened with the facts that are shown, what keeps a person back, and the texts that are public now', async () => {
    await addPublic(db, 'places/a')
    await write(db, ref('places/a', VI, 2), LAN, { minute: 1 })
    await publishText(db, ref('places/a', VI, 2), actBy(LAN, 2))
    await write(db, ref('places/a', VI, 3), LAN, { minute: 3 })
    await write(db, ref('places/a', EN, 1), LAN, { minute: 3, basedOn: 2 })
    await change(db, 'places/a', { livingPerson: true })
    const [open] = await listOpenEntries(db)
    expect(open!.texts).toMatchObject([{ locale: VI, number: 2, publishedAt: actBy(LAN, 2).at }])
    expect(open!.facts.livingPerson).toBe(true)
    expect(open!.savedAt).not.toBe(actBy(LAN, 5).at)
    await db.run(showFacts('places/a' as EntryPath))
    expect((await listOpenEntries(db))[0]!.savedAt).toBe(actBy(LAN, 5).at)
  })

  test('tell their history in the order of writing, revisions by language and number', async () => {
    await addEntry(db, 'places/a', 'A')
    for (const [locale, number] of [
      [ZH, 1],
      [VI, 1],
      [VI, 2],
      [EN, 1],
    ] as const)
      // prettier-ignore
      await write(db, ref('places/a', locale, number), LAN, { basedOn: locale === VI ? null : 1 })
    await publishText(db, ref('places/a', ZH, 1), actBy(LAN, 9))
    await publishText(db, ref('places/a', VI, 2), actBy(LAN, 8))
    await publishText(db, ref('places/a', EN, 1), actBy(LAN, 7))
    const { revisions, publications, withheld } = (await findTextHistory(db, idOf('places/a')))!
    expect(revisions.map(({ locale, number }) => `${locale} ${number}`)).toEqual([
      'en 1',
      'vi 1',
      'vi 2',
      'zh-Hans 1',
    ])
    expect(publications.map(({ locale }) => locale)).toEqual([ZH, VI, EN])
    expect(withheld).toBe(false)
    await change(db, 'places/a', { withheld: true })
    expect((await findTextHistory(db, idOf('places/a')))!.withheld).toBe(true)
    expect(await findTextHistory(db, idOf('places/b'))).toBeNull()
  })

  test('have files that anybody may see only while anybody may read of them', async () => {
    const picture = (digest: string) => ({ files: { 'a.jpg': digest } })
    for (const [path, digest] of [
      ['places/a', 'd1'],
      ['places/kin', 'd2'],
      ['places/thoi', 'd3'],
    ] as const)
      // prettier-ignore
      await addPublic(db, path).then(() => change(db, path, {}, picture(digest)))
    await addEntry(db, 'places/nhap', 'Nháp')
    await change(db, 'places/nhap', {}, picture('d4'))
    await change(db, 'places/kin', { withheld: true })
    await unpublishText(db, ref('places/thoi', VI, 1), actBy(LAN, 6))
    await db.run(addUpload(idOf('places/a'), 'b.jpg', 'd5', actBy(LAN)))
    const sizes = (of: string) => [
      { format: 'webp' as const, width: 640, height: 480, derived: `${of}-640` },
      { format: 'webp' as const, width: 320, height: 240, derived: `${of}-320` },
    ]
    for (const digest of ['d1', 'd2']) await db.run(addPictureSizes(digest, sizes(digest)))
    const seen = await Promise.all(
      ['d1', 'd1-320', 'd2', 'd2-320', 'd3', 'd4', 'd5', 'd6'].map((one) => isPublicMedia(db, one)),
    )
    expect(seen).toEqual([true, true, false, false, false, false, false, false])
    const own = await Promise.all(
      ['d1', 'd1-640', 'd5', 'd2', 'd2-320'].map((one) => isMediaOf(db, idOf('places/a'), one)),
    )
    expect(own).toEqual([true, true, true, false, false])
    const widths = await listPictureSizes(db, ['d2', 'd1', 'd3'])
    expect(widths.map(({ width }) => width)).toEqual([320, 320, 640, 640])
    expect((await listUnsized(db)).sort()).toEqual(['d3', 'd4'])
  })

  test('have uploads in the order they came, of one moment by name, until taken away', async () => {
    await addEntry(db, 'places/a', 'A')
    await addEntry(db, 'places/b', 'B')
    const send = (path: string, name: string, minute: number) =>
      db.run(addUpload(idOf(path), name, `digest of ${name}`, actBy(LAN, minute)))
    await send('places/a', 'a.jpg', 3)
    await send('places/a', 'd.jpg', 2)
    await send('places/a', 'c.jpg', 2)
    await send('places/b', 'e.jpg', 1)
    const names = async (path: string) =>
      (await listUploads(db, idOf(path))).map(({ name }) => name)
    expect(await names('places/a')).toEqual(['c.jpg', 'd.jpg', 'a.jpg'])
    await db.run(removeUploads(idOf('places/a'), ['c.jpg', 'e.jpg']))
    expect(await names('places/a')).toEqual(['d.jpg', 'a.jpg'])
    expect(await names('places/b')).toEqual(['e.jpg'])
  })
})
