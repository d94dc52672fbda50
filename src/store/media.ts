/** Sizes of pictures, files that wait on the desk of an entry, and which files anybody may see. */
import type { EntryPath } from '../domain/entry.ts'
import type { PictureSize } from '../domain/media-file.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

/** A file sent to the desk of an entry, until its facts name it or somebody takes it away. */
export interface Upload {
  /** As in `cong-cho.jpg`. */
  name: string
  /** SHA-256 of its bytes, hexadecimal: its name in the media store. */
  digest: string
  by: string
  /** ISO 8601, UTC. */
  at: string
}

/** In the order they came. */
export function listUploads(db: Database, entry: EntryPath): Promise<Upload[]> {
  return db.all(sql`SELECT name, digest, by, at FROM entry_upload
    WHERE entry_id = ${entry} ORDER BY at, name`)
}

/** UniqueError when a file of that name lies there already. */
export function addUpload(entry: EntryPath, name: string, digest: string, act: Act): Statement {
  return sql`INSERT INTO entry_upload (entry_id, name, digest, by, at)
    VALUES (${entry}, ${name}, ${digest}, ${act.by}, ${act.at})`
}

/** The bytes stay in the media store: another entry may have the same file. */
export function removeUploads(entry: EntryPath, names: readonly string[]): Statement {
  return sql`DELETE FROM entry_upload
    WHERE entry_id = ${entry} AND name IN (SELECT value FROM json_each(${JSON.stringify(names)}))`
}

/**
 * Sizes made of one picture; those that are known already stay. To be written only once their bytes lie in the media
 * store.
 */
export function addPictureSizes(digest: string, sizes: readonly PictureSize[]): Statement {
  return sql`INSERT INTO picture_size (digest, format, width, height, derived)
    SELECT ${digest}, j.value->>'format', j.value->>'width', j.value->>'height', j.value->>'derived'
    FROM json_each(${JSON.stringify(sizes)}) j WHERE true
    ON CONFLICT DO NOTHING`
}

/** Sizes made of any of `digests`, the narrowest first; a picture that has none yet is left out. */
export function listPictureSizes(
  db: Database,
  digests: readonly string[],
): Promise<(PictureSize & { digest: string })[]> {
  return db.all(sql`SELECT z.digest, z.format, z.width, z.height, z.derived
    FROM json_each(${JSON.stringify(digests)}) j CROSS JOIN picture_size z ON z.digest = j.value
    ORDER BY z.width`)
}

/**
 * Digests of the pictures of entries that have no sizes yet, in no order. Told by the endings of their names;
 * recordings are left out.
 */
export async function listUnsized(db: Database): Promise<string[]> {
  const rows = await db.all<{ digest: string }>(
    sql`SELECT DISTINCT digest FROM entry_file
      WHERE (name LIKE '%.jpg' OR name LIKE '%.jpeg' OR name LIKE '%.png' OR name LIKE '%.webp'
          OR name LIKE '%.avif' OR name LIKE '%.gif')
        AND NOT EXISTS (SELECT 1 FROM picture_size z WHERE z.digest = entry_file.digest)
      /* every row */`,
  )
  return rows.map(({ digest }) => digest)
}

/**
 * True when an entry that is not withheld and has a public text has this file, or a size of it is made of such a file.
 * What lies on a desk is not public.
 */
export async function isPublicMedia(db: Database, digest: string): Promise<boolean> {
  const row = await db.first(
    sql`SELECT 1 FROM entry_file f JOIN entry e ON e.id = f.entry_id
      WHERE f.digest IN (SELECT ${digest} UNION ALL SELECT digest FROM picture_size WHERE derived = ${digest})
        AND e.withheld = 0
        AND EXISTS (SELECT 1 FROM publication p WHERE p.entry_id = e.id AND p.ended_at IS NULL)
      LIMIT 1`,
  )
  return row !== null
}

/** True when the file, or the picture it is a size of, belongs to this entry or lies on its desk. */
export async function isMediaOf(db: Database, entry: EntryPath, digest: string): Promise<boolean> {
  const row = await db.first(
    sql`SELECT 1 FROM (SELECT ${digest} AS digest UNION ALL SELECT digest FROM picture_size WHERE derived = ${digest}) l
      WHERE EXISTS (SELECT 1 FROM entry_file WHERE entry_id = ${entry} AND digest = l.digest)
        OR EXISTS (SELECT 1 FROM entry_upload WHERE entry_id = ${entry} AND digest = l.digest)
      LIMIT 1`,
  )
  return row !== null
}
