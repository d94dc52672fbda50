/** New signs, with codes drawn at random. */
import { newShortCode, type ShortCode } from '../domain/short-code.ts'
import type { Sign } from '../domain/sign.ts'
import { addAudit } from './audit-log.ts'
import { UniqueError, type Database } from './database.ts'
import type { Act } from './entries.ts'
import { addSigns } from './signs.ts'

/** What is not known of a sign on the day it is issued. */
const BLANK: Omit<Sign, 'code' | 'entry' | 'issuedOn' | 'placement'> = {
  lat: null,
  lon: null,
  accuracyM: null,
  mount: null,
  heightMm: null,
  readingDistanceMm: null,
  template: null,
  faces: null,
  symbolVersion: null,
  symbolLevel: null,
  symbolMask: null,
  replaces: null,
  note: '',
}

/**
 * Adds `count` new signs, all or none. The key refuses a code that exists already; new ones are then drawn.
 * `random` returns integers in [0, limit).
 */
export async function issueSigns(
  db: Database,
  count: number,
  about: Pick<Sign, 'entry' | 'issuedOn' | 'placement'> & Partial<Sign>,
  { random, act }: { random: (limit: number) => number; act: Act },
): Promise<ShortCode[]> {
  for (;;) {
    const codes = new Set<ShortCode>()
    while (codes.size < count) codes.add(newShortCode(random))
    const signs = [...codes].map((code) => ({ ...BLANK, ...about, code }))
    const details = { codes: [...codes] }
    try {
      await db.batch([
        ...addSigns(signs),
        addAudit({ what: 'sign.issued', subject: about.entry, details }, act),
      ])
      return [...codes]
    } catch (error) {
      if (!(error instanceof UniqueError)) throw error
    }
  }
}
