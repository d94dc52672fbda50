import { printedWords } from '../domain/print-order.ts'
import { isEnded, stateOf } from '../domain/sign.ts'
import { listLatestRecipes } from '../store/print-orders.ts'
import { findEdition } from '../store/site-settings.ts'
import { findHistories } from '../store/signs.ts'
import type { Command } from './command.ts'
import { placardTextsFor } from '../printing/placard-texts-for.ts'
import { withDatabase } from './with-database.ts'

/** Signs that have ended, and drafts, are left out; words that only one side has stand between bars. */
export const orderDifferences: Command = {
  usage: '[--d1 local|remote]',
  does: 'Lists signs in the street whose printed words differ from what is published today: code, printed, published.',
  options: { d1: { type: 'string' } },
  words: [0, 0],
  run: (called) =>
    withDatabase(called, async (db) => {
      const { site } = await findEdition(db)
      if (!site) throw new Error('the database is empty: run "stele import" first')
      for (const recipe of await listLatestRecipes(db)) {
        const history = (await findHistories(db, recipe.code)).get(recipe.code)
        if (!history || isEnded(stateOf(history.events))) continue
        const now = await placardTextsFor(db, site, recipe.code)
        const { captions, intro, body } = recipe
        // Only what this face shows is compared.
        const shown = now && {
          names: now.names,
          ...(captions && { captions: now.captions ?? [] }),
          ...(intro && { intro: now.intro ?? [] }),
          ...(body && { body: now.body ?? [] }),
        }
        const [printed, published] = [printedWords(recipe), shown ? printedWords(shown) : []]
        const onlyPrinted = printed.filter((words) => !published.includes(words))
        const onlyPublished = published.filter((words) => !printed.includes(words))
        if (onlyPrinted.length + onlyPublished.length > 0)
          called.out([recipe.code, onlyPrinted.join(' | '), onlyPublished.join(' | ')].join('\t'))
      }
      return 0
    }),
}
