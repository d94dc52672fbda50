/** Works the queue of parcels off, one after another. */
import { mkdir, rename, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { PrintOrder } from '../domain/print-order.ts'
import { mediaFolder, openMedia } from '../installation.ts'
import type { Settings } from '../settings.ts'
import type { Database } from '../store/database.ts'
import {
  claimParcel,
  failParcel,
  finishParcel,
  giveBackParcel,
  tellProgress,
  type ClaimedParcel,
} from '../store/parcel-requests.ts'
import { findOrder } from '../store/print-orders.ts'
import { digestOfFile } from './digest-of-file.ts'
import { makeParcel } from './make-parcel.ts'
import { sentenceInBoth } from '../messages/bilingual.ts'

/**
 * Milliseconds between two signs of life of whoever makes a parcel; after six times of silence it is taken for dead.
 */
const TELL_EVERY_MS = 10_000
const SILENT_MS = 60_000
/** Attempts after which a parcel has failed: one that ended its process so often would do so again. */
const ATTEMPTS_MAX = 3

/** Requests not heard of since then wait again; ISO 8601, UTC. */
export function silentSince(now: Date): string {
  return new Date(now.getTime() - SILENT_MS).toISOString()
}

/**
 * Works off what waits. Ends when nothing waits, or when `gone` says so: what was begun then waits for the next.
 * Several processes may do so at once.
 */
export async function workOffParcels(
  db: Database,
  settings: Pick<Settings, 'data' | 'content'>,
  gone: AbortSignal,
): Promise<void> {
  while (!gone.aborted) {
    const now = new Date()
    const claimed = await claimParcel(db, now.toISOString(), silentSince(now))
    if (!claimed) return
    const left = new Promise<'left'>((resolve) => {
      gone.addEventListener('abort', () => resolve('left'), { once: true })
    })
    if ((await Promise.race([work(db, settings, claimed), left])) === 'left')
      await giveBackParcel(db, claimed.id)
  }
}

/** Never rejects: what goes wrong is the reason the desk shows. */
async function work(
  db: Database,
  settings: Pick<Settings, 'data' | 'content'>,
  { id, orderId, asksSite, attempts }: ClaimedParcel,
): Promise<void> {
  const now = () => new Date().toISOString()
  let made = 0
  let pieces: number | null = null
  const tell = () => tellProgress(db, { id, made, pieces }, now())
  const timer = setInterval(() => void tell(), TELL_EVERY_MS)
  try {
    const order = await findOrder(db, orderId)
    if (!order || attempts > ATTEMPTS_MAX) throw new Error(sentenceInBoth('parcel.interrupted'))
    const folder = mediaFolder(settings)
    await mkdir(folder, { recursive: true })
    const zip = join(folder, `${order.id}.zip`)
    await makeParcel(db, openMedia(settings), order, zip, {
      content: settings.content,
      site: siteFor(order, asksSite === 1),
      // One core stays for whoever scans.
      threads: Math.max(1, availableParallelism() - 1),
      begin: (count) => {
        pieces = count
        void tell()
        return () => {
          made += 1
          return tell()
        }
      },
    })
    const [digest, { size }] = [await digestOfFile(zip), await stat(zip)]
    await rename(zip, join(folder, digest))
    await finishParcel(db, id, { digest, size }, now())
  } catch (error) {
    await failParcel(db, id, (error as Error).message, now())
  } finally {
    clearInterval(timer)
  }
}

function siteFor({ isDraft, origin }: PrintOrder, asksSite: boolean): string | null {
  return asksSite && !isDraft ? origin : null
}
