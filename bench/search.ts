/**
 * Search over twenty thousand names, put together anew from the syllables of the real ones, through the whole app in
 * one process on better-sqlite3: index asked, results read, page made and compressed. Beside it, by turns, what it
 * would cost to do less: a page that reads one row, and a LIKE over the same names.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createApp } from '../src/app.ts'
import { readFolderFromDisk } from '../src/exchange/folder/folder-on-disk.ts'
import { importInto } from '../src/exchange/folder/import-folder.ts'
import type { EntryPath } from '../src/domain/entry.ts'
import type { Locale } from '../src/domain/locale.ts'
import { foldedWords } from '../src/domain/search.ts'
import type { Database } from '../src/store/database.ts'
import { listEntries, saveEntry } from '../src/store/entries.ts'
import { migrate } from '../src/store/migrate.ts'
import { insertRevision, listLatestRevisions, publish } from '../src/store/revisions.ts'
import { findEdition } from '../src/store/site-settings.ts'
import { mediaInMemory } from '../test/media-in-memory.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { Pages } from '../src/web/pages.ts'
import { newSummingCounter } from '../src/web/scan-counter.ts'
import { refreshSearch } from '../src/search/search-index.ts'
import type { Services } from '../src/web/services.ts'

const NAMES = 20_000
const QUERIES = 5_000
const ORIGIN = 'https://qr.example.gov.vn'
const act = { by: 'bench', at: '2026-11-23T02:00:00.000Z' }
const now = () => new Date(act.at)

/** mulberry32: the same names and queries every time. */
function newRandom(seed: number): (limit: number) => number {
  return (limit) => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % limit
  }
}

const random = newRandom(20261123)
const one = <T>(list: readonly T[]): T => list[random(list.length)] as T

/** Streets of two to four real syllables, each with a real text cut to a thousand characters. Returns their names. */
async function fill(db: Database): Promise<string[]> {
  const [sample] = await listEntries(db)
  if (!sample) throw new Error('there is no content')
  const texts = (await listLatestRevisions(db)).filter((text) => text.locale === 'vi')
  const real = (await listEntries(db)).flatMap((entry) => entry.facts.names)
  const syllables = real
    .filter((name) => name.locale === 'vi')
    .flatMap((name) => name.text.split(' '))
  const words = [...new Set([...syllables, ...texts.flatMap((t) => t.title.split(' '))])]
  const initials = ['', 'B', 'Đ', 'H', 'Kh', 'L', 'M', 'Ng', 'Ph', 'Qu', 'S', 'Tr', 'V', 'X']
  const rimes = words.map((word) => word.replace(/^[^aeiouyăâêôơưà-ỹ]+/i, '')).filter(Boolean)
  const syllable = () => (random(2) ? one(words) : one(initials) + one(rimes))
  const names: string[] = []
  for (let i = 0; i < NAMES; i++) {
    const name = `Đường ${Array.from({ length: 2 + random(3) }, syllable).join(' ')}`
    names.push(name)
    const id = `streets/bench-${i}` as EntryPath
    const facts = {
      ...sample.facts,
      names: [{ text: name, locale: 'vi' as Locale, kind: 'official' as const }],
    }
    const text = one(texts)
    const revision = { entry: id, locale: 'vi' as Locale, number: 1 }
    await db.batch([
      ...saveEntry(
        { ...sample, id, kind: 'street', slug: `bench-${i}`, facts, factsNumber: 1, files: {} },
        new Map(),
        act,
      ),
      insertRevision({
        ...text,
        ...revision,
        title: name,
        body: text.body.slice(0, 1000),
        savedBy: act.by,
        savedAt: act.at,
      }),
      ...publish(revision, act),
    ])
  }
  return names
}

/** What people type: whole names with and without marks, beginnings, slips, single words. */
function queries(names: readonly string[]): string[] {
  return Array.from({ length: QUERIES }, (_, i) => {
    const name = one(names)
    const folded = foldedWords(name)
    if (i % 10 < 3) return folded
    if (i % 10 < 5) return name
    if (i % 10 < 7) return folded.slice(0, Math.max(8, folded.length - 2))
    if (i % 10 < 8) return folded.split(' ').slice(1).join(' ')
    if (i % 10 < 9) return one(folded.split(' '))
    const at = 6 + random(Math.max(1, folded.length - 7))
    return `${folded.slice(0, at)}${folded.charAt(at + 1)}${folded.charAt(at)}${folded.slice(at + 2)}`
  })
}

export async function benchSearch(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stele-bench-'))
  const opened = openSqlite(join(folder, 'stele.sqlite'), 'NORMAL')
  migrate(opened.file)
  const { db } = opened
  const options = { act, today: '2026-12-31', media: { put: () => Promise.resolve() } }
  await importInto(db, await readFolderFromDisk('.'), options)
  const names = await fill(db)
  const began = performance.now()
  await refreshSearch(db)
  const rebuilt = (performance.now() - began) / 1000

  const services: Services = {
    db,
    origin: ORIGIN,
    auth: null,
    practice: false,
    now,
    pages: new Pages(() => findEdition(db), now, {
      gzip: (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })),
      brotli: (bytes) => Promise.resolve(bytes),
    }),
    scans: newSummingCounter(db, now),
    media: mediaInMemory(),
    findStatic: () => Promise.resolve(null),
  }
  const app = createApp()
  const ask = async (path: string) => {
    const request = new Request(ORIGIN + path, { headers: { 'Accept-Encoding': 'gzip' } })
    const answer = await app.fetch(request, { services, client: null })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    await answer.arrayBuffer()
  }
  const like = opened.file.prepare('SELECT text FROM search_name WHERE folded LIKE ? LIMIT 40')
  const times = { search: [] as number[], row: [] as number[], like: [] as number[] }
  const timed = async (into: number[], work: () => unknown) => {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    into.push((user + system) / 1000)
  }
  const asked = queries(names)
  for (const q of asked.slice(0, 200)) await ask(`/vi/search?q=${encodeURIComponent(q)}`)
  for (const q of asked) {
    await timed(times.search, () => ask(`/vi/search?q=${encodeURIComponent(q)}`))
    await timed(times.row, () => ask('/healthz'))
    await timed(times.like, () => like.all(`%${foldedWords(q)}%`))
  }
  opened.close()
  rmSync(folder, { recursive: true })

  const at = (values: number[], part: number) =>
    values.sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0
  const row = (label: string, values: number[]) =>
    `${label.padEnd(46)} ${[0.5, 0.95, 0.99].map((part) => at(values, part).toFixed(2)).join('  ')}`
  return [
    `${NAMES} names, ${QUERIES} queries; CPU: median, 95th and 99th percentile, ms`,
    row('a search, whole request', times.search),
    row('a page that reads one row (/healthz)', times.row),
    row('LIKE over the names, SQL alone', times.like),
    `medians: ${(at(times.search, 0.5) / at(times.row, 0.5)).toFixed(1)} of such pages, ${(at(times.search, 0.5) / at(times.like, 0.5)).toFixed(1)} of such LIKEs`,
    `the whole index written anew: ${rebuilt.toFixed(1)} s`,
  ]
}
