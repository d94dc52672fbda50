/** What a new entry is called in addresses and in the database. */
import { entryPath, SLUG, type EntryPath, type Facts, type Kind } from './entry.ts'
import { slugOf } from './name.ts'

/**
 * A slug for a new entry, '' where nothing of the name is Latin. A street goes without its first word, as in `le-loi`
 * of Đường Lê Lợi.
 */
export function proposedSlug(name: string, kind: Kind | undefined): string {
  const shorter = slugOf(name.trim().split(/\s+/).slice(1).join(' '))
  return kind === 'street' && shorter !== '' ? shorter : slugOf(name)
}

/** An id for a new entry: its path, or `…~2` where an entry that has moved away keeps the path as its id. */
export function freeId(path: EntryPath, taken: ReadonlySet<EntryPath>): EntryPath {
  let id = path
  for (let n = 2; taken.has(id); n++) id = `${path}~${n}` as EntryPath
  return id
}

export type SlugFault = { fault: 'wrong' } | { fault: 'taken'; owner: EntryPath; free: string }

/**
 * Null when an entry of that kind can have the slug; otherwise why not, with one that is free. Former slugs stay with
 * their entries.
 */
export function slugFault(
  slug: string,
  kind: Kind,
  others: readonly { kind: Kind; slug: string; facts: Pick<Facts, 'formerSlugs'> }[],
): SlugFault | null {
  if (!SLUG.test(slug) || slug.length > SLUG_MOST) return { fault: 'wrong' }
  const ownerOf = (wanted: string) =>
    others.find(
      (other) =>
        other.kind === kind &&
        (other.slug === wanted || other.facts.formerSlugs?.includes(wanted) === true),
    )
  const owner = ownerOf(slug)
  if (!owner) return null
  let count = 2
  while (ownerOf(`${slug}-${count}`)) count++
  return { fault: 'taken', owner: entryPath(owner.kind, owner.slug), free: `${slug}-${count}` }
}

/** Characters; an address has to be read out over the telephone. */
const SLUG_MOST = 80
