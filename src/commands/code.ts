import { randomInt } from 'node:crypto'
import { parseEntryPath } from '../domain/entry.ts'
import { localDay } from '../domain/scan.ts'
import { newShortCode, type ShortCode } from '../domain/short-code.ts'
import type { Sign } from '../domain/sign.ts'
import { UniqueError, type Database } from '../store/database.ts'
import { findEntryAddress } from '../store/entry-page.ts'
import { findEdition } from '../store/site.ts'
import { addSigns } from '../store/signs.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/** A thousand at once is more than a province orders in a year; more is a slip of the finger. */
const COUNT_MAX = 1000

export const codeNew: Command = {
  usage: '--entry streets/le-loi [--count N] [--placement TEXT] [--d1 local|remote]',
  does: 'Issues permanent codes for signs of an entry, one a line. A code is never issued twice.',
  options: {
    entry: { type: 'string' },
    count: { type: 'string', default: '1' },
    placement: { type: 'string', default: '' },
    d1: { type: 'string' },
  },
  words: [0, 0],
  async run(called) {
    const { options, out, calledWrongly } = called
    const entry = parseEntryPath(String(options['entry'] ?? ''))
    const count = Number(options['count'])
    if (!entry) return calledWrongly('--entry must name an entry, as in streets/le-loi')
    if (!Number.isInteger(count) || count < 1 || count > COUNT_MAX)
      return calledWrongly(`--count must be a whole number from 1 to ${COUNT_MAX}`)
    return withDatabase(called, async (db) => {
      const { site } = await findEdition(db)
      const day = localDay(new Date(), site?.timeZone ?? 'UTC')
      if (!(await findEntryAddress(db, entry.path)))
        throw new Error(`there is no entry ${entry.path}`)
      const blank = { entry: entry.path, issuedOn: day, placement: String(options['placement']) }
      for (const code of await issueCodes(db, count, blank, randomInt)) out(code)
      return 0
    })
  },
}

/**
 * Adds `count` new signs, all or none. The key refuses a code that exists already; new ones are then drawn.
 * `random` returns integers in [0, limit).
 */
export async function issueCodes(
  db: Database,
  count: number,
  about: Pick<Sign, 'entry' | 'issuedOn' | 'placement'>,
  random: (limit: number) => number,
): Promise<ShortCode[]> {
  for (;;) {
    const codes = new Set<ShortCode>()
    while (codes.size < count) codes.add(newShortCode(random))
    const signs = [...codes].map((code) => ({ ...BLANK, ...about, code }))
    try {
      await db.batch(addSigns(signs))
      return [...codes]
    } catch (error) {
      if (!(error instanceof UniqueError)) throw error
    }
  }
}

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
