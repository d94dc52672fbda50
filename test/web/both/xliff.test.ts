import { RUNTIME } from '#runtime'
import { XMLParser } from 'fast-xml-parser'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Locale } from '../../../src/domain/locale.ts'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { findLatestRevision } from '../../../src/store/revisions.ts'
import { publishText, saveText } from '../../../src/store/texts.ts'
import { actBy, EN, ref, VI } from './desk-entries.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf } from './form-fields.ts'
import { LANG_SON } from './installations.ts'

const PREVIEW = '/admin/import/xliff'
const WRITE = '/admin/import/xliff/writing'
const TYZ = 'tyz' as Locale

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Every unit with words of its own, its marks kept. */
function translated(xliff: string): string {
  return xliff.replace(
    /<source>(.*?)<\/source>(?:\s*<target>.*?<\/target>)?/gs,
    (_, source: string) => {
      const marks = source.match(/<ph [^>]*>/g) ?? []
      const brackets = marks.map((mark) => (mark.includes('](') ? `[T${mark}` : mark)).join(' ')
      return `<source>${source}</source><target>Slon ${brackets}.</target>`
    },
  )
}

describe(`texts for translators, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  beforeEach(async () => {
    desk = await runDesk(LANG_SON)
    browser = (await desk.as('translator', { locales: [EN, TYZ] })).browser
  })
  const get = async (query: string) =>
    decode((await browser.download(`/admin/entries.xlf?${query}`)).bytes)
  const preview = async (text: string, by = browser) => {
    const answer = await by.send(PREVIEW, { file: new File([text], 'x.xlf') })
    return { ...answer, text: answer.text.replace(/^.*<main/s, '<main') }
  }
  const write = (shown: string, by = browser) => by.send(WRITE, fieldsOf(shown, WRITE))
  const latest = (path: string, locale: Locale) => findLatestRevision(desk.db, ref(path, locale, 1))

  test('go out in the structure of XLIFF 2.0', async () => {
    const text = await get('target=en')
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      preserveOrder: true,
    })
    type Node = Record<string, Node[]> & { ':@'?: Record<string, string> }
    const nodes = parser.parse(text) as Node[]
    const root = nodes.find((one) => 'xliff' in one)!
    expect(root[':@']).toEqual({
      '@xmlns': 'urn:oasis:names:tc:xliff:document:2.0',
      '@version': '2.0',
      '@srcLang': 'vi',
      '@trgLang': 'en',
    })
    const nameOf = (node: Node) => Object.keys(node).find((key) => key !== ':@') ?? ''
    const NMTOKEN = /^[\w.:-]+$/
    const ids = new Set<string>()
    for (const file of root['xliff']!) {
      expect(nameOf(file)).toBe('file')
      expect(file[':@']!['@id']).toMatch(NMTOKEN)
      expect(ids.has(file[':@']!['@id']!)).toBe(false)
      ids.add(file[':@']!['@id']!)
      const [notes, ...units] = file['file']!
      expect(notes!['notes']!.map(nameOf)).toEqual(['note', 'note'])
      expect(units.length).toBeGreaterThan(2)
      const unitIds = units.map((unit) => unit[':@']!['@id'])
      expect(new Set(unitIds).size).toBe(unitIds.length)
      for (const unit of units) {
        expect(unit[':@']!['@xml:space']).toBe('preserve')
        const parts = unit['unit']!
        expect(parts.map(nameOf).join()).toMatch(/^(?:originalData,)?segment$/)
        const data = parts
          .flatMap((part) => part['originalData'] ?? [])
          .map((one) => one[':@']!['@id'])
        const segment = parts.at(-1)!['segment']!
        expect(segment.map(nameOf).join()).toMatch(/^source(?:,target)?$/)
        for (const side of segment)
          for (const one of side[nameOf(side)]!)
            if (nameOf(one) === 'ph') expect(data).toContain(one[':@']!['@dataRef'])
      }
    }
    expect(ids).toContain('streets.le-loi')
  })

  test('come back untouched and there is nothing to do', async () => {
    for (const target of ['en', 'tyz']) {
      const shown = await preview(await get(`target=${target}`))
      expect(shown.status).toBe(200)
      expect(shown.text).toContain('không có gì để ghi')
    }
  })

  test('come back translated and are the next revision, made from the source in the file', async () => {
    const before = (await latest('streets/le-loi', EN))!
    const source = (await latest('streets/le-loi', VI))!
    const shown = await preview(translated(await get('entry=streets/le-loi&target=en')))
    expect(shown.text).toContain('streets/le-loi')
    expect((await write(shown.text)).to).toBe('/admin/import?done=1')
    const now = (await latest('streets/le-loi', EN))!
    expect(now).toMatchObject({ number: before.number + 1, basedOn: source.number, origin: 'hand' })
    expect(now.title).toBe('Slon .')
    expect(now.body.match(/\[\^\w+\]/g)).toEqual(source.body.match(/\[\^\w+\]/g))
    expect(await listAuditOf(desk.db, 'streets/le-loi/en')).toMatchObject([
      { what: 'text.translated' },
      { what: 'text.imported' },
    ])
    const again = await get('entry=streets/le-loi&target=en')
    expect((await preview(again)).text).toContain('không có gì để ghi')
  })

  test('of many entries become first translations, all at once', async () => {
    const shown = await preview(translated(await get('kind=street&target=tyz')))
    expect((await write(shown.text)).to).toBe('/admin/import?done=4')
    expect(await latest('streets/ngo-thi-si', TYZ)).toMatchObject({ number: 1 })
  })

  test('translated in part leave the rest as it is', async () => {
    const before = (await latest('streets/le-loi', EN))!
    const xliff = (await get('entry=streets/le-loi&target=en')).replace(
      /(<unit id="title".*?<target>).*?(<\/target>)/s,
      '$1Le Loi &amp; &#x41;$2',
    )
    await write((await preview(xliff)).text)
    const now = (await latest('streets/le-loi', EN))!
    expect(now).toMatchObject({ title: 'Le Loi & A', summary: before.summary, body: before.body })
  })

  const one = async (change: (text: string) => string) =>
    preview(change(await get('entry=streets/le-loi&target=en')))
  test.each<[string, (text: string) => string, string]>([
    [
      'a lost citation',
      (text) => translated(text).replace(/(<target>[^<]*)<ph [^>]*>/, '$1'),
      'mất hoặc thừa dấu',
    ],
    ['an unknown mark', (text) => translated(text).replace('id="m1"', 'id="m99"'), 'Đoạn'],
    [
      'a missing unit',
      (text) => text.replace(/<unit id="summary".*?<\/unit>/s, ''),
      'Thiếu đoạn summary',
    ],
    [
      'an unknown unit',
      (text) => text.replace('<unit id="summary"', '<unit id="tomtat"'),
      'đoạn lạ: tomtat',
    ],
    [
      'another source',
      (text) => text.replace(/(<unit id="summary".*?<source>)/s, '$1Khác '),
      'không giống bản gốc',
    ],
    [
      'an unknown entry',
      (text) => text.replace('streets.le-loi', 'streets.khong-co'),
      'Không có mục từ',
    ],
    ['the same entry twice', (text) => text.replace(/(<file .*<\/file>)/s, '$1$1'), 'hai lần'],
    ['no numbers', (text) => text.replace(/<notes>.*?<\/notes>/s, ''), 'Thiếu số lần sửa'],
    [
      'another language into which nobody translates',
      (text) => text.replace('trgLang="en"', 'trgLang="fr"'),
      'không dùng ở đây',
    ],
    [
      'a language that is not one’s own',
      (text) => text.replace('trgLang="en"', 'trgLang="zh-Hans"'),
      'không được giao',
    ],
    [
      'another source language',
      (text) => text.replace('srcLang="vi"', 'srcLang="en"'),
      'Ngôn ngữ gốc',
    ],
    [
      'XLIFF 1.2',
      (text) => text.replace('version="2.0"', 'version="1.2"'),
      'không phải tệp XLIFF 2',
    ],
    ['broken XML', (text) => text.slice(0, -30), 'bị hỏng'],
    [
      'an entity bomb',
      (text) => text.replace('<xliff', '<!DOCTYPE x [<!ENTITY a "b">]><xliff'),
      'DOCTYPE',
    ],
    ['an entity nobody declared', (text) => text.replace('<target>', '<target>&xxe;'), 'bị hỏng'],
    [
      'a title too long',
      (text) => text.replace(/(<unit id="title".*?<target>)/s, `$1${'x'.repeat(90)}`),
      'tối đa 80',
    ],
  ])('with %s are refused, and nothing is written', async (_, change, said) => {
    const before = await latest('streets/le-loi', EN)
    const shown = await one(change)
    expect(shown.status).toBe(422)
    expect(shown.text).toContain(said)
    expect(shown.text).not.toContain(WRITE)
    expect(await latest('streets/le-loi', EN)).toEqual(before)
  })

  test('are refused by name once the source or the translation has moved on', async () => {
    const file = translated(await get('kind=street&target=en'))
    const shown = await preview(file)
    const change = async (path: string, locale: Locale, isPublic: boolean) => {
      const old = (await latest(path, locale))!
      const next = { ...old, number: old.number + 1, title: `${old.title} x` }
      await saveText(desk.db, next, actBy('lan@example.vn'))
      if (isPublic) await publishText(desk.db, next, actBy('lan@example.vn'))
    }
    await change('streets/le-loi', VI, true)
    await change('streets/ngo-thi-si', EN, false)
    const late = await write(shown.text)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Bản gốc nay là lần sửa')
    expect(late.text).toContain('streets/ngo-thi-si')
    expect(await latest('streets/hoang-van-thu', EN)).toMatchObject({ number: 1 })
  })

  /** Targets filled with their sources, as many tools do before anybody translates. */
  const copied = (xliff: string, state: string) =>
    xliff
      .replace(
        /<source>(.*?)<\/source>(?:\s*<target>.*?<\/target>)?/gs,
        '<source>$1</source><target>$1</target>',
      )
      .replace(/ state="\w+"/g, state && ` state="${state}"`)

  test.each(['initial', '', 'translated'])(
    'with their sources copied into their targets (state “%s”) are no translation',
    async (state) => {
      for (const target of ['en', 'tyz']) {
        const shown = await preview(
          copied(await get(`entry=streets/le-loi&target=${target}`), state),
        )
        expect(shown.status).toBe(200)
        expect(shown.text).toContain('không có gì để ghi')
      }
    },
  )

  test('keep a name that is the same in both languages', async () => {
    const xliff = translated(await get('entry=streets/le-loi&target=tyz'))
      .replace(/ state="\w+"/g, ' state="translated"')
      .replace(
        /(<unit id="title".*?<source>)(.*?)(<\/source><target>).*?(<\/target>)/s,
        '$1$2$3$2$4',
      )
    await write((await preview(xliff)).text)
    expect((await latest('streets/le-loi', TYZ))?.title).toBe('Đường Lê Lợi')
  })

  test.each([
    ['vi-VN', 'en-US'],
    ['vi_VN', 'EN'],
    ['VI', 'en-GB'],
  ])('are known by their languages, however spelled: %s into %s', async (from, to) => {
    const xliff = translated(await get('entry=streets/le-loi&target=en'))
      .replace('srcLang="vi"', `srcLang="${from}"`)
      .replace('trgLang="en"', `trgLang="${to}"`)
    expect((await preview(xliff)).text).toContain('Sửa: 1')
  })

  test('in a script that is not ours are refused', async () => {
    const both = (await desk.as('publisher')).browser
    const xliff = decode(
      (await both.download('/admin/entries.xlf?entry=streets/le-loi&target=zh-Hans')).bytes,
    )
    const into = (tag: string) =>
      preview(translated(xliff).replace('trgLang="zh-Hans"', `trgLang="${tag}"`), both)
    for (const tag of ['zh-CN', 'zh', 'zh_CN', 'zh-Hans-CN'])
      expect((await into(tag)).text, tag).toContain('Sửa: 1')
    for (const tag of ['zh-TW', 'zh-Hant', 'fr', ''])
      expect((await into(tag)).status, tag).toBe(422)
  })

  test('with damaged letters are refused, and with look-alikes put right', async () => {
    const xliff = translated(await get('entry=streets/le-loi&target=en'))
    const damaged = await preview(xliff.replace(/Slon/g, 'LÃª Lá»£i'))
    expect(damaged.status).toBe(422)
    expect(damaged.text).toContain('windows-1252')
    const alike = await preview(xliff.replace(/Slon/g, 'Сhurch Ðình'))
    expect(alike.text).toContain('Đã tự sửa')
    await write(alike.text)
    expect((await latest('streets/le-loi', EN))?.title).toBe('Church Đình .')
  })

  test('go to those who write the language only', async () => {
    expect((await browser.get('/admin/entries.xlf?target=zh-Hans')).status).toBe(403)
    expect((await browser.get('/admin/entries.xlf?target=vi')).status).toBe(422)
    const file = await get('target=en')
    const other = (await desk.as('translator', { locales: [TYZ] })).browser
    expect((await preview(file, other)).text).toContain('không được giao')
  })
})
