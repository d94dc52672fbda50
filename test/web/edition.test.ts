/** The edition of Lạng Sơn that is in content/ and signs/: whole, clean, and every page of it there and small. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFolder, type ReadFolder } from '../../src/exchange/folder/check-folder.ts'
import { readFolderFromDisk } from '../../src/exchange/folder/folder-on-disk.ts'
import { importInto } from '../../src/exchange/folder/import-folder.ts'
import { type EntryPath, type Kind, pageAddress } from '../../src/domain/entry.ts'
import type { Folder } from '../../src/domain/folder.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { parseEntryPath } from '../../src/domain/entry.ts'
import { importOptions } from './both/running.ts'
import { serve, type Serving } from './server.ts'

const LOCALES = ['vi', 'zh-Hans', 'en'] as Locale[]
const TODAY = '2026-11-28'
/** What has no spot of its own shares the sign of its host, whose note names it. */
const HOSTED = ['van-hoa-bac-son', 'le-hoi-ky-cung-ta-phu', 'then-tay-nung-thai'].concat(
  'cong-vien-dia-chat-lang-son',
)
/** RFC 6928: ten packets at once. */
const BUDGET = 14_600

let folder: Folder
let read: ReadFolder

beforeAll(async () => {
  folder = await readFolderFromDisk('.')
  read = readFolder(folder, TODAY)
})

const pathsOf = (kind: Kind) =>
  [...read.entries.keys()].filter((path) => parseEntryPath(path)?.kind === kind)

describe('the folder', () => {
  test('gives no finding, not even a warning', () => {
    expect(read.findings).toEqual([])
  })

  test('has every street, figure, site and walk, in three languages', () => {
    const count = (kind: Kind) => pathsOf(kind).length
    expect([count('street'), count('figure'), count('walk')]).toEqual([69, 66, 5])
    expect(count('heritage-site') + count('place')).toBe(50)
    for (const [path, { texts }] of read.entries)
      expect([...texts.keys()].sort(), path).toEqual(['en', 'vi', 'zh-Hans'])
  })

  test('claims no review that nobody has made', () => {
    for (const [path, { facts }] of read.entries)
      expect(facts.review, path).toEqual({ state: 'pending' })
  })

  test('has walks of four to nine stops', () => {
    for (const path of pathsOf('walk')) {
      const stops = read.entries.get(path)?.facts.stops?.length ?? 0
      expect(stops, path).toBeGreaterThanOrEqual(4)
      expect(stops, path).toBeLessThanOrEqual(9)
    }
  })

  test('has a sign at both ends of every street and at every site with a spot of its own', () => {
    const signsOf = (path: EntryPath) => read.signs.filter(({ entry }) => entry === path)
    for (const path of pathsOf('street')) expect(signsOf(path).length, path).toBe(2)
    for (const path of [...pathsOf('heritage-site'), ...pathsOf('place')]) {
      const slug = path.split('/')[1] ?? ''
      const name = read.entries.get(path)?.facts.names[0]?.text ?? ''
      const isHosted = HOSTED.includes(slug)
      expect(signsOf(path).length, path).toBe(isHosted ? 0 : 1)
      if (isHosted) expect(read.signs.filter(({ note }) => note.includes(name)).length).toBe(1)
    }
    for (const { placement } of read.signs) expect(placement).not.toBe('')
  })
})

/** Drafts as they stood when a check told of them. */
const DRAFTS = [
  {
    rule: 'text.same-sentence',
    file: 'content/figures/da-tuong/vi.md',
    now: 'Năm sinh, năm mất và quê của Dã Tượng chưa thấy tài liệu nào ghi',
    draft: 'Theo những gì tìm được, năm sinh, năm mất và quê quán của ông không rõ',
  },
  {
    rule: 'text.unsupported-number',
    file: 'content/places/song-ky-cung/entry.yaml',
    now: 'attests: ["2025"]',
    draft: 'attests: ["2000"]',
  },
]

describe('the checks tell again what they told while this was written', () => {
  test.each(DRAFTS)('$rule in $file', ({ rule, file, now, draft }) => {
    const text = new TextDecoder().decode(folder.get(file))
    expect(text).toContain(now)
    const then = new Map(folder).set(file, new TextEncoder().encode(text.replace(now, draft)))
    const found = readFolder(then, TODAY).findings.map((finding) => finding.rule)
    expect(new Set(found)).toEqual(new Set([rule]))
  })
})

describe('the site', () => {
  let site: Serving
  beforeAll(async () => {
    site = await serve(folder)
  }, 120_000)
  afterAll(() => site.remove())

  test('has every page in every language, within the first packets', async () => {
    for (const [path] of read.entries) {
      const { kind, slug } = parseEntryPath(path)!
      for (const locale of LOCALES) {
        const { status, bytes } = await site.ask(pageAddress(kind, slug, locale), {
          headers: { 'Accept-Encoding': 'gzip' },
        })
        expect(status, `${locale} ${path}`).toBe(200)
        expect(bytes.byteLength, `${locale} ${path}`).toBeLessThanOrEqual(BUDGET)
      }
    }
  }, 120_000)

  test('has lists and a map that fit them too', async () => {
    const lists = ['', 'streets', 'figures', 'heritage-sites', 'places', 'walks', 'units', 'map']
    for (const locale of LOCALES)
      for (const list of lists) {
        const { status, bytes } = await site.ask(`/${locale}/${list}`, {
          headers: { 'Accept-Encoding': 'gzip' },
        })
        expect(status).toBe(200)
        expect(bytes.byteLength, `${locale} ${list}`).toBeLessThanOrEqual(BUDGET)
      }
  })

  test('answers every sign', async () => {
    for (const { code } of read.signs) expect((await site.ask(`/${code}`)).status, code).toBe(200)
  }, 60_000)

  test('changes nothing when the folder is imported once more', async () => {
    const { services } = site
    const again = await importInto(services.db, folder, {
      ...importOptions,
      media: { put: () => Promise.resolve() },
    })
    expect(again).toMatchObject({ conflicts: [], taken: [] })
  }, 60_000)
})
