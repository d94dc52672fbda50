import type { Context } from 'hono'
import { listUploads, type Upload } from '../../../store/media.ts'
import type { DeskEnv } from '../desk-env.ts'
import { openFacts, type FactsDesk } from '../facts/facts-desk.ts'

/** Facts, with the files that wait on the desk to be named by them. */
export interface MediaDesk extends FactsDesk {
  uploads: Upload[]
}

/** The entry of the address, under today's slug or a former one; null when there is none. */
export async function openMedia(c: Context<DeskEnv>): Promise<MediaDesk | null> {
  const desk = await openFacts(c)
  return desk && { ...desk, uploads: await listUploads(c.env.services.db, desk.state.id) }
}
