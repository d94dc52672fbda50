/** Signs with what the desk says of them, and what editors change there. */
import type { EntryPath, Kind, Name } from '../domain/entry.ts'
import type { ShortCode } from '../domain/short-code.ts'
import type { Sign, SignEvent } from '../domain/sign.ts'
import { addAudit } from './audit-log.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'
import { addSignEvents } from './signs.ts'

/** A sign as the list at the desk shows it; its state follows from `events`. */
export interface ListedSign {
  code: ShortCode
  entry: EntryPath
  /** Of its entry, as they are today. */
  names: Name[]
  placement: string
  /** In the order of writing. */
  events: Pick<SignEvent, 'on' | 'what'>[]
}

/**
 * Signs in order of issue, ended ones and those of withheld entries too. `begins`: of the code, in capitals; `unit`: a
 * code in which the entry lies today. What is null or '' does not narrow.
 */
export async function listSignsAtDesk(
  db: Database,
  { entry, unit, begins }: { entry: string | null; unit: string | null; begins: string },
): Promise<ListedSign[]> {
  const end = `${begins}~`
  const rows = await db.all<ListedSign & { names: string; events: string }>(sql`
    SELECT s.code, s.entry_id AS entry, s.placement, f.facts->'$.names' AS names,
      (SELECT json_group_array(json(ev.event)) FROM (
        SELECT json_object('on', v.happened_on, 'what', v.what) AS event FROM sign_event v
        WHERE v.code = s.code ORDER BY v.id) ev) AS events
    FROM sign s JOIN entry e ON e.id = s.entry_id
      JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
    WHERE s.code >= ${begins} AND s.code < ${end} AND (${entry} IS NULL OR s.entry_id = ${entry})
      AND (${unit} IS NULL OR EXISTS (
        SELECT 1 FROM json_each(f.facts, '$.adminUnits') j
        WHERE j.value->>'code' = ${unit} AND j.value->>'to' IS NULL))
    ORDER BY s.rowid /* every row */`)
  return rows.map((row) => ({
    ...row,
    names: JSON.parse(row.names) as Name[],
    events: JSON.parse(row.events) as ListedSign['events'],
  }))
}

/** An entry by its names, for a list to choose from. */
export interface EntryChoice {
  id: EntryPath
  kind: Kind
  /** As it is today. */
  slug: string
  names: Name[]
}

/** Every entry, withheld ones too, by kind and slug. */
export async function listEntryChoices(db: Database): Promise<EntryChoice[]> {
  const rows = await db.all<EntryChoice & { names: string }>(sql`
    SELECT e.id, e.kind, e.slug, b.names
    FROM entry e JOIN facts_brief b ON b.entry_id = e.id AND b.number = e.facts_number
    ORDER BY e.kind, e.slug /* every row */`)
  return rows.map((row) => ({ ...row, names: JSON.parse(row.names) as Name[] }))
}

/** Names as they are today, of withheld entries too. Null when there is no such entry. */
export async function findEntryNames(db: Database, entry: EntryPath): Promise<Name[] | null> {
  const row = await db.first<{ names: string }>(sql`
    SELECT f.facts->'$.names' AS names
    FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
    WHERE e.id = ${entry}`)
  return row && (JSON.parse(row.names) as Name[])
}

/** What is known of the spot and of how the sign hangs there. */
export type Placement = Pick<
  Sign,
  'placement' | 'lat' | 'lon' | 'mount' | 'faces' | 'heightMm' | 'readingDistanceMm' | 'note'
>

export function placementOf(sign: Sign): Placement {
  const { placement, lat, lon, mount, faces, heightMm, readingDistanceMm, note } = sign
  return { placement, lat, lon, mount, faces, heightMm, readingDistanceMm, note }
}

/**
 * The sign's new placement; `before` goes into the log with it. The later of two who save at once wins, and the log
 * tells both.
 */
export async function savePlacement(
  db: Database,
  code: ShortCode,
  { before, after }: { before: Placement; after: Placement },
  act: Act,
): Promise<void> {
  await db.batch([
    sql`UPDATE sign SET placement = ${after.placement}, lat = ${after.lat}, lon = ${after.lon},
        mount = ${after.mount}, faces = ${after.faces}, height_mm = ${after.heightMm},
        reading_distance_mm = ${after.readingDistanceMm},
        accuracy_m = CASE WHEN lat IS ${after.lat} AND lon IS ${after.lon} THEN accuracy_m END, note = ${after.note}
      WHERE code = ${code}`,
    addAudit({ what: 'sign.placed', subject: code, details: { before, after } }, act),
  ])
}

/**
 * Ends a sign for good. Its successor, where it has one, is said to replace it unless it replaces another. A second end
 * of the same sign is for the caller to refuse.
 */
export async function retireSign(db: Database, event: SignEvent, act: Act): Promise<void> {
  const { code, successor, what, note } = event
  const details = { successor, note }
  await db.batch([
    addSignEvents([event]),
    ...(successor ? [takesPlaceOf(successor, code)] : []),
    addAudit({ what: `sign.${what}`, subject: code, details }, act),
  ])
}

function takesPlaceOf(successor: ShortCode, code: ShortCode): Statement {
  return sql`UPDATE sign SET replaces = ${code} WHERE code = ${successor} AND replaces IS NULL`
}
