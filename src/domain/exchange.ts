/**
 * Folder and database hold the same content in two forms and are changed by different people. What to do with
 * one item when the folder is imported follows from three states: the file's, the database's, and the one both
 * last agreed on. States are compared by their canonical form.
 */

export type Verdict =
  /** Nothing to do. */
  | 'same'
  /** The file is new or was changed: the database takes it. */
  | 'take-file'
  /** The database was changed since; the file is an older state of it. */
  | 'keep-database'
  /** Both were changed: a person must decide. */
  | 'conflict'

export interface States {
  file: string
  /** Null when the database does not have the item. */
  database: string | null
  /** Null when they never met. */
  agreed: string | null
  /** Earlier states of the database, where it keeps them. */
  earlier?: readonly string[]
}

/** `database` equals the file, or else what both agreed on says who has changed. */
export function verdictOn({ file, database, agreed, earlier = [] }: States): Verdict {
  if (database === null) return 'take-file'
  if (file === database) return 'same'
  if (file === agreed || earlier.includes(file)) return 'keep-database'
  return database === agreed ? 'take-file' : 'conflict'
}

export interface NumberedStates {
  /** The state in the file, and the revision its writer started from. */
  file: string
  startedFrom: number
  /** States of the revisions in the database, by number from 1; missing ones were never known here. */
  revisions: ReadonlyMap<number, string>
  /** The database has put the text away: it is restored there, not by a file. */
  isRemoved: boolean
}

/** As verdictOn, for texts: they carry the number of the revision they were made from. */
export function verdictOnText({
  file,
  startedFrom,
  revisions,
  isRemoved,
}: NumberedStates): Verdict {
  if (revisions.size === 0) return 'take-file'
  const latest = Math.max(...revisions.keys())
  if (isRemoved) return [...revisions.values()].includes(file) ? 'keep-database' : 'conflict'
  if (file === revisions.get(latest)) return 'same'
  if (startedFrom >= latest) return startedFrom === latest ? 'take-file' : 'conflict'
  return [...revisions.values()].includes(file) ? 'keep-database' : 'conflict'
}
