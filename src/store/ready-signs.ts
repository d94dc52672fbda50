/** Which signs can be ordered today, and what keeps the others back: one query, whatever their number. */
import type { EntryPath, Kind, Name } from '../domain/entry.ts'
import type { ShortCode } from '../domain/short-code.ts'
import {
  HELD_MM,
  PITCH_MOST,
  SIGN_NEEDS,
  type SignNeed,
  type SignReadiness,
} from '../domain/sign-readiness.ts'
import type { Database } from './database.ts'

export interface ReadinessAsked {
  /** In the order in which they stand on a face, which has room for three. */
  locales: readonly string[]
  /** As reachOf has it; null where this server knows no templates, so that no size is judged. */
  reach: Record<string, number> | null
  /** What does not narrow is null, or '' in `begins`. */
  codes?: readonly ShortCode[] | null
  entries?: readonly EntryPath[] | null
  unit?: string | null
  begins?: string
  /** `ready`, `kept-back`, or one of the needs. */
  only?: 'ready' | 'kept-back' | SignNeed | null
  from?: number
  limit?: number
}

export interface ReadinessPage {
  /** How many the filters leave, and how many of all they leave without `only` are ready. */
  found: number
  ready: number
  signs: SignReadiness[]
}

/** An item of an order that is being made: neither a draft nor cancelled, and not printed since. */
const OPEN_ORDERS = `(SELECT group_concat(o.id, ' ') FROM print_order_item i JOIN print_order o ON o.id = i.order_id
  WHERE i.code = s.code AND o.is_draft = 0
    AND NOT EXISTS (SELECT 1 FROM print_order_cancellation x WHERE x.order_id = o.id)
    AND NOT EXISTS (SELECT 1 FROM sign_event v WHERE v.code = i.code AND v.what IN ('printed', 'installed')
      AND (v.note = o.id OR (v.happened_on > substr(o.ordered_at, 1, 10)
        AND v.note NOT IN (SELECT id FROM print_order)))))`

/** Signs in order of issue. Ended ones are left out unless they are asked for by their codes or as such. */
export async function listReadiness(db: Database, asked: ReadinessAsked): Promise<ReadinessPage> {
  const { codes = null, entries = null, unit = null, begins = '', only = null } = asked
  const withEnded = codes !== null || only === 'ended'
  const list = (values: readonly string[] | null) => values && JSON.stringify(values)
  const row = await db.first<{ found: number; ready: number; signs: string }>({
    text: `WITH given AS MATERIALIZED (SELECT ? AS locales, ? AS reaches, ? AS codes, ? AS entries, ? AS unit,
        ? AS begins, ? AS ends, ? AS only, ? AS with_ended, ? AS held, ? AS pitch, ? AS start, ? AS most),
      face AS MATERIALIZED (
        SELECT e.id, e.kind, e.slug, e.withheld, b.names, b.approved,
          (SELECT json_group_array(value) FROM (
              SELECT l.value FROM json_each(locales) l WHERE instr(b.languages, ' ' || l.value || ' ') > 0
              ORDER BY l.key LIMIT 3) w
            WHERE NOT EXISTS (SELECT 1 FROM publication p
              WHERE p.entry_id = e.id AND p.locale = w.value AND p.ended_at IS NULL)) AS missing
        FROM entry e JOIN facts_brief b ON b.entry_id = e.id AND b.number = e.facts_number, given
        WHERE (entries IS NULL OR e.id IN (SELECT value FROM json_each(given.entries)))
          AND (codes IS NULL OR e.id IN (SELECT c.entry_id FROM json_each(codes) j JOIN sign c ON c.code = j.value))
          AND (unit IS NULL OR instr(b.units, ' ' || unit || ' ') > 0)
      ),
      reach AS MATERIALIZED (SELECT key AS name, value AS far FROM given, json_each(coalesce(reaches, '{}'))),
      seen AS MATERIALIZED (
        SELECT s.rowid AS place, s.code, s.entry_id, w.approved, w.withheld, w.missing,
          s.height_mm AS height, s.reading_distance_mm AS distance, r.far,
          s.mount IS NULL OR (s.lat IS NULL AND NOT EXISTS (SELECT 1 FROM sign_event v
            WHERE v.code = s.code AND v.what IN ('moved', 'installed') AND v.lat IS NOT NULL)) AS unplaced,
          EXISTS (SELECT 1 FROM sign_event v WHERE v.code = s.code
            AND v.what IN ('replaced', 'retired')) AS ended,
          ${OPEN_ORDERS} AS open_order
        FROM given, sign s JOIN face w ON w.id = s.entry_id LEFT JOIN reach r ON r.name = s.template
        WHERE s.code >= begins AND s.code < ends
          AND (codes IS NULL OR s.code IN (SELECT value FROM json_each(codes)))
      ),
      judged AS MATERIALIZED (
        SELECT place, code, entry_id, missing, open_order,
          CASE WHEN ended THEN 'ended ' ELSE '' END
          || CASE WHEN open_order IS NULL THEN '' ELSE 'ordered ' END
          || CASE WHEN withheld THEN 'withheld ' ELSE '' END
          || CASE WHEN approved THEN '' ELSE 'unapproved ' END
          || CASE WHEN missing = '[]' THEN '' ELSE 'untranslated ' END
          || CASE WHEN unplaced THEN 'unplaced ' ELSE '' END
          || CASE WHEN height IS NULL OR distance IS NULL OR (reaches IS NOT NULL AND far IS NULL)
            THEN 'unsized ' ELSE '' END
          || CASE WHEN far * far < distance * distance + (height - held) * (height - held)
            THEN 'small ' ELSE '' END
          || CASE WHEN abs(height - held) > distance * pitch THEN 'steep ' ELSE '' END AS needs
        FROM seen, given WHERE with_ended OR NOT ended
      ),
      kept AS MATERIALIZED (
        SELECT judged.* FROM judged, given
        WHERE only IS NULL OR (only = 'ready' AND needs = '')
          OR (only = 'kept-back' AND needs <> '') OR instr(needs, only || ' ') > 0
      )
      SELECT (SELECT count(*) FROM kept) AS found,
        (SELECT count(*) FROM judged WHERE needs = '') AS ready,
        (SELECT json_group_array(json(shown)) FROM (
          SELECT json_object('code', k.code, 'entry', k.entry_id, 'kind', w.kind, 'slug', w.slug,
            'names', json(w.names), 'placement', s.placement, 'needs', k.needs,
            'openOrders', k.open_order, 'missing', json(k.missing)) AS shown
          FROM (SELECT * FROM kept ORDER BY place
              LIMIT (SELECT most FROM given) OFFSET (SELECT start FROM given)) k
            JOIN sign s ON s.code = k.code JOIN face w ON w.id = k.entry_id
          ORDER BY k.place)) AS signs /* every row */`,
    values: [
      list(asked.locales),
      asked.reach && JSON.stringify(asked.reach),
      list(codes),
      list(entries),
      unit,
      begins,
      `${begins}~`,
      only,
      withEnded ? 1 : 0,
      HELD_MM,
      PITCH_MOST,
      asked.from ?? 0,
      asked.limit ?? -1,
    ],
  })
  const signs = JSON.parse(row?.signs ?? '[]') as (Omit<SignReadiness, 'needs' | 'openOrders'> & {
    needs: string
    openOrders: string | null
    kind: Kind
    names: Name[]
  })[]
  return {
    found: row?.found ?? 0,
    ready: row?.ready ?? 0,
    signs: signs.map((sign) => ({
      code: sign.code,
      entry: sign.entry,
      kind: sign.kind,
      slug: sign.slug,
      names: sign.names,
      placement: sign.placement,
      needs: SIGN_NEEDS.filter((need) => sign.needs.split(' ').includes(need)),
      openOrders: sign.openOrders?.split(' ') ?? [],
      missing: sign.missing,
    })),
  }
}
