/** One thread that makes files: it opens the order's fonts once, then takes one sign after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { filesForSign, type ParcelFile } from './parcel-files.ts'
import { kitFor } from './placard-kit.ts'

export interface WorkerStart {
  root: string
  order: PrintOrder
}

export type WorkerAnswer = { files: ParcelFile[] } | { error: string }

const { root, order } = workerData as WorkerStart
const kit = kitFor(root, order.template)

parentPort?.on('message', (recipe: Recipe) => {
  void kit
    .then((opened) => filesForSign(order, opened, recipe))
    .then((files): WorkerAnswer => ({ files }))
    .catch((error: unknown): WorkerAnswer => ({ error: (error as Error).message }))
    .then((answer) => parentPort?.postMessage(answer))
})
