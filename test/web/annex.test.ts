/** What is large, answered beside the server: the same bytes, from another process. */
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annexFor } from '../../src/server.ts'
import { askRaw } from './asking.ts'
import { serve, type Serving } from './server.ts'
import { trialContent } from './trial-content.ts'

let beside: Serving
let alone: Serving
beforeAll(async () => {
  beside = await serve(trialContent(), {}, { openAnnex: annexFor })
  alone = await serve(trialContent())
})
afterAll(() => Promise.all([beside.remove(), alone.remove()]))

const LARGE = [
  '/data/entries.json',
  '/data/entries.csv',
  '/data/signs.geojson',
  '/data/openapi.json',
  '/data/no-such.json',
  '/packs/units/06040.json',
  '/packs/units/nowhere.json',
  '/sitemap.xml',
  '/vi/map',
  '/zh-Hans/map/99999',
  '/vi/search?q=tam%20thanh',
  '/en/search?q=7K3QXC',
  '/vi/streets/hoang-van-thu/card.png',
  '/vi/streets/no-such/card.png',
]

/** Processes that this one started and that are still there, by what they run. */
function childrenThatRun(program: string): number[] {
  return execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((line) => line.includes(program))
    .map((line) => Number.parseInt(line, 10))
}

test.each(LARGE)('%s is answered as it would be here', async (path) => {
  for (const [method, headers] of [
    ['GET', { 'accept-language': 'zh-CN, en;q=0.5' }],
    ['HEAD', { 'accept-encoding': 'gzip' }],
    ['GET', { 'accept-encoding': 'gzip', 'accept-language': 'en' }],
  ] as const) {
    const there = await beside.ask(path, { method, headers })
    const here = await alone.ask(path, { method, headers })
    for (const { headers } of [there, here])
      for (const name of ['date', 'connection', 'keep-alive']) delete headers[name]
    expect([there.status, there.headers]).toEqual([here.status, here.headers])
    expect(Buffer.compare(there.bytes, here.bytes)).toBe(0)
  }
})

test('nothing of it is made by the thread that answers scans', async () => {
  const { db } = beside.services
  let asked = 0
  const watched = db.all
  db.all = function (...statement: Parameters<typeof watched>) {
    asked++
    return watched.apply(db, statement)
  } as typeof watched
  const answers = await Promise.all(LARGE.flatMap((path) => [beside.ask(path), beside.ask(path)]))
  db.all = watched
  expect(answers.map(({ status }) => status)).not.toContain(503)
  expect(asked).toBe(0)
})

test('a condition and an edit are heeded there too', async () => {
  const first = await beside.ask('/data/entries.json')
  const etag = first.headers['etag'] as string
  const again = await beside.ask('/data/entries.json', { headers: { 'if-none-match': etag } })
  expect([again.status, again.bytes.byteLength]).toEqual([304, 0])
  const place = 'content/places/cho-thu/vi.md'
  const changed =
    '---\ntitle: Chợ Thử\nsummary: Chợ vừa được sửa lại.\nrevision: 1\n---\nChợ họp [^s1].\n'
  await beside.importFromOutside(trialContent({ [place]: changed }))
  const edited = await beside.ask('/data/entries.json', { headers: { 'if-none-match': etag } })
  expect(edited.status).toBe(200)
})

test('more than may wait are told at once to come again, and those that wait are answered', async () => {
  const [pid] = childrenThatRun('annex-server') as [number]
  process.kill(pid, 'SIGSTOP')
  const statuses: number[] = []
  const asked = Array.from({ length: 520 }, async (_, i) => {
    const question = { path: `/vi/map?${i}`, headers: { 'accept-language': 'vi' } }
    const answer = await askRaw(beside.address, question)
    statuses.push(answer.status)
    return answer
  })
  while (statuses.length < 20) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(new Set(statuses)).toEqual(new Set([503]))
  process.kill(pid, 'SIGCONT')
  const answers = await Promise.all(asked)
  expect(answers.filter(({ status }) => status === 200).length).toBe(500)
  const busy = answers.find(({ status }) => status === 503)!
  expect(busy.headers['retry-after']).toBe('5')
  expect(String(busy.bytes)).toContain('Máy chủ đang bận')
})

test('when its process dies, scans go on, and a new one takes its place', async () => {
  const [pid] = childrenThatRun('annex-server')
  process.kill(pid as number, 'SIGKILL')
  expect((await beside.ask('/7K3QXC')).status).toBe(200)
  let status = 0
  for (let tries = 0; status !== 200 && tries < 100; tries++) {
    status = (await beside.ask('/vi/map')).status
    expect([200, 503]).toContain(status)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(status).toBe(200)
  expect(childrenThatRun('annex-server')).not.toContain(pid)
})

test('a reader who leaves costs nothing further', async () => {
  for (let i = 0; i < 20; i++) {
    const leaving = new AbortController()
    const asked = fetch(`${beside.address}/vi/search?q=ai${i}`, { signal: leaving.signal })
    leaving.abort()
    await expect(asked).rejects.toThrow()
  }
  expect((await beside.ask('/data/entries.json')).status).toBe(200)
})

test('it ends with its server', async () => {
  const other = await serve(trialContent(), {}, { openAnnex: annexFor })
  const before = childrenThatRun('annex-server').length
  await other.remove()
  expect(childrenThatRun('annex-server').length).toBe(before - 1)
})
