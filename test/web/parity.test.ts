/**
 * One list of requests (parity-requests.json), replayed against the server on Node and against the Worker in
 * workerd, both over HTTP: whoever moves from one home to the other finds every answer the same.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../src/domain/digest.ts'
import { textOf, type Answer, type Question } from './asking.ts'
import recorded from './parity-requests.json' with { type: 'json' }
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
import { serveWorker, type WorkerServing } from './worker.ts'

interface Recorded {
  path: string
  method?: string
  headers?: Record<string, string>
}

/** Of the connection, not of the answer; the length is compared where both homes tell it. */
const ASIDE = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-encoding']
const LENGTH = 'content-length'

const folder = trialContent()
let node: Serving
let worker: WorkerServing
let names: Record<string, string>

beforeAll(async () => {
  ;[node, worker] = await Promise.all([serve(folder), serveWorker(folder)])
  names = {
    place: PLACE_SIGN,
    replaced: REPLACED_SIGN,
    gone: GONE_SIGN,
    waiting: WAITING_SIGN,
    unknown: NEVER_ISSUED,
    mistyped: MISTYPED,
    cover: await digestOf(folder.get('content/places/cho-thu/cover.png')!),
  }
}, 120_000)

afterAll(async () => {
  await Promise.all([node?.remove(), worker?.remove()])
}, 30_000)

/** Everything a reader or a cache can tell: by name, so that a difference says what differs. */
function comparable({ status, headers, bytes }: Answer): Map<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !ASIDE.includes(name))
  // Pages of the desk carry a word that is new in every answer.
  const steady = kept.map(
    ([name, value]) => [name, value.replace(/nonce-[\w+/=]+/g, 'nonce')] as const,
  )
  const body = bytes.toString().replace(/nonce="[^"]+"/g, 'nonce')
  return new Map([['status', String(status)], ...steady, ['body', body]])
}

function differences(node: Answer, worker: Answer): string[] {
  const [onNode, onWorker] = [comparable(node), comparable(worker)]
  return [...new Set([...onNode.keys(), ...onWorker.keys()])]
    .filter((part) => part !== LENGTH || (onNode.has(part) && onWorker.has(part)))
    .filter((part) => onNode.get(part) !== onWorker.get(part))
    .map((part) => `${part}: ${onNode.get(part)} on Node, ${onWorker.get(part)} on the Worker`)
}

const addressOf = ({ path }: Recorded) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? name)

const fromBoth = (path: string, question: Omit<Question, 'path'>) =>
  Promise.all([node.ask(path, question), worker.ask(path, question)])

describe('Node and Workers', () => {
  test('give the same answer to every recorded request', async () => {
    const found: Record<string, string[]> = {}
    const statuses = new Set<number>()
    for (const one of recorded as Recorded[]) {
      const { method, headers } = one
      const question = { method, headers: { 'Accept-Encoding': 'identity', ...headers } }
      const [onNode, onWorker] = await fromBoth(addressOf(one), question)
      statuses.add(onNode.status)
      const different = differences(onNode, onWorker)
      if (different.length > 0) found[JSON.stringify(one)] = different
    }
    expect(found).toEqual({})
    expect([...statuses].sort()).toEqual([200, 204, 206, 301, 302, 303, 304, 404, 405, 410, 416])
    expect(recorded.length).toBeGreaterThan(60)
  }, 90_000)

  test('know each other’s pages by their ETags', async () => {
    for (const path of [
      `/${STREET_SIGN}`,
      '/vi/',
      '/zh-Hans/figures/le-loi',
      `/${PLACE_SIGN}/en`,
    ]) {
      const [onNode] = await fromBoth(path, {})
      const etag = onNode.headers['etag'] ?? ''
      const again = await fromBoth(path, { headers: { 'If-None-Match': etag } })
      expect(again.map((answer) => answer.status)).toEqual([304, 304])
      expect(differences(...again)).toEqual([])
    }
  })

  test('compress one and the same text', async () => {
    const asked = { headers: { 'Accept-Encoding': 'gzip, br' } }
    const [onNode, onWorker] = await fromBoth(`/${STREET_SIGN}`, asked)
    expect(textOf(onNode)).toBe(textOf(onWorker))
  })
})
