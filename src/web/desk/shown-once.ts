/**
 * A secret that is shown once, on the page a form leads to: it travels in a cookie of that page alone, which showing it
 * takes away. Loading the page again neither shows it nor makes another.
 */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { DeskEnv } from './desk-env.ts'

const COOKIE = 'stele-once'
/** Seconds within which the page must be opened. */
const LASTS = 120

/** 303 to `path`, and `query` behind it. */
export function leadToShow(
  c: Context<DeskEnv>,
  secret: string,
  path: string,
  query = '',
): Response {
  setCookie(c, COOKIE, secret, {
    path,
    maxAge: LASTS,
    httpOnly: true,
    sameSite: 'Strict',
    secure: c.env.services.origin.startsWith('https:'),
  })
  return c.redirect(path + query, 303)
}

/** Null where there is nothing to show, or it was shown. */
export function takeToShow(c: Context<DeskEnv>, path: string): string | null {
  const secret = getCookie(c, COOKIE)
  if (!secret) return null
  deleteCookie(c, COOKIE, { path })
  return secret
}
