/** Rows as tests of the store put them in: an entry with a public text, and signs that lead to it. */
import type { Facts } from '../../src/domain/entry.ts'
import type { ShortCode } from '../../src/domain/short-code.ts'
import type { Sign, SignEvent, SignEventKind } from '../../src/domain/sign.ts'
import type { Database } from '../../src/store/database.ts'
import { publishText } from '../../src/store/texts.ts'
import { actBy, addEntry, ref, VI, write } from '../web/both/desk-entries.ts'

/** An entry with its text in Vietnamese before the public. */
export async function addPublic(
  db: Database,
  path: string,
  more: Partial<Facts> = {},
): Promise<void> {
  await addEntry(db, path, path, more)
  await write(db, ref(path, VI, 1), 'lan@example.vn')
  await publishText(db, ref(path, VI, 1), actBy('lan@example.vn'))
}

export function signOf(code: string, entry: string, more: Partial<Sign> = {}): Sign {
  return {
    code: code as ShortCode,
    entry: entry as Sign['entry'],
    issuedOn: '2026-01-01',
    placement: 'Cổng',
    lat: null,
    lon: null,
    accuracyM: null,
    mount: null,
    heightMm: null,
    readingDistanceMm: null,
    template: null,
    faces: 1,
    symbolVersion: null,
    symbolLevel: null,
    symbolMask: null,
    replaces: null,
    note: '',
    ...more,
  }
}

export function eventOf(code: string, on: string, what: SignEventKind): SignEvent {
  const nowhere = { lat: null, lon: null, successor: null, note: '' }
  return { code: code as ShortCode, on, what, by: 'Lan', ...nowhere }
}
