import type { AdminUnit } from '../domain/admin-unit.ts'
import type { EntryPath, Facts, Kind } from '../domain/entry.ts'
import type { PictureSize } from '../domain/media-file.ts'
import type { Publication } from '../domain/publication.ts'
import type { Origin } from '../domain/revision.ts'
import type { ConfirmationRow, MinorEditRow, TextRows } from '../domain/text-state.ts'
import { type Database, sql } from './database.ts'
import type { Relation } from './entries.ts'

/** A public text as it is stored: Markdown, withheld passages included. */
export interface PublishedText {
  locale: string
  number: number
  title: string
  summary: string
  body: string
  /** The source revision it was made from; null in the source language, or when nobody said. */
  basedOn: number | null
  origin: Origin
  /** ISO 8601, UTC. */
  publishedAt: string
}

/** What a link to an entry needs: the address and the words for it. */
export interface EntryTitle {
  kind: Kind
  slug: string
  /** Published titles by locale. */
  titles: Record<string, string>
}

/** One stop of a walk, with what tells how far it is from the next. */
export interface WalkStop extends EntryTitle {
  id: EntryPath
  facts: Pick<Facts, 'position' | 'restrictedLocation' | 'livingPerson'>
  /** Where it lies today. */
  units: Pick<AdminUnit, 'code' | 'name' | 'kind' | 'validFrom' | 'validTo'>[]
}

/** A walk that is not withheld; its own titles may be none. */
export interface WalkWithStops extends EntryTitle {
  id: EntryPath
  /** Those that are public, in the order of walking. */
  stops: WalkStop[]
}

/** An entry that this one's facts name, or whose facts name this one. */
export interface LinkedEntry extends EntryTitle {
  relation: Relation
  /** Who points: this entry at the other, or the other at this one. */
  direction: 'to' | 'from'
}

/** More than a page shows, for some of them it shows under another heading. */
const NEARBY_MAX = 16

/** All that a page about an entry shows. */
export interface EntryPage {
  id: EntryPath
  kind: Kind
  slug: string
  facts: Facts
  /** In no order; an empty list for an entry without a public text. */
  texts: PublishedText[]
  /** What was public when, in every language; the earliest first. */
  publications: Publication[]
  /** Of what is public, for the standings of the texts. */
  rows: TextRows
  /**
   * First those this entry points at, then those that point at it, each in the order of the facts that name them.
   * Nothing withheld; titles may be none.
   */
  links: LinkedEntry[]
  /** The walk itself, or those it is a stop of. */
  walks: WalkWithStops[]
  /** Some of the entries that lie where it does today, heritage sites first. */
  nearby: EntryTitle[]
  /** Of a figure, those whose lives overlap with theirs, the nearest in age first. */
  contemporaries: EntryTitle[]
  /** Every unit that ever had one of the codes the entry names; which of them was meant follows from the dates. */
  units: Pick<AdminUnit, 'code' | 'name' | 'kind' | 'validFrom' | 'validTo'>[]
  /** File name -> digest. */
  files: Record<string, string>
  /** Of its pictures, by the digest of the picture they were made of, the smallest first. */
  sizes: (PictureSize & { digest: string })[]
  /** Where its pictures are fetched; `/media` unless told. */
  mediaAt?: string
}

/** One row of ENTRY_PAGE: all but the first three columns are JSON. */
interface EntryPageRow {
  id: string
  kind: string
  slug: string
  facts: string
  texts: string
  publications: string
  minorEdits: string
  confirmations: string
  links: string
  walks: string
  nearby: string
  contemporaries: string
  units: string
  files: string
  sizes: string
}

/**
 * All a page shows, in one query: one row an entry, each list as JSON. CROSS JOIN keeps SQLite from reading every
 * revision to find the public ones. The clause WHERE is the caller's, and must leave out what is withheld.
 */
const ENTRY_PAGE = `
    SELECT e.id, e.kind, e.slug, json_patch(f.facts, e.guard) AS facts,
      (SELECT json_group_array(json_object('locale', r.locale, 'number', r.number, 'title', r.title,
          'summary', r.summary, 'body', r.body, 'basedOn', r.based_on, 'origin', r.origin,
          'publishedAt', p.published_at))
        FROM publication p CROSS JOIN revision r USING (entry_id, locale, number)
        WHERE p.entry_id = e.id AND p.ended_at IS NULL) AS texts,
      (SELECT json_group_array(json_object('locale', locale, 'number', number,
          'publishedAt', published_at, 'endedAt', ended_at) ORDER BY id)
        FROM publication WHERE entry_id = e.id) AS publications,
      (SELECT json_group_array(json_object('locale', m.locale, 'number', m.number, 'takenBackAt', NULL))
        FROM minor_edit m WHERE m.entry_id = e.id AND m.taken_back_at IS NULL) AS minorEdits,
      (SELECT json_group_array(json_object('locale', c.locale, 'number', c.number,
          'sourceNumber', c.source_number))
        FROM confirmation c WHERE c.entry_id = e.id) AS confirmations,
      (SELECT json_group_array(json_object('kind', o.kind, 'slug', o.slug, 'relation', l.relation,
          'direction', l.direction, 'titles', json((
            SELECT json_group_object(r.locale, r.title)
            FROM publication p CROSS JOIN revision r USING (entry_id, locale, number)
            WHERE p.entry_id = o.id AND p.ended_at IS NULL))))
        FROM (
          SELECT target_id AS id, relation, 'to' AS direction, position FROM entry_link
            WHERE entry_id = e.id AND public
          UNION ALL
          SELECT entry_id, relation, 'from', position FROM entry_link WHERE target_id = e.id AND public
          ORDER BY 3 DESC, 4, 1
        ) l JOIN entry o ON o.id = l.id AND o.withheld = 0) AS links,
      (SELECT json_group_array(json_object('kind', l.kind, 'slug', l.slug, 'titles', json((
            SELECT json_group_object(r.locale, r.title)
            FROM publication p CROSS JOIN revision r USING (entry_id, locale, number)
            WHERE p.entry_id = l.id AND p.ended_at IS NULL))))
        FROM (
          SELECT DISTINCT o.id, o.kind, o.slug
          FROM entry_unit own CROSS JOIN entry_unit other USING (code)
            CROSS JOIN entry o ON o.id = other.entry_id AND o.withheld = 0
          WHERE own.entry_id = e.id AND own.valid_to = '' AND other.valid_to = '' AND o.id <> e.id
            AND EXISTS (SELECT 1 FROM publication p WHERE p.entry_id = o.id AND p.ended_at IS NULL)
          ORDER BY o.kind <> 'heritage-site', o.id LIMIT ${NEARBY_MAX}
        ) l) AS nearby,
      (SELECT json_group_array(json_object('id', w.id, 'kind', w.kind, 'slug', w.slug,
          'titles', json((
            SELECT json_group_object(r.locale, r.title)
            FROM publication p CROSS JOIN revision r USING (entry_id, locale, number)
            WHERE p.entry_id = w.id AND p.ended_at IS NULL)),
          'stops', json((
            SELECT json_group_array(json_object('id', o.id, 'kind', o.kind, 'slug', o.slug,
              'titles', json((
                SELECT json_group_object(r.locale, r.title)
                FROM publication p CROSS JOIN revision r USING (entry_id, locale, number)
                WHERE p.entry_id = o.id AND p.ended_at IS NULL)),
              'facts', json_patch(json_object('position', json(g.facts->'$.position'),
                'restrictedLocation', json(g.facts->'$.restrictedLocation'),
                'livingPerson', json(g.facts->'$.livingPerson')), o.guard),
              'units', json((
                SELECT json_group_array(json_object('code', u.code, 'name', u.name, 'kind', u.kind,
                  'validFrom', u.valid_from, 'validTo', u.valid_to))
                FROM entry_unit x CROSS JOIN admin_unit u ON u.code = x.code AND u.valid_to = ''
                WHERE x.entry_id = o.id AND x.valid_to = ''))) ORDER BY s.position)
            FROM entry_link s CROSS JOIN entry o ON o.id = s.target_id AND o.withheld = 0
              CROSS JOIN facts g ON g.entry_id = o.id AND g.number = o.public_facts_number
            WHERE s.entry_id = w.id AND s.relation = 'stop' AND s.public AND EXISTS (
              SELECT 1 FROM publication p WHERE p.entry_id = o.id AND p.ended_at IS NULL)))))
        FROM entry w WHERE w.withheld = 0 AND w.id IN (
          SELECT e.id WHERE e.kind = 'walk' UNION ALL
          SELECT entry_id FROM entry_link WHERE target_id = e.id AND relation = 'stop' AND public)
        ) AS walks,
      (SELECT json_group_array(json_object('kind', l.kind, 'slug', l.slug, 'titles', json((
            SELECT json_group_object(r.locale, r.title)
            FROM publication p CROSS JOIN revision r USING (entry_id, locale, number)
            WHERE p.entry_id = l.id AND p.ended_at IS NULL))))
        FROM (
          SELECT o.id, o.kind, o.slug, g.facts->>'$.born.date' AS born, g.facts->>'$.died.date' AS died,
            abs(substr(coalesce(g.facts->>'$.born.date', g.facts->>'$.died.date'), 1, 4)
              - substr(coalesce(f.facts->>'$.born.date', f.facts->>'$.died.date'), 1, 4)) AS apart
          FROM entry o CROSS JOIN facts g ON g.entry_id = o.id AND g.number = o.public_facts_number
          WHERE e.kind = 'figure' AND o.kind = 'figure' AND o.withheld = 0 AND o.id <> e.id
            AND NOT f.facts->>'$.livingPerson' AND NOT g.facts->>'$.livingPerson' AND e.guard NOT LIKE '%livingPerson%'
            AND o.guard NOT LIKE '%livingPerson%'
            AND EXISTS (SELECT 1 FROM publication p WHERE p.entry_id = o.id AND p.ended_at IS NULL)
            AND substr(coalesce(died, born), 1, 4)
              >= substr(coalesce(f.facts->>'$.born.date', f.facts->>'$.died.date'), 1, 4)
            AND substr(coalesce(born, died), 1, 4)
              <= substr(coalesce(f.facts->>'$.died.date', f.facts->>'$.born.date'), 1, 4)
          ORDER BY apart, o.id
          LIMIT ${NEARBY_MAX}
        ) l) AS contemporaries,
      (SELECT json_group_array(json_object('code', u.code, 'name', u.name, 'kind', u.kind,
          'validFrom', u.valid_from, 'validTo', u.valid_to))
        FROM admin_unit u
        WHERE u.code IN (SELECT j.value->>'code' FROM json_each(f.facts, '$.adminUnits') j)
        ) AS units,
      (SELECT json_group_object(name, digest) FROM entry_file WHERE entry_id = e.id) AS files,
      (SELECT json_group_array(json_object('digest', z.digest, 'format', z.format, 'width', z.width,
          'height', z.height, 'derived', z.derived) ORDER BY z.width)
        FROM entry_file i CROSS JOIN picture_size z USING (digest) WHERE i.entry_id = e.id) AS sizes
    FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.public_facts_number`

/**
 * The entry under its slug of today, with or without a published text. Null when there is no such entry, or it is
 * withheld.
 */
export async function findEntryPage(
  db: Database,
  kind: Kind,
  slug: string,
): Promise<EntryPage | null> {
  const row = await db.first<EntryPageRow>({
    text: `${ENTRY_PAGE} WHERE e.kind = ? AND e.slug = ? AND e.withheld = 0`,
    values: [kind, slug],
  })
  return row && entryPageOf(row)
}

/** Those of `ids` that are not withheld, with or without a published text, in the order of ids. */
export async function listEntryPages(db: Database, ids: readonly string[]): Promise<EntryPage[]> {
  const rows = await db.all<EntryPageRow>({
    text: `${ENTRY_PAGE} WHERE e.id IN (SELECT j.value FROM json_each(?) j) AND e.withheld = 0
      ORDER BY e.id`,
    values: [JSON.stringify(ids)],
  })
  return rows.map(entryPageOf)
}

/** Public texts are all the revisions a reader knows of, so the rows say nothing of drafts, reviews or schedules. */
function entryPageOf(row: EntryPageRow): EntryPage {
  const texts = JSON.parse(row.texts) as PublishedText[]
  return {
    id: row.id as EntryPath,
    kind: row.kind as Kind,
    slug: row.slug,
    facts: JSON.parse(row.facts) as Facts,
    texts,
    publications: JSON.parse(row.publications) as Publication[],
    rows: {
      revisions: texts,
      publications: texts.map(({ locale, number }, id) => ({ id, locale, number, endedAt: null })),
      minorEdits: JSON.parse(row.minorEdits) as MinorEditRow[],
      confirmations: JSON.parse(row.confirmations) as ConfirmationRow[],
      reviews: [],
      schedules: [],
      removals: [],
    },
    links: JSON.parse(row.links) as LinkedEntry[],
    walks: JSON.parse(row.walks) as WalkWithStops[],
    nearby: JSON.parse(row.nearby) as EntryTitle[],
    contemporaries: JSON.parse(row.contemporaries) as EntryTitle[],
    units: JSON.parse(row.units) as EntryPage['units'],
    files: JSON.parse(row.files) as Record<string, string>,
    sizes: JSON.parse(row.sizes) as EntryPage['sizes'],
  }
}

/**
 * Where an entry lives now, for the ids of signs and legacy addresses and for old slugs. Null when there is none;
 * withheld entries too.
 */
export async function findEntryAddress(
  db: Database,
  id: EntryPath,
): Promise<{ kind: Kind; slug: string } | null> {
  return db.first(sql`SELECT kind, slug FROM entry WHERE id = ${id}`)
}

/** Today's slug of an entry that once had this one; null when none had, or it is withheld. */
export async function findSlugNow(db: Database, kind: Kind, slug: string): Promise<string | null> {
  const row = await db.first<{ slug: string }>(
    sql`SELECT e.slug FROM entry_slug s JOIN entry e ON e.id = s.entry_id
      WHERE s.kind = ${kind} AND s.slug = ${slug} AND e.withheld = 0`,
  )
  return row?.slug ?? null
}

/** Every entry with a public text, withheld ones left out, by kind and slug. */
export async function listEntryTitles(db: Database): Promise<EntryTitle[]> {
  const rows = await db.all<{ kind: string; slug: string; titles: string }>(sql`
    SELECT e.kind, e.slug, json_group_object(r.locale, r.title) AS titles
    FROM entry e
      JOIN publication p ON p.entry_id = e.id AND p.ended_at IS NULL
      JOIN revision r ON r.entry_id = p.entry_id AND r.locale = p.locale AND r.number = p.number
    WHERE e.withheld = 0
    GROUP BY e.id ORDER BY e.kind, e.slug /* every row */`)
  return rows.map((row) => ({
    kind: row.kind as Kind,
    slug: row.slug,
    titles: JSON.parse(row.titles) as Record<string, string>,
  }))
}
