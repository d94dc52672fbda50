/**
 * Counted scans of one Node process, beside a bare node:http server that returns the same bytes and headers
 * from memory. Both run as processes of their own, loaded in turn A B A B … by the same generator; the ratio
 * is taken pair by pair. CPU is what the kernel charged the server's process, so that it holds on a busy machine.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { start, stop, type Started } from './started.ts'

const ROUNDS = 5
const SECONDS = 4
const CONNECTIONS = 64
const HEADERS = {
  'accept-language': 'vi-VN,vi;q=0.9,en-US;q=0.6,en;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent':
    'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
}

/** User and system time of a process so far, in seconds (proc(5), fields 14 and 15, in hundredths). */
function cpuSeconds({ process: { pid } }: Started): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

interface Round {
  perSecond: number
  p99: number
  /** Server's CPU per answer, in microseconds. */
  cpu: number
  answers: number
}

async function load(server: Started, path: string): Promise<Round> {
  const before = cpuSeconds(server)
  const result = await autocannon({
    url: server.address + path,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: HEADERS,
  })
  const answers = result.requests.total
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    cpu: ((cpuSeconds(server) - before) / answers) * 1e6,
    answers,
  }
}

/** The answer as it comes over the wire, for the bare server to repeat. */
function answerOf(url: string): Promise<{ body: Buffer; headers: string[] }> {
  return new Promise((resolve) => {
    get(url, { headers: HEADERS }, (message) => {
      const chunks: Buffer[] = []
      message.on('data', (chunk: Buffer) => chunks.push(chunk))
      message.on('end', () => {
        const own = new Set(['date', 'connection', 'keep-alive'])
        const raw = message.rawHeaders
        const headers = raw.flatMap((text, i) =>
          i % 2 === 0 && !own.has(text.toLowerCase()) ? [text, raw[i + 1] as string] : [],
        )
        resolve({ body: Buffer.concat(chunks), headers })
      })
    })
  })
}

const BARE = `
  const { createServer } = require('node:http')
  const { body, headers } = JSON.parse(process.env.ANSWER)
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((request, response) => { response.writeHead(200, headers); response.end(bytes) })
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port))
`

export async function benchScans(): Promise<string[]> {
  const data = mkdtempSync(join(tmpdir(), 'stele-bench-'))
  const serve = () => start(['src/stele.mjs', 'serve', '--port', '0'], { STELE_DATA: data })
  const first = await serve()
  await stop(first)
  const ours = await serve()
  const path = '/7K3QXC'
  await answerOf(ours.address + path)
  await new Promise((resolve) => setTimeout(resolve, 300)) // brotli follows the first answer
  const answer = await answerOf(ours.address + path)
  const bare = await start(['-e', BARE], {
    ANSWER: JSON.stringify({ body: answer.body.toString('base64'), headers: answer.headers }),
  })
  await load(ours, path)
  await load(bare, path)
  const pairs: [Round, Round][] = []
  for (let i = 0; i < ROUNDS; i++) pairs.push([await load(ours, path), await load(bare, path)])
  await Promise.all([stop(ours), stop(bare)])
  rmSync(data, { recursive: true })

  const row = (label: string, pick: (pair: [Round, Round]) => number, digits = 0) => {
    const values = pairs.map(pick).sort((a, b) => a - b)
    const show = (value = 0) => value.toFixed(digits)
    return `${label.padEnd(46)} ${show(values[0])}  ${show(values[values.length >> 1])}  ${show(values.at(-1))}`
  }
  return [
    `one answer: ${answer.body.byteLength} bytes; ${CONNECTIONS} connections, ${ROUNDS} pairs of ${SECONDS} s; min median max`,
    row('counted scans per second', ([a]) => a.perSecond),
    row('bare node:http per second', ([, b]) => b.perSecond),
    row('ratio of rates, pair by pair', ([a, b]) => a.perSecond / b.perSecond, 2),
    row('CPU per counted scan, microseconds', ([a]) => a.cpu, 1),
    row('CPU per bare answer, microseconds', ([, b]) => b.cpu, 1),
    row('ratio of CPU (bare / counted), pair by pair', ([a, b]) => b.cpu / a.cpu, 2),
    row('p99 of counted scans, ms', ([a]) => a.p99),
    row('p99 of bare answers, ms', ([, b]) => b.p99),
    `cold start to listening: ${first.ms.toFixed(0)} ms with import of the content, ${ours.ms.toFixed(0)} ms without`,
  ]
}
