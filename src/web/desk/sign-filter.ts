/** Which signs a list of the desk is about. */
import type { Context } from 'hono'
import { parseShortCode, type ShortCode } from '../../domain/short-code.ts'
import { SIGN_STATES, type SignState } from '../../domain/sign.ts'
import type { DeskEnv } from './desk-env.ts'
import { narrowedTo, soughtIn } from './sought.ts'

/** A sign as lists show it. */
export interface SignRow {
  code: ShortCode
  /** Official name of its entry; the entry's path where it has none. */
  name: string
  placement: string
  state: SignState
}

/**
 * The filters of the address; an entry and a unit are known by their names too. `typed` is what was typed as a code; `begins` is the code, or else its first characters
 * in capitals, without spaces and dashes. What is absent or unknown is null.
 */
export async function signFilter(c: Context<DeskEnv>) {
  const typed = c.req.query('code') ?? ''
  return {
    typed,
    begins: parseShortCode(typed) ?? typed.toUpperCase().replace(/[\s-]/g, '').slice(0, 20),
    entry: narrowedTo(await soughtIn(c, 'entries', 'entry')),
    unit: narrowedTo(await soughtIn(c, 'units', 'unit')),
    state: SIGN_STATES.find((state) => state === c.req.query('state')) ?? null,
  }
}
