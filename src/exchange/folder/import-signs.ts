import { verdictOn } from '../../domain/exchange.ts'
import type { LegacyCode, Sign, SignEvent } from '../../domain/sign.ts'
import {
  EVENTS_FILE,
  LEGACY_FILE,
  REGISTER_FILE,
  writeEvents,
  writeLegacyCodes,
  writeRegister,
} from '../../signs/register-file.ts'
import type { Signs } from '../../signs/check-signs.ts'
import type { Database, Statement } from '../../store/database.ts'
import {
  addSignEvents,
  listLegacyCodes,
  listSignEvents,
  listSigns,
  saveLegacyCodes,
  saveSigns,
} from '../../store/signs.ts'
import type { EntryIds } from './entry-ids.ts'
import { digestOf } from '../../domain/digest.ts'
import type { Comparison } from './comparison.ts'

/**
 * Signs, events and legacy addresses, row by row: a row with an error is left out, the others are taken.
 * Rows are only added or brought up to date; none is ever removed. `ids` are of the entries the database has or gets.
 */
export async function compareSigns(
  db: Database,
  read: Signs,
  agreed: ReadonlyMap<string, string>,
  ids: EntryIds,
): Promise<{ comparisons: Comparison[]; statements: Statement[] }> {
  const comparisons: Comparison[] = []
  const compare = async (item: string, file: string, database: string | undefined) => {
    const digest = await digestOf(file)
    const verdict = verdictOn({
      file: digest,
      database: database === undefined ? null : await digestOf(database),
      agreed: agreed.get(item) ?? null,
    })
    comparisons.push({ item, verdict, digest })
    return verdict === 'take-file'
  }

  const paths = new Map([...ids].map(([path, id]) => [id, path]))
  const known = new Map(
    (await listSigns(db)).map((sign) => [
      sign.code,
      { ...sign, entry: paths.get(sign.entry) ?? sign.entry },
    ]),
  )
  const signs: Sign[] = []
  for (const sign of read.signs) {
    const id = ids.get(sign.entry)
    if (!id) continue
    const item = `${REGISTER_FILE}#${sign.code}`
    const old = known.get(sign.code)
    // The day a code was issued is printed history: a file that tells another is not taken.
    if (old && old.issuedOn !== sign.issuedOn)
      comparisons.push({ item, verdict: 'conflict', digest: null })
    else if (await compare(item, writeRegister([sign]), old && writeRegister([old])))
      signs.push({ ...sign, entry: id })
  }
  const codes = new Set([...known.keys(), ...signs.map((sign) => sign.code)])

  const events = newEvents(
    read.events.filter(
      (event) => codes.has(event.code) && (!event.successor || codes.has(event.successor)),
    ),
    await listSignEvents(db),
  )
  for (const code of new Set(events.map((event) => event.code)))
    comparisons.push({ item: `${EVENTS_FILE}#${code}`, verdict: 'take-file', digest: null })

  const knownLegacy = new Map(
    (await listLegacyCodes(db)).map((one) => [
      one.address,
      writeLegacyCodes([{ ...one, entry: paths.get(one.entry) ?? one.entry }]),
    ]),
  )
  const legacy: LegacyCode[] = []
  for (const one of read.legacyCodes) {
    const id = ids.get(one.entry)
    if (!id || (one.code && !codes.has(one.code))) continue
    const item = `${LEGACY_FILE}#${one.address}`
    if (await compare(item, writeLegacyCodes([one]), knownLegacy.get(one.address)))
      legacy.push({ ...one, entry: id })
  }

  const statements: Statement[] = []
  if (signs.length > 0) statements.push(saveSigns(signs))
  if (events.length > 0) statements.push(addSignEvents(events))
  if (legacy.length > 0) statements.push(saveLegacyCodes(legacy))
  return { comparisons, statements }
}

/** Events the database does not have yet. They are append-only, so equal rows are the same event. */
function newEvents(file: readonly SignEvent[], database: readonly SignEvent[]): SignEvent[] {
  const known = new Map<string, number>()
  for (const event of database) {
    const row = writeEvents([event])
    known.set(row, (known.get(row) ?? 0) + 1)
  }
  return file.filter((event) => {
    const row = writeEvents([event])
    const left = known.get(row) ?? 0
    known.set(row, left - 1)
    return left <= 0
  })
}
