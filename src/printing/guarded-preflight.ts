/** Preflight of files from anywhere, on a thread that is ended when one asks for too much time or memory. */
import { Worker } from 'node:worker_threads'
import { broken, reportOf, type PreflightReport } from '../domain/preflight.ts'
import type { FileQuestion, SignFactsFound } from './file-facts.ts'
import type { FromThread, ToThread } from './preflight-thread.ts'

const SELF = import.meta.url
/** From source the thread needs the compiler that the main thread has; a build needs none. */
const THREAD = SELF.endsWith('.ts')
  ? { url: new URL('./preflight-thread.ts', SELF), execArgv: ['--import', 'tsx'] }
  : { url: new URL('./preflight-thread.js', SELF), execArgv: [] }

/** For one file, the site's answers not counted; a face of ours takes one, the largest panel ten. */
const SECONDS_MOST = 60
/** MB that the whole process may grow by while it looks at one file. */
const MEGABYTES_MOST = 1_500
const LOOK_MS = 100

export interface GuardedPreflight {
  judge(
    pdf: Uint8Array,
    factsFor: (question: FileQuestion) => Promise<SignFactsFound>,
  ): Promise<PreflightReport>
  close(): Promise<void>
}

export function guardedPreflight(
  secondsMost = SECONDS_MOST,
  megabytesMost = MEGABYTES_MOST,
): GuardedPreflight {
  let thread: Worker | null = null
  const end = async () => {
    const ended = thread
    thread = null
    await ended?.terminate()
  }
  return {
    close: end,
    async judge(pdf, factsFor) {
      thread ??= new Worker(THREAD.url, { execArgv: THREAD.execArgv })
      const outcome = await watched(thread, pdf, factsFor, { secondsMost, megabytesMost })
      if ('report' in outcome) return outcome.report
      // What is left of the file in memory goes with its thread.
      await end()
      const { what } = outcome
      return reportOf([broken('PF-06.heavy', what, 'within limits', { what })])
    },
  }
}

type Outcome = { report: PreflightReport } | { what: string }

function watched(
  thread: Worker,
  pdf: Uint8Array,
  factsFor: (question: FileQuestion) => Promise<SignFactsFound>,
  { secondsMost, megabytesMost }: { secondsMost: number; megabytesMost: number },
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss()
    let spent = 0
    let isAsking = false
    const watch = setInterval(() => {
      if (!isAsking) spent += LOOK_MS / 1000
      const grown = (process.memoryUsage.rss() - before) / 1e6
      if (spent > secondsMost) settle(() => resolve({ what: `more than ${secondsMost} seconds` }))
      else if (grown > megabytesMost)
        settle(() => resolve({ what: `more than ${megabytesMost} MB of memory` }))
    }, LOOK_MS)
    const settle = (then: () => void) => {
      clearInterval(watch)
      thread.off('message', onMessage)
      thread.off('error', onError)
      then()
    }
    const onMessage = (message: FromThread) => {
      if ('report' in message) return settle(() => resolve({ report: message.report }))
      isAsking = true
      factsFor(message.asks).then(
        (facts) => {
          isAsking = false
          tell(thread, { facts })
        },
        (error: unknown) => settle(() => reject(error as Error)),
      )
    }
    const onError = (error: Error) => settle(() => resolve({ what: error.message }))
    thread.on('message', onMessage)
    thread.on('error', onError)
    tell(thread, { judge: pdf })
  })
}

function tell(thread: Worker, message: ToThread): void {
  thread.postMessage(message)
}
