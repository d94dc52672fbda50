import { Worker } from 'node:worker_threads'
import type { Recipe } from '../domain/print-order.ts'
import type { ParcelFile } from './parcel-files.ts'
import type { WorkerAnswer, WorkerStart } from './print-worker.ts'

const SELF = import.meta.url
/** From source the thread needs the compiler that the main thread has; a build needs none. */
const WORKER = SELF.endsWith('.ts')
  ? { url: new URL('./print-worker.ts', SELF), execArgv: ['--import', 'tsx'] }
  : { url: new URL('./print-worker.js', SELF), execArgv: [] }

/**
 * Makes the files of each recipe on `threads` threads and hands them to `done`, one recipe after another, in any
 * order. Rejects at the first recipe that cannot be made; what `done` has taken until then stays.
 */
export async function makeOnThreads(
  start: WorkerStart,
  recipes: readonly Recipe[],
  threads: number,
  done: (recipe: Recipe, files: ParcelFile[]) => Promise<void>,
): Promise<void> {
  const queue = [...recipes]
  const workers = Array.from(
    { length: Math.min(threads, recipes.length) },
    () => new Worker(WORKER.url, { workerData: start, execArgv: WORKER.execArgv }),
  )
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let recipe = queue.shift(); recipe; recipe = queue.shift()) {
          const answer = await ask(worker, recipe)
          if ('error' in answer) throw new Error(answer.error)
          await done(recipe, answer.files)
        }
      }),
    )
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function ask(worker: Worker, recipe: Recipe): Promise<WorkerAnswer> {
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
    worker.postMessage(recipe)
  })
}
