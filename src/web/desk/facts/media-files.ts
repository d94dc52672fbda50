/** The files of an entry: those its facts name, and those that lie on its desk. */
import type { Facts } from '../../../domain/entry.ts'
import type { Statement } from '../../../store/database.ts'
import type { Act, EntryState } from '../../../store/entries.ts'
import { addUpload, removeUploads, type Upload } from '../../../store/media.ts'

/** Name -> digest, of both; where a file on the desk has the name of one in use, the desk's. */
export function knownFiles(
  { files }: Pick<EntryState, 'files'>,
  uploads: readonly Upload[],
): Record<string, string> {
  return { ...files, ...Object.fromEntries(uploads.map(({ name, digest }) => [name, digest])) }
}

/**
 * The files that `facts` name are the entry's; those they no longer name go back to the desk, so that nothing is lost.
 * `also` is to be written with the facts.
 */
export function settleFiles(
  { id, files: before }: Pick<EntryState, 'id' | 'files'>,
  uploads: readonly Upload[],
  facts: Pick<Facts, 'images' | 'audio'>,
  act: Act,
): { files: Record<string, string>; also: Statement[] } {
  const known = knownFiles({ files: before }, uploads)
  const used = [...(facts.images ?? []), ...(facts.audio ?? [])].map(({ file }) => file)
  const files = Object.fromEntries(
    used.flatMap((name) => (known[name] ? [[name, known[name]] as const] : [])),
  )
  const taken = uploads.map(({ name }) => name).filter((name) => used.includes(name))
  const gone = Object.entries(before).filter(([name]) => !used.includes(name))
  return {
    files,
    also: [
      ...(taken.length > 0 ? [removeUploads(id, taken)] : []),
      ...gone.map(([name, digest]) => addUpload(id, name, digest, act)),
    ],
  }
}
