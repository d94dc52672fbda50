import { openDatabase, RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { agreeOnFolder, exportFolder } from '../../../src/exchange/folder/export-folder.ts'
import { importInto } from '../../../src/exchange/folder/import-folder.ts'
import type { EntryPath } from '../../../src/domain/entry.ts'
import type { Folder } from '../../../src/domain/folder.ts'
import type { Locale } from '../../../src/domain/locale.ts'
import type { Database } from '../../../src/store/database.ts'
import { findEditionNumber } from '../../../src/store/site-settings.ts'
import { listEntries, saveEntry } from '../../../src/store/entries.ts'
import { listRevisions, publish } from '../../../src/store/revisions.ts'
import { removeText, restoreText, saveText } from '../../../src/store/texts.ts'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { findTextHistory } from '../../../src/store/text-history.ts'
import { textStandings } from '../../../src/domain/text-state.ts'
import { issueSigns } from '../../../src/store/issue-signs.ts'
import type { SignEvent } from '../../../src/domain/sign.ts'
import { addSignEvents, listSignEvents, listSigns } from '../../../src/store/signs.ts'
import { StaleRevisionError } from '../../../src/domain/errors.ts'
import { INSTALLATIONS, SONG_NGU } from '../../web/both/installations.ts'
import { importOptions } from '../../web/both/running.ts'

const TEXT = 'content/streets/vi-du/vi.md'
const STREET = 'streets/vi-du' as EntryPath
const VI = 'vi' as Locale
const { act } = importOptions
const decode = (bytes?: Uint8Array) => new TextDecoder().decode(bytes)
const encode = (text: string) => new TextEncoder().encode(text)

/** The folder with one passage of one file replaced. */
function changed(folder: Folder, file: string, passage: string, by: string): Folder {
  const text = decode(folder.get(file))
  if (!text.includes(passage)) throw new Error(`${file} does not hold ${passage}`)
  return new Map([...folder, [file, encode(text.replace(passage, by))]])
}

const texts = (folder: Folder) =>
  Object.fromEntries([...folder].map(([path, bytes]) => [path, decode(bytes)]))

const rowsSorted = (folder: Folder) =>
  Object.fromEntries(
    Object.entries(texts(folder)).map(([path, text]) => [
      path,
      path.endsWith('.csv') ? text.split('\n').sort() : text,
    ]),
  )

describe(`import and export, on ${RUNTIME}`, () => {
  let db: Database
  let media: Map<string, Uint8Array<ArrayBuffer>>
  const take = (folder: Folder) =>
    importInto(db, folder, {
      ...importOptions,
      media: {
        put: (digest, bytes) => Promise.resolve(void media.set(digest, new Uint8Array(bytes))),
      },
    })
  const give = () => exportFolder(db, (digest) => Promise.resolve(media.get(digest) ?? null))

  beforeEach(async () => {
    db = await openDatabase()
    media = new Map()
  })

  test.each(Object.entries(INSTALLATIONS))('give %s back byte for byte', async (_name, folder) => {
    await take(folder)
    expect(texts(await give())).toEqual(texts(folder))
  })

  test('a picture comes back as it went in', async () => {
    const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3])
    const image =
      'images:\n  - { file: a.jpg, alt: { vi: Biển, km: ផ្លាក }, author: Lan, licence: CC0 }\nrelated'
    const folder = new Map([
      ...changed(SONG_NGU, 'content/streets/vi-du/entry.yaml', 'related', image),
      ['content/streets/vi-du/a.jpg', picture] as const,
    ])
    expect((await take(folder)).findings).toEqual([])
    expect(texts(await give())).toEqual(texts(folder))
    expect((await give()).get('content/streets/vi-du/a.jpg')).toEqual(picture)
  })

  test('keep the numbers of revisions, and the second import changes nothing', async () => {
    await take(SONG_NGU)
    const edition = await findEditionNumber(db)
    const again = await take(SONG_NGU)
    expect([again.taken, again.kept, again.conflicts]).toEqual([[], [], []])
    expect(await findEditionNumber(db)).toBe(edition)
    const pagoda = await listRevisions(db, 'heritage-sites/chua-vi-du' as EntryPath, VI)
    expect(pagoda.map((revision) => revision.number)).toEqual([4])
  })

  test('a changed file becomes the next revision, once', async () => {
    await take(SONG_NGU)
    const folder = changed(SONG_NGU, TEXT, 'không có thật', 'hoàn toàn không có thật')
    expect((await take(folder)).taken).toEqual([TEXT])
    expect((await take(folder)).taken).toEqual([])
    expect((await listRevisions(db, STREET, VI)).map((r) => r.number)).toEqual([1, 2])
    expect(decode((await give()).get(TEXT))).toContain('revision: 2')
    expect((await take(await give())).taken).toEqual([])
  })

  test('a text changed on both sides is refused by name, and nothing is written', async () => {
    await take(SONG_NGU)
    const [first] = await listRevisions(db, STREET, VI)
    const atDesk = { ...first!, number: 2, title: 'Đường Ví Dụ', summary: 'Sửa ở bàn biên tập.' }
    await saveText(db, atDesk, importOptions.act)
    await db.batch(publish(atDesk, importOptions.act))
    const both = changed(
      changed(SONG_NGU, TEXT, 'không có thật', 'hoàn toàn không có thật'),
      'content/streets/vi-du/km.md',
      'មិនមានពិតទេ',
      'គ្មានពិតទេ',
    )
    const edition = await findEditionNumber(db)
    const result = await take(both)
    expect(result.conflicts).toEqual([TEXT])
    expect(result.taken).toEqual([])
    expect(await findEditionNumber(db)).toBe(edition)
    expect((await listRevisions(db, STREET, 'km' as Locale)).length).toBe(1)
  })

  test('a text changed only in the database is kept, however often the old folder is imported', async () => {
    await take(SONG_NGU)
    const [first] = await listRevisions(db, STREET, VI)
    await saveText(db, { ...first!, number: 2, summary: 'Sửa ở bàn biên tập.' }, importOptions.act)
    const result = await take(SONG_NGU)
    expect([result.kept, result.taken]).toEqual([[TEXT], []])
    expect((await listRevisions(db, STREET, VI)).length).toBe(2)
  })

  test('an imported text is public, not stale, and has its line in the audit log', async () => {
    await take(SONG_NGU)
    const states = async () => {
      const history = (await findTextHistory(db, STREET))!
      const standings = textStandings(history, VI, [VI])
      return standings.map(({ state, published }) => [state, published?.isStale])
    }
    expect(await states()).toEqual([
      ['published', false],
      ['published', false],
    ])
    await take(changed(SONG_NGU, TEXT, 'không có thật', 'hoàn toàn không có thật'))
    expect(await states()).toEqual([
      ['published', false],
      ['published', true],
    ])
    expect(await listAuditOf(db, `${STREET}/vi`)).toMatchObject([
      { what: 'text.imported', by: 'import', details: { number: 2 } },
      { what: 'text.imported', by: 'import', details: { number: 1 } },
    ])
  })

  test('approved facts that a folder puts back to pending are told by name', async () => {
    const file = 'content/streets/vi-du/entry.yaml'
    const yaml = decode(SONG_NGU.get(file))
    const pending = yaml.replace(/^review:.*(?:\n {2}.*)*$/m, 'review: { state: pending }')
    const approved = yaml.replace(
      /^review:.*(?:\n {2}.*)*$/m,
      'review: { state: approved, by: Lan, on: 2026-11-01 }',
    )
    const withFacts = (text: string) => new Map([...SONG_NGU, [file, encode(text)] as const])
    expect((await take(withFacts(pending))).pended).toEqual([])
    expect((await take(withFacts(approved))).pended).toEqual([])
    // As it was before: the database is newer.
    expect((await take(withFacts(pending))).pended).toEqual([])
    const changed = pending.replace(/^sources:/m, 'toVerify:\n  - { what: Xem lại }\nsources:')
    expect((await take(withFacts(changed))).pended).toEqual([file])
    expect((await take(withFacts(changed))).pended).toEqual([])
  })

  test('a text that was removed stays removed, whatever the folder holds, and leaves the next export', async () => {
    await take(SONG_NGU)
    const km = { entry: STREET, locale: 'km' as Locale }
    const file = 'content/streets/vi-du/km.md'
    await removeText(db, km, importOptions.act)
    expect((await take(SONG_NGU)).kept).toEqual([file])
    const rewritten = changed(SONG_NGU, file, 'មិនមានពិតទេ', 'គ្មានពិតទេ')
    expect((await take(rewritten)).conflicts).toEqual([file])
    expect((await give()).has(file)).toBe(false)
    await restoreText(db, km, importOptions.act)
    expect((await give()).has(file)).toBe(true)
    expect((await take(rewritten)).taken).toEqual([file])
  })

  test('two people who save the same number do not overwrite each other', async () => {
    await take(SONG_NGU)
    const [first] = await listRevisions(db, STREET, VI)
    await saveText(db, { ...first!, number: 2, summary: 'Lan.' }, importOptions.act)
    await expect(
      saveText(db, { ...first!, number: 2, summary: 'Minh.' }, importOptions.act),
    ).rejects.toBeInstanceOf(StaleRevisionError)
  })

  test('facts changed on both sides are refused, until the two are merged in a fresh export', async () => {
    const file = 'content/streets/vi-du/entry.yaml'
    await take(SONG_NGU)
    const inFolder = changed(SONG_NGU, file, 'Hồ sơ đường phố', 'Hồ sơ đường phố bản 2')
    const state = (await listEntries(db)).find((entry) => entry.id === STREET)!
    const facts = { ...state.facts, livingPerson: true }
    await db.batch(saveEntry({ ...state, facts, factsNumber: 2 }, new Map(), importOptions.act))
    expect((await take(SONG_NGU)).kept).toEqual([file])
    expect((await take(inFolder)).conflicts).toEqual([file])
    const merged = changed(await give(), file, 'Hồ sơ đường phố', 'Hồ sơ đường phố bản 2')
    await agreeOnFolder(db)
    expect((await take(merged)).taken).toEqual([file])
    expect((await take(SONG_NGU)).kept).toEqual([file])
  })

  test('a bad text leaves its entry’s other languages in; bad facts leave the entry out; neither is half-taken', async () => {
    const bad = changed(
      changed(SONG_NGU, 'content/streets/vi-du/km.md', 'title:', 'tittle:'),
      'content/heritage-sites/chua-vi-du/entry.yaml',
      'level: provincial',
      'level: ???',
    )
    const result = await take(bad)
    expect(result.left).toEqual([
      'content/heritage-sites/chua-vi-du/entry.yaml',
      'content/streets/vi-du/km.md',
    ])
    expect((await listEntries(db)).map((entry) => entry.id)).not.toContain(
      'heritage-sites/chua-vi-du',
    )
    expect((await listRevisions(db, STREET, VI)).length).toBe(1)
    expect((await listRevisions(db, STREET, 'km' as Locale)).length).toBe(0)
    expect((await take(SONG_NGU)).left).toEqual([])
    // What came later stands later in the tables; everything else is as it was.
    expect(rowsSorted(await give())).toEqual(rowsSorted(SONG_NGU))
  })

  test('a code issued in the database comes out in the register, and is never issued twice', async () => {
    await take(SONG_NGU)
    const taken = (await listSigns(db))[0]!.code
    const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
    const drawn = [...taken.slice(0, 5), ...'22222'].map((char) => alphabet.indexOf(char))
    const about = { entry: STREET, issuedOn: '2026-11-23', placement: 'Giữa đường' }
    const [code] = await issueSigns(db, 1, about, { random: () => drawn.shift() ?? 0, act })
    expect(code).not.toBe(taken)
    const register = decode((await give()).get('signs/register.csv'))
    expect(register).toContain(`${code},streets/vi-du,2026-11-23,Giữa đường`)
    expect((await take(await give())).taken).toEqual([])
  })

  test('what happened to a sign comes back as it went out, an order that was cancelled too', async () => {
    await take(SONG_NGU)
    const about = { entry: STREET, issuedOn: '2026-11-23', placement: '' }
    const [code] = await issueSigns(db, 1, about, { random: () => 3, act })
    const happened = (on: string, what: SignEvent['what'], note: string): SignEvent => {
      const where = { lat: null, lon: null, successor: null }
      return { code: code!, on, what, by: 'Lan', note, ...where }
    }
    const events = [
      happened('2026-11-24', 'ordered', 'LS-2026-001'),
      happened('2026-11-25', 'cancelled', 'LS-2026-001'),
      happened('2026-11-25', 'ordered', 'LS-2026-002'),
      happened('2026-11-28', 'printed', 'LS-2026-002'),
    ]
    await db.run(addSignEvents(events))
    const out = await give()
    db = await openDatabase()
    expect((await take(out)).findings).toEqual([])
    expect((await listSignEvents(db)).filter((event) => event.code === code)).toEqual(events)
    expect(texts(await give())).toEqual(texts(out))
  })

  test('a row of the register written out can be changed in the folder, but not its day of issue', async () => {
    const file = 'signs/register.csv'
    await take(SONG_NGU)
    await issueSigns(
      db,
      1,
      { entry: STREET, issuedOn: '2026-11-23', placement: '' },
      { random: () => 3, act },
    )
    const out = await give()
    await agreeOnFolder(db)
    const code = (await listSigns(db)).at(-1)!.code
    const row = `${code},streets/vi-du,2026-11-23,`
    const placed = changed(out, file, row, `${row}Giữa đường`)
    expect((await take(placed)).taken).toEqual([`${file}#${code}`])
    const otherDay = changed(
      placed,
      file,
      `${code},streets/vi-du,2026`,
      `${code},streets/vi-du,2025`,
    )
    expect((await take(otherDay)).conflicts).toEqual([`${file}#${code}`])
  })

  test('a folder that was renamed and says so stays the same entry: signs, texts and old addresses lead on', async () => {
    await take(SONG_NGU)
    const moved = new Map(
      [...SONG_NGU].map(([path, bytes]) => [
        path.replace('streets/vi-du/', 'streets/duong-vi-du/'),
        path.endsWith('.csv')
          ? encode(decode(bytes).replaceAll('streets/vi-du', 'streets/duong-vi-du'))
          : bytes,
      ]),
    )
    const yaml = 'content/streets/duong-vi-du/entry.yaml'
    const renamed = changed(moved, yaml, 'namedAfter', 'formerSlugs: [vi-du]\nnamedAfter')
    const result = await take(renamed)
    expect(result.findings).toEqual([])
    expect(result.conflicts).toEqual([])
    expect((await listEntries(db)).filter((entry) => entry.kind === 'street')).toMatchObject([
      { id: STREET, slug: 'duong-vi-du' },
    ])
    expect((await listRevisions(db, STREET, VI)).length).toBe(1)
    expect(rowsSorted(await give())).toEqual(rowsSorted(renamed))
    expect((await take(renamed)).taken).toEqual([])
    // A copy of the folder from before: refused by name, not taken for another street.
    const old = await take(SONG_NGU)
    expect(old.conflicts).toContain('content/streets/vi-du/entry.yaml')
    expect((await listEntries(db)).filter((entry) => entry.kind === 'street')).toHaveLength(1)
  })
})
