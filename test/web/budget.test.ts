/**
 * The first response, HTML with its style, fits the ten packets a new connection may send at once
 * (RFC 6928: 10 x 1,460 bytes), so that the first screen is there after one round trip.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEntryTitles } from '../../src/store/public-entry.ts'
import { listSigns } from '../../src/store/signs.ts'
import { askUntil, textOf, type Answer } from './asking.ts'
import { serve, type Serving } from './server.ts'
import { trialContent } from './trial-content.ts'
import { pageAddress } from '../../src/domain/entry.ts'

const BUDGET = 14_600
const LOCALES = ['vi', 'zh-Hans', 'en'] as const
/** Characters of the body; the budget is promised up to here. */
const LONG = 4000

/** Words as they come in a real text, in an order that compresses no better than prose. */
function prose(words: string[], separator: string): string {
  let seed = 7
  let text = ''
  for (let i = 1; text.length < LONG - 60; i++) {
    seed = (seed * 48_271) % 2_147_483_647
    text += words[seed % words.length]! + separator
    if (i % 60 === 0) text += `[^s${1 + (seed % 2)}].\n\n${i % 180 === 0 ? '## Một đoạn\n\n' : ''}`
  }
  return `${text.slice(0, LONG - 10).trimEnd()} [^s1].\n`
}

const decoder = new TextDecoder()
const bodies = (locale: string) =>
  [...trialContent()]
    .filter(([path]) => path.endsWith(`/${locale}.md`))
    .map(([, bytes]) => decoder.decode(bytes).split('---\n').at(-1) ?? '')
    .join(' ')
    .replace(/\[\^\w+\]|[#|>*`_-]/g, ' ')

const vietnamese = prose(bodies('vi').split(/\s+/), ' ')
const chinese = prose([...bodies('zh-Hans').replace(/[\s\p{Script=Latin}]/gu, '')], '')

const text = (title: string, body: string, basedOn: string) =>
  `---\ntitle: ${title}\nsummary: ${title.repeat(20).slice(0, 280)}.\nrevision: 1\n${basedOn}---\n${body}`

const facts = `names:
  - { text: Đường Dài, locale: vi, kind: official }
restrictedLocation: false
livingPerson: false
sources:
  - { id: s1, title: Hồ sơ đường phố, publisher: Phòng Văn hóa, date: "2020" }
  - { id: s2, title: Sách, publisher: Phòng Văn hóa, date: "2021" }
review: { state: pending }
withheld: false
`

let site: Serving
beforeAll(async () => {
  site = await serve(
    trialContent({
      'content/streets/dai/entry.yaml': facts,
      'content/streets/dai/vi.md': text('Đường Dài', vietnamese, ''),
      'content/streets/dai/zh-Hans.md': text('长街', chinese, 'basedOn: 1\n'),
    }),
  )
})
afterAll(() => site?.remove())

/** Bytes of headers and body together, as they leave the server. */
function size({ headers, bytes }: Answer): number {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.byteLength(`HTTP/1.1 200 OK\r\n${lines.join('')}\r\n`) + bytes.length
}

async function served(path: string, encoding: 'br' | 'gzip'): Promise<number> {
  const headers = { 'Accept-Encoding': encoding }
  const answer = await askUntil(
    () => site.ask(path, { headers }),
    (found) => found.headers['content-encoding'] === encoding,
  )
  expect(answer.status).toBe(200)
  return size(answer)
}

describe.each(LOCALES)('the first response in %s', (locale) => {
  test.each(['br', 'gzip'] as const)(
    'is within 14,600 bytes for every entry, by %s',
    async (by) => {
      const entries = await listEntryTitles(site.services.db)
      expect(entries.length).toBeGreaterThan(10)
      for (const { kind, slug } of entries) {
        const path = pageAddress(kind, slug, locale as Parameters<typeof pageAddress>[2])
        expect(await served(path, by), path).toBeLessThanOrEqual(BUDGET)
      }
    },
  )

  test('is within 14,600 bytes for every sign and every other page', async () => {
    const signs = (await listSigns(site.services.db)).map(({ code }) => `/${code}/${locale}`)
    for (const path of [
      ...signs,
      ...['', 'about', 'units', 'units/05983'].map((rest) => `/${locale}/${rest}`),
    ]) {
      const answer = await site.ask(path, { headers: { 'Accept-Encoding': 'gzip' } })
      expect(size(answer), path).toBeLessThanOrEqual(BUDGET)
    }
  })
})

describe('scripts', () => {
  test('of an entry’s page are within 12,000 bytes together, and none is in the page', async () => {
    const page = textOf(await site.ask('/vi/places/cho-thu'))
    expect(
      [...page.matchAll(/<script(?! type="application\/ld)[^>]*>/g)].map(([tag]) => tag),
    ).toEqual(['<script type="module" src="/static/page.js">'])
    const modules = [...page.matchAll(/data-module="(\w+)"/g)].map(([, name]) => name!)
    expect(modules.sort()).toEqual(['listen', 'nearby'])
    let sum = 0
    for (const name of ['page', 'offline', 'sw', ...modules]) {
      const file = name === 'sw' ? '/sw.js' : `/static/${name}.js`
      sum += size(await site.ask(file, { headers: { 'Accept-Encoding': 'gzip' } }))
    }
    expect(sum).toBeLessThanOrEqual(12_000)
  })
})

describe('a text of 4,000 characters', () => {
  test.each([
    ['Vietnamese', vietnamese, '/vi/streets/dai'],
    ['Chinese', chinese, '/zh-Hans/streets/dai'],
  ])('in %s is within the budget too', async (_language, body, path) => {
    expect(body.length).toBeGreaterThan(LONG - 80)
    expect(body.length).toBeLessThanOrEqual(LONG)
    for (const by of ['br', 'gzip'] as const)
      expect(await served(path, by), by).toBeLessThanOrEqual(BUDGET)
  })
})
