/** One thread that makes files: it opens the order's fonts once, then takes one task after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { filesForSign } from './parcel-files.ts'
import type { Neighbour } from '../press/files/sketch-map.ts'
import { fileForPanel, type Panel } from './parcel-panels.ts'
import { kitOf, type Materials, type PlacardKit } from './placard-kit.ts'
import { proofSheet, type Proof } from './proof-sheet.ts'
import type { ParcelFile } from './parcel-file.ts'

export interface WorkerStart {
  order: PrintOrder
  materials: Materials
  /** The origin where the running site is asked about each sign; null for not asking. */
  site: string | null
}

export type PrintTask =
  | { make: 'sign'; recipe: Recipe; near: readonly Neighbour[] }
  | { make: 'panel'; panel: Panel }
  | { make: 'proof'; proof: Proof }

export type WorkerAnswer = { files: ParcelFile[] } | { error: string }

const { order, materials, site } = workerData as WorkerStart
const kit = kitOf(order.template, materials)

parentPort?.on('message', (task: PrintTask) => {
  void filesFor(task, kit)
    .then((files): WorkerAnswer => ({ files }))
    .catch((error: unknown): WorkerAnswer => ({ error: (error as Error).message }))
    .then((answer) => parentPort?.postMessage(answer, 'files' in answer ? owned(answer.files) : []))
})

/** What is handed over without a copy: bytes that share their memory with nothing. */
function owned(files: readonly ParcelFile[]): ArrayBuffer[] {
  return files
    .filter(({ bytes }) => bytes.byteLength === bytes.buffer.byteLength)
    .map(({ bytes }) => bytes.buffer as ArrayBuffer)
}

async function filesFor(task: PrintTask, opened: PlacardKit): Promise<ParcelFile[]> {
  switch (task.make) {
    case 'sign':
      return filesForSign(order, opened, task.recipe, site, task.near)
    case 'panel':
      return [fileForPanel(order, opened, task.panel)]
    case 'proof':
      return [await proofSheet(order, opened, task.proof)]
  }
}
