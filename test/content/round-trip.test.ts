import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readUnits, writeUnits } from '../../src/content/admin-units-file.ts'
import { canonicalContent } from '../../src/content/canonical-content.ts'
import { readEntryFile, writeEntryFile } from '../../src/content/entry-file.ts'
import { readSiteFile, writeSiteFile } from '../../src/content/site-file.ts'
import { canonicalBody, readTextFile, writeTextFile } from '../../src/content/text-file.ts'
import { UNIT_KINDS, type AdminUnit } from '../../src/domain/admin-unit.ts'
import type { Report } from '../../src/domain/finding.ts'
import { NAME_KINDS, type EntryPath, type Facts } from '../../src/domain/entry.ts'
import type { Locale } from '../../src/domain/locale.ts'
import type { Site } from '../../src/domain/site.ts'
import { isoDate, metres, nastyText, partialDate, withOptional } from './arbitraries.ts'
import { goodFiles, goodText } from './good-folder.ts'

const RUNS = { numRuns: 150 }

/** Fails with what was reported. */
const nothing: Report = (rule, file, line, values) => {
  throw new Error(`${rule} in ${file}, line ${line}: ${JSON.stringify(values)}`)
}

const text = nastyText()
const sourceId = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/)
const locale = fc.constantFrom('vi', 'en', 'zh-Hans', 'km', 'no', 'tyz').map((tag) => tag as Locale)
const path = fc
  .constantFrom('figures/le-loi', 'streets/so-9', 'heritage-sites/a')
  .map((one) => one as EntryPath)
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 })
const perLocale = fc.dictionary(locale, text, { minKeys: 1 })
const yes = fc.constant(true)

const street: fc.Arbitrary<Facts> = withOptional<Facts, 'names'>(
  {
    names: some(
      withOptional(
        {
          text,
          locale,
          kind: fc.constantFrom(...NAME_KINDS),
          from: partialDate,
          to: partialDate,
          source: sourceId,
        },
        ['text', 'locale', 'kind'],
      ),
    ),
    formerSlugs: some(fc.constantFrom('so-9', 'le-loi', '05986')),
    namedAfter: some(path),
    namings: some(
      withOptional(
        {
          body: text,
          number: text,
          date: partialDate,
          act: fc.constantFrom('named', 'renamed', 'extended', 'abolished'),
          source: sourceId,
        },
        ['body', 'date', 'act', 'source'],
      ),
    ),
    extent: withOptional(
      { from: text, to: text, lengthM: metres, widthM: metres, source: sourceId },
      ['from', 'to', 'source'],
    ),
    adminUnits: some(
      withOptional({ code: text, from: isoDate, to: isoDate, source: sourceId }, ['code']),
    ),
    position: fc.record({ lat: metres, lon: metres, accuracyM: metres, source: sourceId }),
    restrictedLocation: fc.boolean(),
    livingPerson: fc.boolean(),
    images: some(
      withOptional(
        {
          file: fc.constantFrom('a.jpg', 'Cover-1.webp', '1909.png'),
          alt: perLocale,
          decorative: yes,
          author: text,
          licence: text,
        },
        ['file', 'author', 'licence'],
      ),
    ),
    audio: some(
      withOptional(
        {
          file: fc.constantFrom('vi.mp3', 'Doc-1.m4a', 'a.ogg'),
          locale,
          speaker: text,
          licence: text,
          durationS: fc.integer({ min: 1, max: 7200 }),
          transcript: nastyText(true),
        },
        ['file', 'locale', 'speaker', 'licence'],
      ),
    ),
    related: some(path),
    toVerify: some(withOptional({ what: text, document: text }, ['what'])),
    sources: some(
      withOptional(
        {
          id: sourceId,
          kind: fc.constantFrom('document', 'general-knowledge'),
          title: text,
          publisher: text,
          url: fc.webUrl({ withFragments: true, withQueryParameters: true }),
          date: partialDate,
          accessed: isoDate,
          attests: some(text),
        },
        ['id'],
      ),
    ),
    review: fc.oneof(
      fc.constant({ state: 'pending' as const }),
      withOptional({ state: fc.constant('approved' as const), by: text, role: text, on: isoDate }, [
        'state',
        'by',
        'on',
      ]),
    ),
    withheld: fc.boolean(),
  } as never,
  ['names', 'sources', 'review', 'restrictedLocation', 'livingPerson', 'withheld'] as never,
)

describe('entry.yaml', () => {
  test('what was written is read again', () => {
    fc.assert(
      fc.property(street, (facts) => {
        const written = writeEntryFile(facts)
        const read = readEntryFile(written, 'street', 'entry.yaml', nothing)
        expect(read?.facts).toEqual(facts)
        expect(read?.hasComments).toBe(false)
        expect(writeEntryFile(read?.facts as Facts)).toBe(written)
        expect(written).toBe(written.normalize('NFC'))
      }),
      RUNS,
    )
  })

  test('codes keep their zeros and years their digits, quoted or not', () => {
    const yaml = `names:
  - { text: "1909", locale: vi, kind: official, from: 0938 }
adminUnits: [{ code: 05986 }, { code: "05987" }]
sources: [{ id: s1, title: 12:30, date: 1909 }]
review: { state: pending }
`
    const facts = readEntryFile(yaml, 'street', 'entry.yaml', nothing)?.facts
    expect(facts?.adminUnits?.map(({ code }) => code)).toEqual(['05986', '05987'])
    expect(facts?.names[0]).toMatchObject({ text: '1909', from: '0938' })
    expect(writeEntryFile(facts as Facts)).toBe(`names:
  - { text: "1909", locale: vi, kind: official, from: "0938" }
adminUnits:
  - { code: "05986" }
  - { code: "05987" }
restrictedLocation: false
livingPerson: false
sources:
  - { id: s1, title: "12:30", date: "1909" }
review: { state: pending }
withheld: false
`)
  })

  test('festivals, what to verify and what sources bear out stay as they are written', () => {
    const yaml = `names:
  - { text: Đền Kỳ Cùng, locale: vi, kind: official }
rank: { level: national, year: 1993, source: s1 }
festivals:
  - { from: 22/1, to: 27/1, name: { vi: Lễ hội Kỳ Cùng – Tả Phủ, en: "Kỳ Cùng, Tả Phủ" }, source: s1 }
  - { from: 30/12, to: 2/1, source: s1 }
restrictedLocation: false
livingPerson: false
related: [figures/le-loi]
toVerify:
  - { what: Năm dựng đền, document: Hồ sơ xếp hạng }
  - { what: Diện tích }
sources:
  - { id: s1, title: Hồ sơ di tích, attests: ["1779", "5,5", "500", 500 năm] }
review: { state: pending }
withheld: false
`
    const facts = readEntryFile(yaml, 'heritage-site', 'entry.yaml', nothing)?.facts
    expect(writeEntryFile(facts as Facts)).toBe(yaml)
    expect(facts?.sources[0]?.attests).toEqual(['1779', '5,5', '500', '500 năm'])
    const bare = { ...facts, festivals: [], toVerify: [] } as unknown as Facts
    expect(writeEntryFile(bare)).not.toMatch(/festivals|toVerify/)
  })

  test('keys of another kind are refused', () => {
    const rules: string[] = []
    const yaml = goodText('content/figures/le-duan/entry.yaml')
    readEntryFile(yaml, 'street', 'entry.yaml', (rule) => rules.push(rule))
    expect(rules).toEqual(['key.unknown', 'key.unknown'])
  })
})

describe('a text', () => {
  const body = fc
    .array(nastyText(true), { maxLength: 5 })
    .map((all) => canonicalBody(all.join('\n\n')))
  const written = fc.record({
    title: text,
    summary: text,
    body,
    revision: fc.integer({ min: 1, max: 9999 }),
    basedOn: fc.option(fc.integer({ min: 1, max: 9999 })),
  })

  test('that was written is read again', () => {
    fc.assert(
      fc.property(written, (text) => {
        const file = writeTextFile(text)
        const read = readTextFile(file, 'vi.md', nothing)
        expect(read).toMatchObject(text)
        if (read) expect(writeTextFile(read)).toBe(file)
      }),
      RUNS,
    )
  })

  test('may hold a colon and a # in its title without quotes', () => {
    const file =
      '---\ntitle: Lê Lợi: phố #3\nsummary: Đọc: "nhanh".\nrevision: 3   # do chương trình ghi\n---\n\n\nThân bài.  \n\n'
    const read = readTextFile(file, 'vi.md', nothing)
    expect(read).toMatchObject({ title: 'Lê Lợi: phố #3', summary: 'Đọc: "nhanh".', revision: 3 })
    expect(read?.lines.body).toBe(8)
    expect(read && writeTextFile(read)).toBe(
      '---\ntitle: "Lê Lợi: phố #3"\nsummary: "Đọc: \\"nhanh\\"."\nrevision: 3\n---\nThân bài.\n',
    )
  })
})

test('site.yaml that was written is read again', () => {
  const site: fc.Arbitrary<Site> = fc.record({
    name: perLocale,
    publisher: perLocale,
    hotline: text,
    email: fc.constantFrom('a@b.vn', 'van.thu@langson.gov.vn'),
    timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Paris', 'UTC'),
    locales: fc.uniqueArray(locale, { minLength: 1 }),
    fallbackLocale: locale,
    localLocales: fc.uniqueArray(locale),
    origins: fc.constantFrom([], ['https://qr.example.vn'], ['http://localhost:8787']),
    licence: fc.record({ name: text, url: fc.webUrl() }),
    map: fc.record({
      lat: metres.map((n) => n % 90),
      lon: metres.map((n) => n % 90),
      zoom: fc.integer({ min: 0, max: 22 }),
    }),
    fourEyes: fc.boolean(),
    trust: perLocale,
  })
  fc.assert(
    fc.property(site, (one) => {
      const written = writeSiteFile(one)
      const read = readSiteFile(written, nothing)?.site
      expect(read).toEqual(one)
      expect(writeSiteFile(read as Site)).toBe(written)
    }),
    RUNS,
  )
})

test('admin-units.csv that was written is read again', () => {
  const unit: fc.Arbitrary<AdminUnit> = fc.record({
    code: fc.constantFrom('05986', '00001', '1e3'),
    name: text,
    kind: fc.constantFrom(...UNIT_KINDS),
    validFrom: fc.constantFrom('', '2002-01-28'),
    validTo: fc.constantFrom('', '2025-07-01'),
    successors: fc.constantFrom([], ['05986'], ['05986', '00001']),
  })
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const written = writeUnits(units)
      const read = readUnits(written, nothing)
      expect(read?.map((unit) => without(unit, 'line'))).toEqual(units)
      expect(writeUnits(read ?? [])).toBe(written)
    }),
    RUNS,
  )
})

test.each(goodFiles.filter((file) => /^content.*(yaml|md|csv)$/.test(file)))(
  '%s is in canonical form already, to the byte',
  (file) => {
    expect(canonicalContent(file, goodText(file), nothing)).toBe(goodText(file))
  },
)

function without<T extends object>(map: T, key: keyof T): Partial<T> {
  const copy: Partial<T> = { ...map }
  delete copy[key]
  return copy
}
