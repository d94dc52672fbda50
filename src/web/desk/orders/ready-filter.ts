/** What the list of signs to order is narrowed to. */
import type { Context } from 'hono'
import { entriesCalled } from '../../../domain/entry-list.ts'
import { SIGN_NEEDS } from '../../../domain/sign-readiness.ts'
import { listEntryChoices } from '../../../store/signs-at-desk.ts'
import type { ReadinessAsked } from '../../../store/ready-signs.ts'
import type { DeskEnv } from '../desk-env.ts'

type Narrowed = Pick<ReadinessAsked, 'entries' | 'begins' | 'unit'>

/**
 * Words are looked for in the names of entries; where no entry is called so, they are the beginning of a code. A unit
 * nobody knows leaves nothing.
 */
export async function askedFor(
  c: Context<DeskEnv>,
  { words, unit }: { words: string; unit: string | null },
): Promise<Narrowed> {
  if (words === '') return { entries: null, begins: '', unit }
  const choices = await listEntryChoices(c.env.services.db)
  const entries = entriesCalled(choices, words).map(({ id }) => id)
  return entries.length > 0
    ? { entries, begins: '', unit }
    : { entries: null, begins: words.toUpperCase().replace(/[\s-]/g, ''), unit }
}

/** Null for anything that is no choice. */
export function onlyOf(text: string | undefined): NonNullable<ReadinessAsked['only']> | null {
  return (['ready', 'kept-back', ...SIGN_NEEDS] as const).find((one) => one === text) ?? null
}
