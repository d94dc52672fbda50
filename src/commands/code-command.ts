import { randomInt } from 'node:crypto'
import { parseEntryPath } from '../domain/entry.ts'
import { localDay } from '../domain/scan.ts'
import { findEntryId } from '../store/text-history.ts'
import { findEdition } from '../store/site-settings.ts'
import { issueSigns } from '../store/issue-signs.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/** Codes of one call: a thousand are more than a province orders in a year; more is a slip of the finger. */
const COUNT_MAX = 1000

/** The entry is named by the path it was first imported under. */
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
      const id = await findEntryId(db, entry.kind, entry.slug)
      if (!id) throw new Error(`there is no entry ${entry.path}`)
      const about = { entry: id, issuedOn: day, placement: String(options['placement']) }
      const act = { by: 'command line', at: new Date().toISOString() }
      for (const code of await issueSigns(db, count, about, { random: randomInt, act })) out(code)
      return 0
    })
  },
}
