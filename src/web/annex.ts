/**
 * The annex: a process beside the server that answers what is large or costs much – open data, packs, the map, search,
 * cards – so that the thread that answers scans only hands the bytes on, as fast as whoever asked takes them. Node only.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whatever a handler of Node's is given, where the annex cannot answer: too much waits for it, or it has just ended. */
export type AnswerBusy = (request: IncomingMessage, response: ServerResponse) => void

export interface Annex {
  /** Answers a GET or HEAD; `busy` does where that is not possible now. Bodies are not read. */
  answer: (request: IncomingMessage, response: ServerResponse, busy: AnswerBusy) => void
  stop: () => Promise<void>
}

/** Questions under way; more are refused at once, so that a flood costs no memory. */
const UNDER_WAY_MAX = 500
/** Lines to the annex; who comes later waits for one. */
const LINES_MAX = 64
/** Milliseconds until a process that ended is started again. */
const AGAIN_MS = 1000

/** Addresses of what is large. Everything else is a page of one entry, or of one sign. */
const LARGE =
  /^\/(?:(?:data|packs)\/|sitemap|[A-Za-z-]{2,35}\/(?:map|search)(?:[/?]|$)|[^?]{1,200}\/card\.png(?:\?|$))/

/** Whether the annex answers this address. */
export function isLarge({ method, url = '' }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && LARGE.test(url)
}

/** `program` listens at the socket that is its first argument, gets `settings` as the second, and says when it does. */
export function openAnnex(program: URL, execArgv: string[], settings: object): Annex {
  const folder = mkdtempSync(join(tmpdir(), 'stele-'))
  const socketPath =
    process.platform === 'win32' ? `\\\\.\\pipe\\stele-${process.pid}` : join(folder, 'annex')
  const agent = new Agent({ keepAlive: true, maxSockets: LINES_MAX, scheduling: 'fifo' })
  let child: ChildProcess
  let listening = Promise.resolve(false)
  let underWay = 0
  let stopped = false

  const start = () => {
    rmSync(socketPath, { force: true })
    child = fork(program, [socketPath, JSON.stringify(settings)], { execArgv })
    listening = new Promise((resolve) => {
      child.once('message', () => resolve(true))
      child.once('exit', () => resolve(false)).once('error', () => resolve(false))
    })
    child.once('exit', () => {
      if (!stopped) setTimeout(start, AGAIN_MS).unref()
    })
  }
  start()

  const hand: Annex['answer'] = (request, response, busy) => {
    const { method, url } = request
    const asked = ask({
      socketPath,
      agent,
      method,
      path: url,
      headers: endToEnd(request.rawHeaders),
    })
    // Whoever leaves before the end takes their question along.
    response.once('close', () => asked.destroy())
    asked.once('error', () => {
      if (response.headersSent) response.destroy()
      else if (!response.destroyed) busy(request, response)
    })
    asked.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 500, endToEnd(answer.rawHeaders))
      answer.pipe(response)
      answer.once('error', () => response.destroy())
    })
    asked.end()
  }

  return {
    answer(request, response, busy) {
      if (underWay >= UNDER_WAY_MAX) return busy(request, response)
      underWay++
      response.once('close', () => underWay--)
      void listening.then((is) => (is ? hand(request, response, busy) : busy(request, response)))
    },
    async stop() {
      stopped = true
      agent.destroy()
      await new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        // It reads only: nothing is lost, even in the middle of its start.
        child.kill()
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Headers that are of one line alone, or announce a body (RFC 9110, 7.6.1). */
const OF_THE_LINE =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect)$/i

/** Name, value, name, value: as they came, without those of the line. */
function endToEnd(raw: readonly string[]): string[] {
  return raw.filter((_, i) => !OF_THE_LINE.test(raw[i - (i % 2)] as string))
}
