import { RUNTIME } from '#runtime'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../../src/domain/entry.ts'
import type { ShortCode } from '../../../src/domain/short-code.ts'
import type { Sign, SignEventKind } from '../../../src/domain/sign.ts'
import type { Database } from '../../../src/store/database.ts'
import { addSignEvents, saveSigns } from '../../../src/store/signs.ts'
import { publishText, saveText } from '../../../src/store/texts.ts'
import { actBy, addEntry, ref, VI } from './desk-entries.ts'
import { LANG_SON } from './installations.ts'
import { run, type Running } from './running.ts'

async function publicEntry(
  db: Database,
  path: string,
  name: string,
  more: Partial<Facts> = {},
  body = 'Một.',
) {
  await addEntry(db, path, name, more)
  const text = { ...ref(path, VI, 1), title: name, summary: 'Tóm tắt.', body, basedOn: null }
  await saveText(db, { ...text, origin: 'hand' }, actBy('lan'))
  await publishText(db, text, actBy('lan'))
}

const position = { lat: 21.8512345, lon: 106.7612345, accuracyM: 10, source: 's1' }

async function hang(db: Database, code: string, entry: string, events: SignEventKind[]) {
  const sign = {
    code: code as ShortCode,
    entry,
    issuedOn: '2026-01-01',
    placement: `Nơi ${code}`,
    lat: 21.9,
    lon: 106.8,
    note: 'GHI-CHÚ-KÍN',
  }
  const rest = {
    accuracyM: null,
    mount: null,
    heightMm: null,
    readingDistanceMm: null,
    template: null,
    faces: 1,
    symbolVersion: null,
    symbolLevel: null,
    symbolMask: null,
    replaces: null,
  }
  await db.run(saveSigns([{ ...sign, ...rest } as Sign]))
  const rows = events.map((what, i) => ({
    code: sign.code,
    on: `2026-02-0${i + 1}`,
    what,
    by: 'AI-LẮP',
    lat: null,
    lon: null,
    successor: null,
    note: 'GHI-CHÚ-KÍN',
  }))
  if (rows.length > 0) await db.run(addSignEvents(rows))
}

describe(`open data, on ${RUNTIME}`, () => {
  let site: Running
  const json = async (path: string) => JSON.parse(await site.text(path)) as Record<string, never>
  beforeAll(async () => {
    site = await run(LANG_SON)
    const { db } = site
    const sources = [
      { id: 's1', title: 'Sách' },
      { id: 's9', title: 'NGUỒN-KÍN' },
    ]
    await publicEntry(
      db,
      'places/mo',
      'Chợ Mở',
      { position, sources },
      'Mở [^s1]. ::withheld ĐOẠN-KÍN [^s9] :: Hết.',
    )
    await publicEntry(db, 'places/kin', 'MỤC-KÍN', { withheld: true, position })
    await publicEntry(db, 'places/han-che', 'Hang Hạn Chế', { restrictedLocation: true, position })
    await publicEntry(db, 'places/xap-xi', 'Chợ Xấp Xỉ', {
      position: { ...position, accuracyM: 500 },
    })
    await publicEntry(db, 'places/lien-quan', '=Chợ Liên Quan', {
      related: ['places/kin', 'places/mo'] as Facts['related'],
    })
    await publicEntry(db, 'figures/song', 'Người Còn Sống', {
      livingPerson: true,
      position,
      born: { date: '1990-05-06', source: 's1' },
    })
    await addEntry(db, 'places/nhap', 'CÒN-NHÁP')
    await hang(db, '9XTHQA', 'places/mo', ['installed'])
    await hang(db, '9XTHQB', 'places/mo', ['installed', 'retired'])
    await hang(db, '9XTHQC', 'places/han-che', ['installed'])
    await hang(db, '9XTHQD', 'places/kin', ['installed'])
    await hang(db, '9XTHQE', 'places/mo', [])
  })

  test.each(['entries.json', 'entries.csv', 'signs.geojson'])(
    '%s holds nothing that is kept back',
    async (file) => {
      const text = await site.text(`/data/${file}`)
      for (const word of [
        'MỤC-KÍN',
        'ĐOẠN-KÍN',
        'NGUỒN-KÍN',
        'CÒN-NHÁP',
        'GHI-CHÚ-KÍN',
        'AI-LẮP',
        'places/kin',
        '9XTHQD',
        '9XTHQE',
        '1990',
      ])
        expect(text, word).not.toContain(word)
      expect(text).toContain('Sở Văn hóa')
      expect(text).toContain('CC BY-SA 4.0')
      expect(text).toContain('2026-11-23T02:00:00')
    },
  )

  test('tells places as exactly as the pages do', async () => {
    const { entries } = (await json('/data/entries.json')) as unknown as {
      entries: Record<string, unknown>[]
    }
    const found = (path: string) => entries.find((one) => one['path'] === path)!
    expect(found('places/mo')).toMatchObject({
      position: { lat: 21.85123, lon: 106.76123, accuracyM: 10 },
      sources: [{ id: 's1' }],
    })
    expect(found('places/xap-xi')['position']).toMatchObject({ lat: 21.851, lon: 106.761 })
    expect(found('places/han-che')['position']).toBeNull()
    expect(found('figures/song')['position']).toBeNull()
    expect(found('places/lien-quan')['related']).toEqual(['places/mo'])
    expect(found('streets/le-loi')['texts']).toHaveLength(3)
  })

  test('is a table that a spreadsheet opens as text', async () => {
    const text = await site.text('/data/entries.csv')
    expect(text.startsWith('\uFEFF') || text.startsWith('path')).toBe(true)
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
    const row = (path: string) => rows.find((one) => one['path'] === path)!
    expect(row('places/lien-quan')['name']).toBe("'=Chợ Liên Quan")
    expect(row('places/mo')).toMatchObject({ lat: '21.85123', lon: '106.76123' })
    expect(row('places/han-che')['lat']).toBe('')
    const { body } = await site.ask('/data/entries.csv')
    const first = (await body!.getReader().read()).value as Uint8Array
    expect([...first.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  test('shows signs where they hang, and no place of those that are gone or restricted', async () => {
    const { features } = (await json('/data/signs.geojson')) as unknown as {
      features: { id: string; geometry: unknown; properties: Record<string, unknown> }[]
    }
    const sign = (code: string) => features.find(({ id }) => id === code)!
    expect(sign('9XTHQA')).toMatchObject({
      geometry: { type: 'Point', coordinates: [106.8, 21.9] },
      properties: {
        state: 'installed',
        installedOn: '2026-02-01',
        placement: 'Nơi 9XTHQA',
        entry: 'places/mo',
      },
    })
    for (const code of ['9XTHQB', '9XTHQC'])
      expect(sign(code)).toMatchObject({ geometry: null, properties: { placement: null } })
  })

  test.each(['entries.json', 'entries.csv', 'signs.geojson', 'openapi.json'])(
    '%s is read from anywhere, and again for nothing',
    async (file) => {
      const path = `/data/${file}`
      const { headers, status } = await site.ask(path)
      expect(status).toBe(200)
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(headers.get('Cache-Control')).toBe('no-cache')
      const etag = headers.get('ETag') ?? ''
      expect((await site.ask(path, { 'If-None-Match': etag })).status).toBe(304)
      const head = await site.ask(path, {}, 'HEAD')
      expect([head.status, head.headers.get('ETag'), await head.text()]).toEqual([200, etag, ''])
      expect(head.headers.get('Content-Length')).toBe(headers.get('Content-Length'))
      expect((await site.ask(path, {}, 'POST')).status).toBe(405)
    },
  )

  test('is described as it is', async () => {
    type Schema = { properties?: Record<string, Schema>; items?: Schema }
    const api = (await json('/data/openapi.json')) as unknown as {
      openapi: string
      paths: Record<
        string,
        { get: { responses: { 200: { content: Record<string, { schema: Schema }> } } } }
      >
    }
    expect(Object.keys(api.paths)).toEqual([
      '/data/entries.json',
      '/data/entries.csv',
      '/data/signs.geojson',
    ])
    for (const [path, { get }] of Object.entries(api.paths)) {
      const response = await site.ask(path)
      const [[type, { schema }] = ['', { schema: {} }]] = Object.entries(get.responses[200].content)
      expect(response.headers.get('Content-Type')).toContain(type)
      if (type === 'text/csv') continue
      const data = (await response.json()) as Record<string, unknown>
      expect(Object.keys(schema.properties ?? {})).toEqual(
        expect.arrayContaining(Object.keys(data)),
      )
      const listed = (data['entries'] ?? data['features']) as object[]
      const items = (schema.properties?.['entries'] ?? schema.properties?.['features'])?.items
      for (const one of listed)
        expect(Object.keys(items?.properties ?? {})).toEqual(
          expect.arrayContaining(Object.keys(one)),
        )
    }
  })

  test('is another edition once something public changes', async () => {
    const { db } = site
    const before = (await site.ask('/data/entries.json')).headers.get('ETag') ?? ''
    await publicEntry(db, 'places/moi', 'Chợ Mới')
    expect((await site.ask('/data/entries.json', { 'If-None-Match': before })).status).toBe(200)
  })
})
