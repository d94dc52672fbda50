/** What a new entry is called in addresses and in the database. */
import type { EntryPath, Kind } from '../../domain/entry.ts'
import { slugOf } from '../../domain/name.ts'

/** A street goes without its first word, as in `le-loi` of Đường Lê Lợi. */
export function proposedSlug(name: string, kind: Kind | undefined): string {
  const shorter = slugOf(name.trim().split(/\s+/).slice(1).join(' '))
  return kind === 'street' && shorter !== '' ? shorter : slugOf(name)
}

/** The path itself, unless an entry that has moved away keeps it as its id. */
export function freeId(path: EntryPath, taken: ReadonlySet<EntryPath>): EntryPath {
  let id = path
  for (let n = 2; taken.has(id); n++) id = `${path}~${n}` as EntryPath
  return id
}
