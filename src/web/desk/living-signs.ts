/** The signs of an entry that people can scan: who is told of what becomes of it. */
import type { EntryPath } from '../../domain/entry.ts'
import { spaced, type ShortCode } from '../../domain/short-code.ts'
import { isEnded, stateOf } from '../../domain/sign.ts'
import type { DeskKey } from '../../messages/desk-key.ts'
import type { Say } from '../../messages/desk-message.ts'
import type { Database } from '../../store/database.ts'
import { listSignsAtDesk } from '../../store/signs-at-desk.ts'

/** Codes that are read out; of more the number is told. */
const CODES_SHOWN = 12

/** In order of issue. */
export async function listLivingSigns(db: Database, entry: EntryPath): Promise<ShortCode[]> {
  const signs = await listSignsAtDesk(db, { entry, unit: null, begins: '' })
  return signs.filter(({ events }) => !isEnded(stateOf(events))).map(({ code }) => code)
}

/** What `key` says of them; of an entry without signs, that it has none. */
export function saidOfSigns(say: Say, codes: readonly ShortCode[], key: DeskKey): string {
  if (codes.length === 0) return say('act.noSigns')
  const shown = codes.slice(0, CODES_SHOWN).map(spaced).join(', ')
  const left = codes.length - CODES_SHOWN
  return say(key, { codes: left > 0 ? say('act.moreSigns', { codes: shown, count: left }) : shown })
}
