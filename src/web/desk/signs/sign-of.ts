/** What the address of a sign of the desk names; ended signs too. */
import type { Context } from 'hono'
import type { SignHistory } from '../../../domain/resolver.ts'
import { parseShortCode, type ShortCode } from '../../../domain/short-code.ts'
import { isEnded, stateOf, type SignState } from '../../../domain/sign.ts'
import { sizeAdvice, type SizeAdvice } from '../../../domain/size-advice.ts'
import { sizedTemplates } from '../../../press/template/template.ts'
import { findHistories } from '../../../store/signs.ts'
import { findEntryNames } from '../../../store/signs-at-desk.ts'
import type { DeskEnv } from '../desk-env.ts'
import { nameFor } from '../name-for.ts'
import { findEntryAddress } from '../../../store/public-entry.ts'
import type { Kind } from '../../../domain/entry.ts'

export interface SignAtDesk extends SignHistory {
  state: SignState
  /** Official name of its entry; the entry's path where it has none. */
  name: string
  /** Where its entry is today. */
  address: { kind: Kind; slug: string } | null
}

/** The sign of the address, however the code is written; null when none was issued. */
export async function signOf(c: Context<DeskEnv>): Promise<SignAtDesk | null> {
  const code = parseShortCode(c.req.param('code') ?? '')
  return code && findSign(c, code)
}

/** Null for a code that was never issued. Two queries. */
export async function findSign(c: Context<DeskEnv>, code: ShortCode): Promise<SignAtDesk | null> {
  const { db } = c.env.services
  const history = (await findHistories(db, code)).get(code)
  if (!history) return null
  const names = (await findEntryNames(db, history.sign.entry)) ?? []
  const name = nameFor(c, names, history.sign.entry)
  const address = await findEntryAddress(db, history.sign.entry)
  return { ...history, state: stateOf(history.events), name, address }
}

/** A sign that lives and may stand in for another; null when `code` is none, or has ended. */
export async function findLiving(c: Context<DeskEnv>, code: ShortCode): Promise<SignAtDesk | null> {
  const sign = await findSign(c, code)
  return sign && !isEnded(sign.state) ? sign : null
}

/**
 * What the calculator says of a symbol read from `distance`, hanging at `height`, both in mm. Null until a distance is
 * known; without a height nothing is said of steepness.
 */
export async function adviceFor(
  c: Context<DeskEnv>,
  distance: number | null,
  height: number | null,
): Promise<SizeAdvice[] | null> {
  if (distance === null) return null
  const templates = await c.env.services.printing?.listTemplates()
  return sizeAdvice(
    distance / 1000,
    height === null ? null : height / 1000,
    templates ? sizedTemplates(templates) : null,
  )
}
