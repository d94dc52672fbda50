/** The handler in front of Hono (src/web/front.ts) answers as Hono would, byte for byte, and counts as exactly. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test, vi, type MockInstance } from 'vitest'
import { createApp } from '../../src/app.ts'
import { askRaw, askUntil, textOf, type Answer, type Question } from './asking.ts'
import { serve, type Serving } from './server.ts'
import {
  GONE_SIGN,
  MISTYPED,
  NEVER_ISSUED,
  PLACE_SIGN,
  REPLACED_SIGN,
  STREET_SIGN,
  trialContent,
  WAITING_SIGN,
} from './trial-content.ts'

/** Addresses whose pages are kept; asked before anything else, each is Hono's the first time. */
const KEPT = [
  ...[STREET_SIGN, PLACE_SIGN, REPLACED_SIGN, GONE_SIGN, WAITING_SIGN].map((code) => `/${code}`),
  ...[`/${STREET_SIGN}/en`, `/${GONE_SIGN}/zh-Hans`, `/${WAITING_SIGN}/vi`],
  ...['/vi/', '/en/about', '/zh-Hans/streets/le-loi', '/en/figures/hoang-van-thu'],
  ...['/packs/units/05983.json', '/packs/walks/nhi-thanh-tam-thanh.json', '/vi/offline'],
  ...['/vi/heritage-sites/doan-thanh', '/en/places/cho-vi', '/vi/places/cho-thu'],
]

const ENCODINGS = ['identity', 'gzip', 'br', 'gzip, deflate, br', 'br;q=0, gzip', 'GZIP;q=0.5', '*']
const LANGUAGES = ['', 'vi-VN,vi;q=0.9', 'zh-CN,zh;q=0.8', 'fr', 'en;q=0.3, zh-TW', ';;==', '*']

let site: Serving
/** Hono alone, over the same services. */
let bare: Server
let bareAddress: string
/** Called once for every request that reaches Hono. */
let reachedHono: MockInstance

beforeAll(async () => {
  site = await serve(trialContent())
  const app = createApp()
  const { services } = site
  bare = createServer(getRequestListener((request) => app.fetch(request, { services })))
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
  bareAddress = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`
  reachedHono = vi.spyOn(services.pages, 'refresh')
})

afterAll(async () => {
  await new Promise((resolve) => bare.close(resolve))
  await site.remove()
})

const withoutDate = ({ status, headers, bytes }: Answer) => ({
  status,
  headers: { ...headers, date: '' },
  bytes: bytes.toString('base64'),
})

/** Asks the server and says whether the front handler answered by itself. */
async function askFront(path: string, question: Omit<Question, 'path'> = {}) {
  const before = reachedHono.mock.calls.length
  const answer = await site.ask(path, question)
  return { answer, byFront: reachedHono.mock.calls.length === before }
}

async function expectSame(path: string, question: Omit<Question, 'path'> = {}) {
  await site.ask(path, question) // renders this language if nobody asked for it before
  const { answer, byFront } = await askFront(path, question)
  expect(byFront, `${path} ${JSON.stringify(question)} answered by the front`).toBe(true)
  const hono = await askRaw(bareAddress, { path, ...question })
  expect(withoutDate(answer), `${path} ${JSON.stringify(question)}`).toEqual(withoutDate(hono))
  return answer
}

describe('the handler in front of Hono', () => {
  test('leaves the first request to Hono and repeats its answer to the second', async () => {
    for (const path of KEPT) {
      const headers = { 'Accept-Encoding': 'identity' }
      const first = await askFront(path, { headers })
      const second = await askFront(path, { headers })
      expect([path, first.byFront, second.byFront]).toEqual([path, false, true])
      expect(withoutDate(second.answer), path).toEqual(withoutDate(first.answer))
    }
  })

  test('compresses as Hono does, brotli as soon as it is ready', async () => {
    for (const path of KEPT) {
      const headers = { 'Accept-Encoding': 'br' }
      const packed = await askUntil(
        () => site.ask(path, { headers }),
        (answer) => answer.headers['content-encoding'] === 'br',
      )
      const plain = await site.ask(path, { headers: { 'Accept-Encoding': 'identity' } })
      expect(textOf(packed)).toBe(plain.bytes.toString())
      for (const encoding of ENCODINGS)
        for (const method of ['GET', 'HEAD']) {
          const asked = { method, headers: { 'Accept-Encoding': encoding } }
          const answer = await expectSame(path, asked)
          if (method === 'HEAD') expect(answer.bytes.length).toBe(0)
          else expect(answer.headers['content-length']).toBe(String(answer.bytes.length))
        }
    }
  })

  test('chooses the language as Hono does', async () => {
    for (const path of KEPT)
      for (const language of LANGUAGES)
        for (const Cookie of ['', 'stele-locale=en', 'a=b; stele-locale=zh-Hans', 'stele-locale=x'])
          await expectSame(path, {
            headers: { 'Accept-Language': language, Cookie, 'Accept-Encoding': 'identity' },
          })
  })

  test('answers conditions as Hono does', async () => {
    for (const path of KEPT) {
      const { headers, status } = await site.ask(path)
      const etag = headers['etag'] ?? ''
      for (const tag of [etag, etag.slice(2), '*', `"x", ${etag}`, 'W/"other"', 'nonsense'])
        for (const method of ['GET', 'HEAD']) {
          const answer = await expectSame(path, { method, headers: { 'If-None-Match': tag } })
          const same = status === 200 && !/other|nonsense/.test(tag)
          expect(answer.status, `${path} ${tag}`).toBe(same ? 304 : status)
        }
    }
  })

  test('knows a code in small letters, between slashes and before a query, with the cookie of a chosen language', async () => {
    await expectSame(`/${STREET_SIGN.toLowerCase()}`)
    await expectSame(`/${STREET_SIGN}/`)
    await expectSame(`//${STREET_SIGN}`)
    await expectSame(`/${STREET_SIGN}?fbclid=IwAR1&zarsrc=30`)
    const answer = await expectSame(`/${STREET_SIGN}/en`)
    expect(answer.headers['set-cookie']).toContain('stele-locale=en; ')
    const gone = await expectSame(`/${GONE_SIGN.toLowerCase()}`)
    expect(gone.status).toBe(410)
  })

  test('hands on what it does not keep: linksets, wrong codes, other spellings, other methods', async () => {
    const toHono: [string, Omit<Question, 'path'>][] = [
      [`/${STREET_SIGN}`, { headers: { Accept: 'application/linkset+json' } }],
      [`/${STREET_SIGN}?linkType=linkset`, {}],
      [`/${STREET_SIGN}.`, {}],
      [`/${STREET_SIGN}/zh_CN`, {}],
      [`/${NEVER_ISSUED}`, {}],
      [`/${MISTYPED}`, {}],
      [`/${STREET_SIGN}/xx`, {}],
      ['/healthz', {}],
      ['/', {}],
      [`/${STREET_SIGN}`, { method: 'POST' }],
      [`/${STREET_SIGN}`, { method: 'OPTIONS' }],
    ]
    for (const [path, question] of toHono)
      for (let time = 0; time < 2; time++) {
        const { answer, byFront } = await askFront(path, question)
        expect(byFront, path).toBe(false)
        const hono = await askRaw(bareAddress, { path, ...question })
        expect(withoutDate(answer)).toEqual(withoutDate(hono))
      }
  })
})

describe('a change committed by another process', () => {
  test('is on the page the very next scan is answered with', async () => {
    const path = `/${PLACE_SIGN}`
    const asked = { headers: { 'Accept-Encoding': 'identity' } }
    const before = await expectSame(path, asked)
    for (const [revision, words] of [
      [1, 'Chợ vừa được sửa lại.'],
      [2, 'Chợ lại được sửa nữa.'],
    ] as const) {
      const changed = `---\ntitle: Chợ Thử\nsummary: ${words}\nrevision: ${revision}\n---\nChợ họp [^s1].\n`
      await site.importFromOutside(trialContent({ 'content/places/cho-thu/vi.md': changed }))
      const { answer, byFront } = await askFront(path, asked)
      expect(byFront).toBe(false)
      expect(textOf(answer)).toContain(words)
      expect(answer.headers['etag']).not.toBe(before.headers['etag'])
      expect((await askFront(path, asked)).byFront).toBe(true)
    }
  })

  test('that touches no page, such as a count, leaves every page where it is', async () => {
    await expectSame(`/${STREET_SIGN}`)
    await site.services.scans.flush()
    expect((await askFront(`/${STREET_SIGN}`)).byFront).toBe(true)
  })
})
