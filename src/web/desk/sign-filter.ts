/** Which signs a list of the desk is about, and the entries it can be narrowed to. */
import type { Context } from 'hono'
import { officialName, type Name } from '../../domain/entry.ts'
import { parseShortCode, type ShortCode } from '../../domain/short-code.ts'
import { SIGN_STATES, type SignState } from '../../domain/sign.ts'
import { sourceLocale } from '../../domain/site.ts'
import { listEntryChoices } from '../../store/signs-at-desk.ts'
import type { DeskEnv } from './desk-env.ts'

/** A sign as lists show it. */
export interface SignRow {
  code: ShortCode
  /** Official name of its entry; the entry's path where it has none. */
  name: string
  placement: string
  state: SignState
}

/** An entry to choose, by the name people know it under. */
export interface EntryName {
  id: string
  name: string
}

/**
 * The filters of the address. `typed` is what was typed as a code; `begins` is the code, or else its first characters
 * in capitals, without spaces and dashes. What is absent or unknown is null.
 */
export function signFilter(c: Context<DeskEnv>) {
  const typed = c.req.query('code') ?? ''
  const given = (name: string) => c.req.query(name) || null
  return {
    typed,
    begins: parseShortCode(typed) ?? typed.toUpperCase().replace(/[\s-]/g, '').slice(0, 20),
    entry: given('entry'),
    unit: given('unit'),
    state: SIGN_STATES.find((state) => state === c.req.query('state')) ?? null,
  }
}

/** Every entry, withheld ones too, by kind and slug. */
export async function entryChoices(c: Context<DeskEnv>) {
  const entries = await listEntryChoices(c.env.services.db)
  return entries.map(({ id, names }) => ({ id, name: nameFor(c, names, id) }))
}

/** Official name in the source language; the path where there is none. */
export function nameFor(c: Context<DeskEnv>, names: Name[], entry: string): string {
  return officialName({ names }, sourceLocale(c.get('site')))?.text ?? entry
}
