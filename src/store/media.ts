/** Sizes of pictures, files that wait on the desk of an entry, and which files anybody may see. */
import type { EntryPath } from '../domain/entry.ts'
import type { PictureSize } from '../domain/media-file.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

export interface Upload {
  /** As in `cong-cho.jpg`. */
  name: string
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

export function removeUploads(entry: EntryPath, names: readonly string[]): Statement {
  return sql`DELETE FROM entry_upload
    WHERE entry_id = ${entry} AND name IN (SELECT value FROM json_each(${JSON.stringify(names)}))`
}

/** Of one picture; sizes that are known already stay. */
export function addPictureSizes(digest: string, sizes: readonly PictureSize[]): Statement {
  return sql`INSERT INTO picture_size (digest, format, width, height, derived)
    SELECT ${digest}, j.value->>'format', j.value->>'width', j.value->>'height', j.value->>'derived'
    FROM json_each(${JSON.stringify(sizes)}) j WHERE true
    ON CONFLICT DO NOTHING`
}

/** As they are made of `digests`, the smallest first. */
export function listPictureSizes(
  db: Database,
  digests: readonly string[],
): Promise<(PictureSize & { digest: string })[]> {
  return db.all(sql`SELECT z.digest, z.format, z.width, z.height, z.derived
    FROM json_each(${JSON.stringify(digests)}) j CROSS JOIN picture_size z ON z.digest = j.value
    ORDER BY z.width`)
}

/** The pictures of entries that have no sizes yet. */
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

/** True when an entry that anybody can read has this file, or a size of it is made of such a file. */
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
