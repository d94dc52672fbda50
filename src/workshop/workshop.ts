/**
 * The workshop beside a running server: processes of their own, with their own connections, so that the thread that
 * answers scans never draws a face, freezes an order, makes a file or reads a table.
 */
import { fork, type ChildProcess } from 'node:child_process'
import type { ExchangeAnswer, ExchangeQuestion } from '../exchange/exchange-question.ts'
import { silentSince } from '../printing/parcel-queue.ts'
import type { Printing } from '../printing/printing.ts'
import { listTemplates } from '../printing/templates.ts'
import type { Settings } from '../settings.ts'
import type { Database } from '../store/database.ts'
import { isParcelWaiting } from '../store/parcel-requests.ts'
import type { WorkshopAnswer, WorkshopQuestion, WorkshopSettings } from './workshop-process.ts'

const SELF = import.meta.url
/** From source the process needs the compiler that this one has; a build needs none. */
const PROCESS = SELF.endsWith('.ts')
  ? { url: new URL('./workshop-process.ts', SELF), execArgv: ['--import', 'tsx'] }
  : { url: new URL('./workshop-process.js', SELF), execArgv: [] }

/** Milliseconds after the last question when the process gives its memory back. */
const IDLE_MS = 5 * 60_000
/** Milliseconds between two looks at the queue, for what a crash or another process left there. */
const LOOK_EVERY_MS = 30_000

/** What the server is given of it. */
export interface Workshop {
  printing: Printing
  /** A table or a translation that comes in: as answerExchange, elsewhere. */
  exchange: (question: ExchangeQuestion) => Promise<ExchangeAnswer>
  stop: () => Promise<void>
}

/** Processes are started when they are first asked for; the queue is looked at at once. */
export function openWorkshop(settings: Settings, db: Database): Workshop {
  const desk = newDeskProcess(settings)
  const queue = newQueueProcess(settings, db)
  return {
    printing: {
      listTemplates: () => listTemplates(settings.content),
      draw: (code, template, typed) =>
        desk.ask({ do: 'draw', code, template, ...(typed && { typed }) }),
      order: (wanted, act) => desk.ask({ do: 'order', wanted, act }),
      wake: queue.wake,
    },
    exchange: (question) => desk.ask({ do: 'exchange', question }),
    async stop() {
      await Promise.all([desk.stop(), queue.stop()])
    },
  }
}

function start({ data, content, origin }: Settings, work: 'desk' | 'parcels'): ChildProcess {
  const settings: WorkshopSettings = { data, content, origin }
  return fork(PROCESS.url, [work, JSON.stringify(settings)], {
    execArgv: PROCESS.execArgv,
    // Files go over as bytes.
    serialization: 'advanced',
  })
}

interface DeskProcess {
  child: ChildProcess
  /** What was asked of this process and is not answered yet. */
  waiting: Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>
}

/**
 * One process for all questions of the desk, started anew when it has ended. An answer that never comes is a rejection.
 */
function newDeskProcess(settings: Settings) {
  let opened: DeskProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let asked = 0
  return {
    ask<Answer>(question: WorkshopQuestion): Promise<Answer> {
      clearTimeout(idle)
      const desk = opened?.child.connected ? opened : (opened = openDesk(settings))
      const id = ++asked
      const answered = new Promise<Answer>((resolve, reject) => {
        desk.waiting.set(id, { resolve, reject })
        desk.child.send({ id, question })
      })
      return answered.finally(() => {
        if (desk.waiting.size > 0) return
        clearTimeout(idle)
        idle = setTimeout(() => letGo(desk.child), IDLE_MS).unref()
      })
    },
    stop() {
      clearTimeout(idle)
      return ended(opened?.child ?? null)
    },
  }
}

function openDesk(settings: Settings): DeskProcess {
  const child = start(settings, 'desk')
  const waiting: DeskProcess['waiting'] = new Map()
  child.on('message', ({ id, ...answer }: WorkshopAnswer) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if ('error' in answer) asker?.reject(new Error(answer.error))
    else asker?.resolve(answer.result as never)
  })
  const end = () => {
    for (const { reject } of waiting.values()) reject(new Error('the workshop ended'))
    waiting.clear()
  }
  child.on('exit', end)
  // It could not be started, or was gone when it was asked: whoever asked is told, and the server goes on.
  child.on('error', end)
  return { child, waiting }
}

/** One process that works the queue off and ends; a wish that comes meanwhile starts it again. */
function newQueueProcess(settings: Settings, db: Database) {
  let child: ChildProcess | null = null
  let again = false
  let stopped = false
  const wake = () => {
    if (stopped) return
    again = child !== null
    if (child) return
    child = start(settings, 'parcels')
    child.on('exit', () => {
      child = null
      // Something was wanted after it had looked for the last time.
      if (again) wake()
    })
  }
  const look = () => {
    isParcelWaiting(db, silentSince(new Date()))
      .then((waits) => {
        if (waits) wake()
      })
      .catch((error: unknown) => console.error({ event: 'parcel queue', error }))
  }
  look()
  const timer = setInterval(look, LOOK_EVERY_MS).unref()
  return {
    wake,
    stop() {
      stopped = true
      clearInterval(timer)
      return ended(child)
    },
  }
}

/** Lets go of the line to a process, which ends it; resolves when it has. */
function ended(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    letGo(child)
  })
}

/** A line that is gone already cannot be let go of: asking for it would end this process too. */
function letGo(child: ChildProcess | undefined): void {
  if (child?.connected) child.disconnect()
}
