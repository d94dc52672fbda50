/**
 * A second step that is being set up: its key and recovery codes, in a cookie of the browser that proved itself, until a
 * code confirms them. A wrong code, or the page loaded again, shows the same.
 */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import type { DeskEnv } from '../desk-env.ts'

const COOKIE = 'stele-set-up'
const PATH = '/admin/account/second-step'
/** Seconds. */
const LASTS = 1800

const kept = z.object({
  totpUri: z.string().startsWith('otpauth://totp/').max(600),
  codes: z.array(z.string().max(40)).min(1).max(20),
})

export type SecondStepSetUp = z.output<typeof kept>

export function keepSetUp(c: Context<DeskEnv>, setUp: SecondStepSetUp): void {
  setCookie(c, COOKIE, JSON.stringify(setUp), {
    path: PATH,
    maxAge: LASTS,
    httpOnly: true,
    sameSite: 'Strict',
    secure: c.env.services.origin.startsWith('https:'),
  })
}

/** Null where none was begun in this browser, or too long ago. */
export function setUpKept(c: Context<DeskEnv>): SecondStepSetUp | null {
  try {
    return kept.parse(JSON.parse(getCookie(c, COOKIE) ?? ''))
  } catch {
    return null
  }
}

export function dropSetUp(c: Context<DeskEnv>): void {
  deleteCookie(c, COOKIE, { path: PATH })
}
