/** Points to verify: what is approved has none open, and what is settled belongs to an entry that is there. */
import { shortened } from '../domain/folder.ts'
import { openPoints, reviewPoints } from '../domain/review-point.ts'
import { sourceLocale } from '../domain/site.ts'
import type { Checking, EntryCheck } from './checking.ts'
import { SETTLEMENTS_FILE, type ReadSettlement } from './settlements-file.ts'

/** Once facts are approved, every point they ask for has been read somewhere; of general knowledge speaks another rule. */
export const checkSettled: EntryCheck = (entry, { settlements, site, report }) => {
  const { facts, lineOf } = entry.yaml
  if (facts.review.state !== 'approved' || !settlements || !site) return
  const body = entry.texts.get(sourceLocale(site))?.body ?? ''
  const asked = reviewPoints(facts, body).filter(({ about }) => about === 'asked')
  const settled = settlements.filter((one) => one.entry === entry.path)
  for (const { words } of openPoints(asked, settled))
    report('review.open-points', entry.file, lineOf(['review']), { point: shortened(words) })
}

/** Rows about an entry that is not there. What is no point any more was one once, and stays as it was read. */
export function checkSettlements(
  settlements: readonly ReadSettlement[],
  { entries, report }: Checking,
): void {
  for (const { entry, line } of settlements)
    if (!entries.has(entry))
      report('link.unknown-entry', SETTLEMENTS_FILE, line, { key: 'entry', link: entry })
}
