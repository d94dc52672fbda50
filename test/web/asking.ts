/** Asking over HTTP and seeing what really came: headers as sent, bytes as compressed. Every wait has an end. */
import { type Agent, request } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { PHONE } from './both/running.ts'

export interface Question {
  path: string
  method?: string | undefined
  headers?: Record<string, string> | undefined
  agent?: Agent | undefined
}

export interface Answer {
  status: number
  /** Names in small letters; a header sent twice is joined by a line end. */
  headers: Record<string, string>
  /** As sent, compressed or not. */
  bytes: Buffer
}

const WAIT_MS = 15_000

export function askRaw(address: string, question: Question): Promise<Answer> {
  const { hostname, port } = new URL(address)
  const { path, method = 'GET', headers = {}, agent } = question
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path,
        method,
        agent: agent ?? false,
        timeout: WAIT_MS,
        headers: { 'User-Agent': PHONE, ...headers },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: joined(response.rawHeaders),
            bytes: Buffer.concat(parts),
          }),
        )
      },
    )
    sent.on('timeout', () =>
      sent.destroy(new Error(`no answer in ${WAIT_MS} ms: ${method} ${path}`)),
    )
    sent.on('error', reject)
    sent.end()
  })
}

function joined(raw: string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let i = 0; i < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase()
    const value = raw[i + 1] ?? ''
    headers[name] = name in headers ? `${headers[name]}\n${value}` : value
  }
  return headers
}

/** The body as text, whatever it was compressed with. */
export function textOf({ headers, bytes }: Answer): string {
  const encoding = headers['content-encoding']
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  if (encoding === 'gzip') return gunzipSync(bytes).toString()
  return bytes.toString()
}

/** Writes bytes no HTTP client would write; resolves to all that came back before the other side closed. */
export function writeRaw(address: string, text: string): Promise<string> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    let came = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.setTimeout(WAIT_MS, () => socket.destroy(new Error('no answer')))
    socket.on('data', (part) => (came += part.toString()))
    socket.on('error', reject)
    socket.on('close', () => resolve(came))
  })
}

/** Asks again until `wanted` is content; for brotli, which follows some milliseconds later. */
export async function askUntil(
  ask: () => Promise<Answer>,
  wanted: (answer: Answer) => boolean,
): Promise<Answer> {
  const end = Date.now() + WAIT_MS
  for (;;) {
    const answer = await ask()
    if (wanted(answer)) return answer
    if (Date.now() > end)
      throw new Error(`still ${answer.status} ${JSON.stringify(answer.headers)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
