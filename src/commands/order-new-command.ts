import { readFile } from 'node:fs/promises'
import { findEdition } from '../store/site-settings.ts'
import type { Command } from './command.ts'
import { freezeOrder } from '../printing/freeze-order.ts'
import { readPlacardKit } from '../printing/placard-kit.ts'
import { withDatabase } from './with-database.ts'
import { inBoth, sentenceInBoth } from '../messages/bilingual.ts'

/** Line by line why, on stderr, where an order is refused; then nothing is written. */
export const orderNew: Command = {
  usage: '--codes FILE --template placard-150x200 [--by NAME] [--draft] [--d1 local|remote]',
  does: 'Freezes what is to be printed for the codes of FILE, one a line, and prints the order’s number. Refused whole when one sign cannot be printed.',
  options: {
    codes: { type: 'string' },
    template: { type: 'string', default: 'placard-150x200' },
    by: { type: 'string', default: 'command line' },
    draft: { type: 'boolean', default: false },
    d1: { type: 'string' },
  },
  words: [0, 0],
  async run(called) {
    const { options, calledWrongly } = called
    const file = options['codes']
    if (typeof file !== 'string')
      return calledWrongly('--codes must name a file with one code a line')
    const lines = (await readFile(file, 'utf8')).split(/\r?\n/)
    return withDatabase(called, async (db) => {
      const { site } = await findEdition(db)
      if (!site) throw new Error('the database is empty: run "stele import" first')
      const kit = await readPlacardKit(called.settings.content, String(options['template']))
      const { out, note, settings } = called
      const frozen = await freezeOrder(
        db,
        {
          site,
          kit,
          words: lines,
          origin: settings.origin,
          isDraft: options['draft'] === true,
          warn: (code, { vi, en }) => note(`${code}: ${vi} / ${en}`),
        },
        { by: String(options['by']), at: new Date().toISOString() },
      )
      if (Array.isArray(frozen)) {
        for (const { line, word, why } of frozen)
          note(`${line > 0 ? `${line}: ${word}: ` : ''}${inBoth(why)}`)
        note(sentenceInBoth('order.none'))
        return 1
      }
      if (frozen.isDraft) note(sentenceInBoth('order.draft'))
      out(frozen.id)
      return 0
    })
  },
}
