import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { keepParcel } from '../store/parcel-requests.ts'
import { findOrder } from '../store/print-orders.ts'
import { isSite, SITE_USAGE, SITE_WRONG, siteToAsk } from '../printing/ask-site.ts'
import type { Command } from './command.ts'
import { digestOfFile } from '../printing/digest-of-file.ts'
import { makeParcel } from '../printing/make-parcel.ts'
import { progress } from './progress.ts'
import { withDatabase } from './with-database.ts'
import { sentenceInBoth } from '../messages/bilingual.ts'

/** The ZIP is there whole or not at all. Status 1 while warnings of preflight want a signature. */
export const orderParcel: Command = {
  usage: `ID --out FILE.zip ${SITE_USAGE} [--d1 local|remote]`,
  does: 'Writes the parcel of an order, and keeps it for the desk. A file is made once and issued again as it is; a run that was interrupted goes on where it stopped. The running site is asked about a sign when its files are made, at the order’s origin or where --site says; with --site none somebody must sign off that nobody asked. Drafts are asked about only with --site.',
  options: { out: { type: 'string' }, site: { type: 'string' }, d1: { type: 'string' } },
  words: [1, 1],
  async run(called) {
    const { options, words, calledWrongly } = called
    const out = options['out']
    if (typeof out !== 'string' || !out.endsWith('.zip'))
      return calledWrongly('--out must name a file that ends in .zip')
    const { site } = options
    if (typeof site === 'string' && !isSite(site)) return calledWrongly(SITE_WRONG)
    return withDatabase(called, async (db, media) => {
      const [id = ''] = words
      const order = await findOrder(db, id)
      if (!order) throw new Error(sentenceInBoth('order.unknown', { id }))
      await makeParcel(db, media, order, out, {
        content: called.settings.content,
        site: siteToAsk(site, order.isDraft ? null : order.origin),
        threads: availableParallelism(),
        begin: (pieces) => {
          const bar = progress('parcel', pieces)
          return () => bar.step()
        },
      })
      const parcel = { digest: await digestOfFile(out), size: (await stat(out)).size }
      await media.putFile(parcel.digest, out)
      await keepParcel(db, order.id, parcel, {
        by: 'stele order parcel',
        at: new Date().toISOString(),
      })
      called.out(out)
      return 0
    })
  },
}
