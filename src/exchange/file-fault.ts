import type { DeskKey } from '../messages/desk-key.ts'

/** Bytes of a file that is sent. */
export const FILE_MAX = 5 * 1024 * 1024

/** Why a file cannot be read at all. */
export class FileFault extends Error {
  override name = 'FileFault'
  constructor(
    readonly key: DeskKey,
    readonly values: Record<string, string | number> = {},
  ) {
    super(key)
  }
}
