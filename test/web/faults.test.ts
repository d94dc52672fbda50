/**
 * What a server meets in twenty years: somebody else who holds the lock, a disk that is full, a process that is killed,
 * a clock that jumps. Scans go on, and what was said to be saved is saved.
 */
import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import { addEditor } from '../../src/web/session.ts'
import { openDatabase } from '../../src/installation.ts'
import { sql } from '../../src/store/database.ts'
import { newSummingCounter } from '../../src/web/scan-counter.ts'
import type { ShortCode } from '../../src/domain/short-code.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { Browser, PASSWORD } from './both/desk.ts'
import { ORIGIN } from './both/running.ts'
import { askRaw } from './asking.ts'
import { serve, type Serving } from './server.ts'
import { PLACE_SIGN, STREET_SIGN, trialContent } from './trial-content.ts'

const EDITOR = 'mai@example.gov.vn' as Email
const TEXT = '/admin/entries/places/cho-thu/vi'

let site: Serving
beforeAll(async () => {
  site = await serve(trialContent())
  await addEditor(site.services.auth!, {
    email: EDITOR,
    name: 'Mai',
    role: 'editor',
    locales: ['vi' as Locale],
    password: PASSWORD,
  })
})
afterAll(() => site.remove())

/** Signed in at a server that answers there. */
async function signedIn(address: string): Promise<Browser> {
  const browser = new Browser(async (request) => {
    const { method, headers, url } = request
    const body = method === 'POST' ? await request.text() : null
    return fetch(url.replace(ORIGIN, address), { method, headers, body, redirect: 'manual' })
  })
  const { status } = await browser.post('/admin/sign-in', { email: EDITOR, password: PASSWORD })
  expect(status).toBe(303)
  return browser
}

/** The latest number of the text, and what it says, as another process reads it. */
async function latest(): Promise<{ number: number; body: string }> {
  const { db, file, close } = openDatabase(site.settings)
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  const row = await db.first<{ number: number; body: string }>(
    sql`SELECT number, body FROM revision WHERE entry_id = ${'places/cho-thu'}
      AND locale = ${'vi'} ORDER BY number DESC LIMIT 1`,
  )
  close()
  return row ?? { number: 0, body: '' }
}

async function save(browser: Browser, word: string) {
  const { number } = await latest()
  return browser.post(`${TEXT}/revisions`, {
    number: String(number),
    basedOn: '',
    title: 'Chợ Thử',
    summary: 'Chợ họp buổi sáng.',
    body: `Chợ họp buổi sáng ${word} [^s1].`,
  })
}

async function scansOf(code: string): Promise<number> {
  const { db, close } = openDatabase(site.settings)
  const row = await db.first<{ n: number | null }>(
    sql`SELECT sum(n) AS n FROM scan_count WHERE code = ${code}`,
  )
  close()
  return row?.n ?? 0
}

test('while somebody else holds the lock scans are answered, and an edit waits for its turn', async () => {
  const browser = await signedIn(site.address)
  const { number } = await latest()
  const before = await scansOf(STREET_SIGN)
  const other = openDatabase(site.settings)
  other.file.exec('BEGIN IMMEDIATE')
  let released = false
  const saved = save(browser, 'giữa lúc chờ').then((answer) => ({ answer, released }))
  const signing = signedIn(site.address).then(() => released)
  for (let i = 0; i < 20; i++) {
    // Warm and cold, and over the moment when counts are written.
    const { status } = await askRaw(site.address, {
      path: i % 2 ? `/${PLACE_SIGN}` : `/${STREET_SIGN}`,
    })
    expect([status, released]).toEqual([200, false])
    await wait(100)
  }
  other.file.exec('COMMIT')
  released = true
  other.close()
  const { answer, released: inItsTurn } = await saved
  expect([answer.status < 400, inItsTurn, await signing]).toEqual([true, true, true])
  expect((await latest()).number).toBe(number + 1)
  await site.services.scans.flush()
  expect(await scansOf(STREET_SIGN)).toBe(before + 10)
}, 30_000)

test('where the disk is full scans are answered, and an edit is told that it is not saved', async () => {
  const browser = await signedIn(site.address)
  const { number } = await latest()
  const { db } = site.services
  const pages = (max: number) => db.first({ text: `PRAGMA max_page_count = ${max}`, values: [] })
  // No page more than there are.
  await pages(1)
  for (let answer; (answer = await save(browser, 'Một đoạn dài. '.repeat(1000)));)
    if (answer.status >= 400) {
      expect(answer.status).toBe(507)
      expect(answer.text).toContain('chưa được lưu')
      // It stands in the log.
      vi.mocked(console.error).mockClear()
      break
    }
  const kept = await latest()
  expect(kept.number - number).toBeLessThan(20)
  expect((await askRaw(site.address, { path: `/${PLACE_SIGN}` })).status).toBe(200)
  await pages(1_000_000_000)
  expect((await save(browser, 'sau khi dọn')).status).toBeLessThan(400)
  expect((await latest()).number).toBe(kept.number + 1)
})

describe('counts', () => {
  const CODE = STREET_SIGN as ShortCode
  const locale = 'vi' as Locale

  test('that cannot be written wait for the next time, together with those that came meanwhile', async () => {
    const batches: string[] = []
    let isFull = true
    const db = {
      batch: (statements: readonly { values: readonly unknown[] }[]) => {
        if (isFull) return Promise.reject(new Error('database or disk is full'))
        batches.push(JSON.stringify(statements.map(({ values }) => values)))
        return Promise.resolve()
      },
    } as unknown as Serving['services']['db']
    const counter = newSummingCounter(db, () => new Date('2026-11-23T02:00:00Z'))
    counter.count(CODE, locale, 'Asia/Ho_Chi_Minh')
    await expect(counter.flush()).rejects.toThrow()
    counter.count(CODE, locale, 'Asia/Ho_Chi_Minh')
    counter.countStray('777777' as ShortCode, 'Asia/Ho_Chi_Minh')
    await expect(counter.flush()).rejects.toThrow()
    isFull = false
    await counter.flush()
    await counter.flush()
    expect(batches.length).toBe(1)
    expect(batches[0]).toContain('\\"n\\":2')
    expect(batches[0]).toContain('777777')
  })

  test('are of the day that the clock shows, whichever way it jumps', async () => {
    const times = ['2026-11-23T02:00', '2026-11-25T02:00', '2026-11-23T16:59', '2026-11-22T18:00']
    let now = ''
    const { db } = site.services
    const counter = newSummingCounter(db, () => new Date(`${now}:00Z`))
    const code = PLACE_SIGN
    const listed = () =>
      db.all<{ day: string; n: number }>(
        sql`SELECT day, sum(n) AS n FROM scan_count WHERE code = ${code} AND day < ${'2026-11-26'}
          GROUP BY day ORDER BY day`,
      )
    const before = await listed()
    for (now of times) counter.count(code, locale, 'Asia/Ho_Chi_Minh')
    await counter.flush()
    expect(before).toEqual([])
    expect(await listed()).toEqual([
      { day: '2026-11-23', n: 3 },
      { day: '2026-11-25', n: 1 },
    ])
  })
})

test('a server that is killed while editors save has lost nothing that it said was saved', async () => {
  await site.stop()
  for (let round = 0; round < 3; round++) {
    const program = new URL('../../src/stele.mjs', import.meta.url).pathname
    const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
      env: {
        ...process.env,
        STELE_DATA: site.settings.data,
        STELE_ORIGIN: ORIGIN,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const address = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => reject(new Error('it did not start')))
      child.stdout.on('data', (said: Buffer) => {
        const found = /http:\/\/[^/\s]+/.exec(String(said))?.[0]
        if (found) resolve(found.replace('localhost', '127.0.0.1'))
      })
    })
    const browser = await signedIn(address)
    const died = new Promise((resolve) => child.removeAllListeners('exit').once('exit', resolve))
    let said = { number: 0, word: '' }
    try {
      for (let i = 0; ; i++) {
        const word = `lần ${round}.${i}`
        const { number } = await latest()
        if ((await save(browser, word)).status >= 400) throw new Error('not saved')
        said = { number: number + 1, word }
        // At any moment of the saves that follow.
        if (i === 0) setTimeout(() => child.kill('SIGKILL'), 40 + 70 * round)
      }
    } catch {
      await died
    }
    const there = await latest()
    expect(said.number).toBeGreaterThan(0)
    expect(there.number).toBeGreaterThanOrEqual(said.number)
    if (there.number === said.number) expect(there.body).toContain(said.word)
  }
}, 60_000)
