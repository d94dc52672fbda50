import { reviewList, type ReviewItem } from '../domain/review-list.ts'
import { localDay } from '../domain/scan.ts'
import { sourceLocale } from '../domain/site.ts'
import { csvOf } from '../domain/table.ts'
import { REVIEW_WORDS } from '../messages/review-words.ts'
import type { Database } from '../store/database.ts'
import { listEntries } from '../store/entries.ts'
import { listSettlements } from '../store/settlements.ts'
import { listLatestRevisions } from '../store/revisions.ts'
import { findEdition } from '../store/site-settings.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

const COLUMNS = ['entry', 'title', 'unit', 'what', 'document']

/** Withheld entries are among them: they have to be verified before they can be public. */
export const reportCommand: Command = {
  usage: '--review [--format md|csv|json] [--lang vi|en] [--d1 local|remote]',
  does: 'What reviewers must verify: entry by entry, with the document that would settle it.',
  options: {
    review: { type: 'boolean', default: false },
    format: { type: 'string', default: 'md' },
    lang: { type: 'string', default: 'vi' },
    d1: { type: 'string' },
  },
  words: [0, 0],
  async run(called) {
    const { options, out, calledWrongly } = called
    const { format, lang } = options
    if (!options['review']) return calledWrongly('say which report: --review')
    if (format !== 'md' && format !== 'csv' && format !== 'json')
      return calledWrongly('--format is md, csv or json')
    if (lang !== 'vi' && lang !== 'en') return calledWrongly('--lang is vi or en')
    return withDatabase(called, async (db) => {
      const { items, day } = await listToVerify(db, lang)
      if (format === 'json') out(JSON.stringify(items, null, 2))
      else if (format === 'csv') out(csvOf(items, COLUMNS).trimEnd())
      else out(markdownOf(items, day, lang))
      return 0
    })
  },
}

type Lang = keyof typeof REVIEW_WORDS

async function listToVerify(db: Database, lang: Lang) {
  const { site } = await findEdition(db)
  if (!site) throw new Error('nothing has been imported yet')
  const source = sourceLocale(site)
  const texts = new Map(
    (await listLatestRevisions(db))
      .filter(({ locale }) => locale === source)
      .map((text) => [text.entry, text]),
  )
  const entries = (await listEntries(db)).map(({ id, facts }) => ({
    id,
    facts,
    text: texts.get(id) ?? null,
  }))
  const items = reviewList(entries, await listSettlements(db), REVIEW_WORDS[lang])
  return { items, day: localDay(new Date(), site.timeZone) }
}

function markdownOf(items: readonly ReviewItem[], day: string, lang: Lang): string {
  const words = REVIEW_WORDS[lang]
  const entries = [...new Set(items.map(({ entry }) => entry))]
  const intro = words.intro
    .replace('{entries}', String(entries.length))
    .replace('{items}', String(items.length))
    .replace('{day}', day)
  const parts = entries.map((entry) => {
    const own = items.filter((item) => item.entry === entry)
    const [{ title = '', unit = '' } = {}] = own
    const place = unit && `, ${words.unit.replace('{unit}', unit)}`
    const points = own.map(({ what, document }) => `- [ ] ${what}${document && ` — ${document}`}`)
    return `## ${title}\n\n\`${entry}\`${place}\n\n${points.join('\n')}\n`
  })
  return [`# ${words.title}\n`, `${intro}\n`, ...parts].join('\n').trimEnd()
}
