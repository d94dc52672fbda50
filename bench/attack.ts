/**
 * Honest scans while somebody floods the server: a process of its own, asked by this one over loopback only. One scan
 * every 100 ms is timed, first in quiet, then under each attack; attacks are bounded in number and in time.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask, type Ask, type Flood } from './flood.ts'
import { start, stop, type Started } from './started.ts'

const SECONDS = 8
/** Requests of an attack under way at once. */
const AT_ONCE = 60
const LINES = 3000
/** Different requests of one attack: random addresses and codes are new ones for most of it. */
const POOL = 4000
const LARGE_POOL = 40

const letters = (count: number) =>
  Array.from(
    { length: count },
    () => 'abcdefghijkmnpqrstuvwxyz23456789'[Math.floor(Math.random() * 32)],
  ).join('')
const pick = <Item>(items: readonly Item[]) =>
  items[Math.floor(Math.random() * items.length)] as Item
const form = (body: string): Omit<Ask, 'path'> => ({
  method: 'POST',
  body,
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    'x-forwarded-for': `198.51.100.${Math.floor(Math.random() * 250)}`,
  },
})

function attacks(paths: readonly string[]): Record<string, () => Ask> {
  const packs = ['05977', '05983', '05986', '06187'].map((code) => `/packs/units/${code}.json`)
  return {
    'cold data and packs': () => ({
      path: pick(['/data/entries.json', '/data/entries.csv', '/sitemap.xml', ...packs]),
    }),
    'language headers of rare tags': () => ({
      path: `/${letters(6)}`,
      headers: {
        'accept-language': Array.from(
          { length: 200 },
          () => `${letters(3)}-${letters(4)}-${letters(2)}`,
        ).join(),
      },
    }),
    cards: () => ({ path: `${pick(paths)}/card.png` }),
    'sign-in': () => ({
      path: '/admin/sign-in',
      ...form(`email=${letters(8)}@example.vn&password=${letters(14)}`),
    }),
    'random addresses and codes': () => ({
      path: pick([`/${letters(6)}`, `/vi/streets/${letters(12)}`, `/${letters(30)}`]),
    }),
    'forms of 10,000 fields': () => ({
      path: '/admin/sign-in',
      ...form(Array.from({ length: 10_000 }, (_, i) => `f${i}=${letters(6)}`).join('&')),
    }),
  }
}

/** Times of honest scans, in milliseconds, sorted. */
async function probe(server: Started, path: string, isOver: () => boolean): Promise<number[]> {
  const times: Promise<number>[] = []
  while (!isOver()) {
    times.push(ask(server.address, { path, headers: { 'accept-language': 'vi' } }))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return (await Promise.all(times)).sort((a, b) => a - b)
}

/** How often it was asked. */
function flood({ address }: Started, asks: Ask[], seconds: number): Promise<number> {
  const given: Flood = { address, asks, seconds, atOnce: AT_ONCE }
  const child = fork(new URL('./flood.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('message', (count: number) => resolve(count))
    child.send(given)
  })
}

const at = (times: readonly number[], share: number) =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const shown = (times: readonly number[]) =>
  `p50 ${at(times, 0.5).toFixed(1)} ms, p99 ${at(times, 0.99).toFixed(1)} ms`
const over = (seconds: number) => {
  const end = performance.now() + seconds * 1000
  return () => performance.now() > end
}

function residentMb({ process: { pid } }: Started): number {
  return Math.round(
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
  )
}

async function idleLines({ address }: Started): Promise<Socket[]> {
  const { hostname, port } = new URL(address)
  return Promise.all(
    Array.from({ length: LINES }, () => {
      const socket = connect(Number(port), hostname)
      socket.on('error', () => undefined)
      return new Promise<Socket>((resolve) =>
        socket.once('connect', () => resolve(socket)).once('close', () => resolve(socket)),
      )
    }),
  )
}

export async function benchAttack(): Promise<string[]> {
  const data = mkdtempSync(join(tmpdir(), 'stele-bench-'))
  const server = await start(['src/stele.mjs', 'serve', '--port', '0'], {
    STELE_DATA: data,
    STELE_TRUST_PROXY: 'on',
  })
  const sitemap = await (await fetch(`${server.address}/sitemap.xml`)).text()
  const paths = [
    ...sitemap.matchAll(/<loc>https?:\/\/[^/]+(\/[a-zA-Z-]+\/[a-z-]+\/[a-z0-9-]+)<\/loc>/g),
  ].map(([, path]) => path as string)
  const sign = (await (await fetch(`${server.address}/data/signs.geojson`)).json()) as {
    features: { id: string }[]
  }
  const honest = `/${sign.features[0]?.id ?? '7K3QXC'}`
  await ask(server.address, { path: honest, headers: { 'accept-language': 'vi' } })
  const lines = [
    `quiet: ${shown(await probe(server, honest, over(SECONDS)))}; ${residentMb(server)} MB`,
  ]
  for (const [name, next] of Object.entries(attacks(paths))) {
    // Made before anybody is timed: thinking them up takes seconds.
    const size = (next().body ?? '').length > 10_000 ? LARGE_POOL : POOL
    const asks = Array.from({ length: size }, next)
    let isOver = false
    const [times, count] = await Promise.all([
      probe(server, honest, () => isOver),
      flood(server, asks, SECONDS).finally(() => (isOver = true)),
    ])
    lines.push(
      `${name}: ${shown(times)}; ${Math.round(count / SECONDS)} asked a second, ${residentMb(server)} MB`,
    )
  }
  const opening = idleLines(server)
  const times = await probe(server, honest, over(SECONDS))
  for (const socket of await opening) socket.destroy()
  lines.push(`${LINES} idle lines: ${shown(times)}; ${residentMb(server)} MB`)
  lines.push(`quiet again: ${shown(await probe(server, honest, over(SECONDS)))}`)
  await stop(server)
  rmSync(data, { recursive: true })
  return lines
}
