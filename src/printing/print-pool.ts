import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { WorkerAnswer, WorkerStart, PrintTask } from './print-worker.ts'
import type { ParcelFile } from './parcel-file.ts'

const SELF = import.meta.url
/** From source the thread needs the compiler that the main thread has; a build needs none. */
const WORKER = SELF.endsWith('.ts')
  ? { url: new URL('./print-worker.ts', SELF), execArgv: ['--import', 'tsx'] }
  : { url: new URL('./print-worker.js', SELF), execArgv: [] }

/**
 * A thread needs some 90 MB at a time; left alone, it tidies up only after several hundred. Node counts these in
 * megabytes; a thread that needs more ends with an error.
 */
export const THREAD_MEMORY = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 320 }

/**
 * Does each task on `threads` threads and hands its files to `done`, one task after another, in any order. Rejects
 * at the first task that cannot be done; what `done` has taken until then stays.
 */
export async function makeOnThreads(
  start: WorkerStart,
  tasks: readonly PrintTask[],
  threads: number,
  done: (files: ParcelFile[]) => Promise<void>,
): Promise<void> {
  // Memory is tidied up between two pieces of work, not beside them: nobody waits for an answer in between, and on
  // two cores the marking beside the work took a third of them.
  setFlagsFromString('--no-incremental-marking')
  const queue = [...tasks]
  const workers = Array.from(
    { length: Math.min(threads, tasks.length) },
    () =>
      new Worker(WORKER.url, {
        workerData: start,
        execArgv: WORKER.execArgv,
        resourceLimits: THREAD_MEMORY,
      }),
  )
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let task = queue.shift(); task; task = queue.shift()) {
          const answer = await ask(worker, task)
          if ('error' in answer) throw new Error(answer.error)
          await done(answer.files)
        }
      }),
    )
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function ask(worker: Worker, task: PrintTask): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', onMessage)
      worker.off('error', onError)
    }
    const onMessage = (answer: WorkerAnswer) => {
      settle()
      resolve(answer)
    }
    const onError = (error: Error) => {
      settle()
      reject(error)
    }
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.postMessage(task)
  })
}
