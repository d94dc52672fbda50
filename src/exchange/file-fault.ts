/** Faults of a whole file that an editor sends: they are told in words, and nothing of the file is taken. */
import type { DeskKey } from '../messages/desk-key.ts'

/** Bytes of a file that is sent. */
export const FILE_MAX = 5 * 1024 * 1024

/** Why a file cannot be read at all: a key of the desk's sentences, and their values. */
export class FileFault extends Error {
  override name = 'FileFault'
  constructor(
    readonly key: DeskKey,
    readonly values: Record<string, string | number> = {},
  ) {
    super(key)
  }
}
