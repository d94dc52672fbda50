import { basemapAt } from '../store/basemap-file.ts'
import type { Called } from './command.ts'
import { basemapSentence } from '../messages/bilingual.ts'

/** True where the base map can be shown, or none is set; else false, and what is wrong is said on stderr. */
export async function noteBasemap({
  settings: { basemap },
  note,
}: Pick<Called, 'settings' | 'note'>): Promise<boolean> {
  if (basemap === null) return true
  const found = await basemapAt(basemap)
  if (typeof found !== 'string') return true
  note(basemapSentence(`STELE_BASEMAP=${basemap}`, found))
  return false
}
