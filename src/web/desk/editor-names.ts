import type { Database } from '../../store/database.ts'
import { listEditors, type EditorState } from '../../store/editors.ts'

/**
 * The name of whoever has an address, disabled ones too; the address itself where nobody has it any more, or it was a
 * contractor's name.
 */
export function nameOf(editors: readonly EditorState[]): (by: string) => string {
  const names = new Map<string, string>(editors.map(({ email, name }) => [email, name]))
  return (by) => names.get(by) ?? by
}

/** The same for everybody who has, or had, an account here. One query. */
export async function namesAtDesk(db: Database): Promise<(by: string) => string> {
  return nameOf(await listEditors(db))
}
