/** One thread that makes files: it opens the order's fonts once, then takes one task after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { filesForSign, type ParcelFile } from './parcel-files.ts'
import { fileForPanel, type Panel } from './parcel-panels.ts'
import { kitFor, type PlacardKit } from './placard-kit.ts'
import { proofSheet, type Proof } from './proof-sheet.ts'

export interface WorkerStart {
  root: string
  order: PrintOrder
  /** The origin where the running site is asked about each sign; null for not asking. */
  site: string | null
}

export type Task =
  | { make: 'sign'; recipe: Recipe }
  | { make: 'panel'; panel: Panel }
  | { make: 'proof'; proof: Proof }

export type WorkerAnswer = { files: ParcelFile[] } | { error: string }

const { root, order, site } = workerData as WorkerStart
const kit = kitFor(root, order.template)

parentPort?.on('message', (task: Task) => {
  void kit
    .then((opened) => filesFor(task, opened))
    .then((files): WorkerAnswer => ({ files }))
    .catch((error: unknown): WorkerAnswer => ({ error: (error as Error).message }))
    .then((answer) => parentPort?.postMessage(answer))
})

async function filesFor(task: Task, opened: PlacardKit): Promise<ParcelFile[]> {
  switch (task.make) {
    case 'sign':
      return filesForSign(order, opened, task.recipe, site)
    case 'panel':
      return [fileForPanel(order, opened, task.panel)]
    case 'proof':
      return [await proofSheet(order, opened, task.proof)]
  }
}
