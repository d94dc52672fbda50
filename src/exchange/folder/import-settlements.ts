import { SETTLEMENTS_FILE, writeSettlements } from '../../content/settlements-file.ts'
import { digestOf } from '../../domain/digest.ts'
import { verdictOn } from '../../domain/exchange.ts'
import type { Settlement } from '../../domain/review-point.ts'
import type { Database, Statement } from '../../store/database.ts'
import type { Act } from '../../store/entries.ts'
import { listSettlements, takeSettlements } from '../../store/settlements.ts'
import type { Comparison } from './comparison.ts'
import type { EntryIds } from './entry-ids.ts'

/** How one row is named in what folder and database agree on. */
export function settlementItem({ entry, point }: Pick<Settlement, 'entry' | 'point'>): string {
  return `${SETTLEMENTS_FILE}#${entry}#${point}`
}

/**
 * Row by row: one that the database has otherwise is a conflict, one that was taken back there since both agreed stays
 * taken back. None is ever removed.
 */
export async function compareSettlements(
  db: Database,
  settlements: readonly Settlement[],
  agreed: ReadonlyMap<string, string>,
  { ids, act }: { ids: EntryIds; act: Act },
): Promise<{ comparisons: Comparison[]; statements: Statement[] }> {
  const known = new Map(
    (await listSettlements(db)).map((one) => [`${one.entry} ${one.point}`, one]),
  )
  const comparisons: Comparison[] = []
  const taken: Settlement[] = []
  for (const one of settlements) {
    const id = ids.get(one.entry)
    if (!id) continue
    const item = settlementItem(one)
    const digest = await digestOf(writeSettlements([one]))
    const here = known.get(`${id} ${one.point}`)
    const database = here ? await digestOf(writeSettlements([{ ...here, entry: one.entry }])) : null
    const before = agreed.get(item) ?? null
    const isTakenBack = database === null && before === digest
    const verdict = isTakenBack
      ? 'keep-database'
      : verdictOn({ file: digest, database, agreed: before })
    comparisons.push({ item, verdict, digest })
    if (verdict === 'take-file') taken.push({ ...one, entry: id })
  }
  return { comparisons, statements: taken.length > 0 ? takeSettlements(taken, act) : [] }
}
