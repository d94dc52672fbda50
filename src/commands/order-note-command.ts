import { parseShortCode } from '../domain/short-code.ts'
import { localDay } from '../domain/scan.ts'
import {
  addOrderNote,
  addPrinted,
  findOrder,
  listOrderNotes,
  ORDER_NOTES,
} from '../store/print-orders.ts'
import { findEdition } from '../store/site-settings.ts'
import { findHistories } from '../store/signs.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'
import { sentenceInBoth } from '../messages/bilingual.ts'

/** What was said before is listed oldest first: time (ISO 8601, UTC), kind, code, name, words. */
export const orderNote: Command = {
  usage:
    'ID [--what received|defect|first-article|signed-off --text WORDS --by NAME [--code CODE]] [--d1 local|remote]',
  does: 'Writes down what people say of an order: that its signs were received and are printed, a defect of one sign, what was measured on the first article, a warning signed off by name. Without --what, lists what was said.',
  options: {
    what: { type: 'string' },
    text: { type: 'string', default: '' },
    by: { type: 'string', default: '' },
    code: { type: 'string' },
    d1: { type: 'string' },
  },
  words: [1, 1],
  async run(called) {
    const { options, words, out, calledWrongly } = called
    const [id = ''] = words
    const what = ORDER_NOTES.find((kind) => kind === options['what'])
    const [text, by] = [String(options['text']).trim(), String(options['by']).trim()]
    if (options['what'] !== undefined && !what)
      return calledWrongly(`--what is one of ${ORDER_NOTES.join(', ')}`)
    if (what && !by) return calledWrongly('--by must name who says it')
    if (what && what !== 'received' && !text) return calledWrongly('--text must say what')
    const code = typeof options['code'] === 'string' ? parseShortCode(options['code']) : null
    if (options['code'] !== undefined && !code) return calledWrongly('--code is not a code')
    if (what === 'defect' && !code) return calledWrongly('a defect needs --code')
    return withDatabase(called, async (db) => {
      if (!(await findOrder(db, id))) throw new Error(sentenceInBoth('order.unknown', { id }))
      if (code && !(await findHistories(db, code)).has(code))
        throw new Error(sentenceInBoth('order.neverIssuedCode', { code }))
      if (what) {
        const act = { by, at: new Date().toISOString() }
        const { site } = await findEdition(db)
        const on = localDay(new Date(act.at), site?.timeZone ?? 'UTC')
        const note = addOrderNote(id, { what, code, details: { text } }, act)
        await db.batch(what === 'received' ? [note, addPrinted(id, code, on, act)] : [note])
        return 0
      }
      for (const note of await listOrderNotes(db, id))
        out([note.at, note.what, note.code ?? '', note.by, note.details['text']].join('\t'))
      return 0
    })
  },
}
