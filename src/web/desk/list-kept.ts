/** The list of entries as it was last looked at: the ways back to it lead to the same filter and page. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { DeskEnv } from './desk-env.ts'

const COOKIE = 'stele-entries'
const LIST = '/admin/entries'
/** Bytes of a filter that is remembered; none of ours is longer. */
const MOST = 600

/** For as long as the browser stays open; the list without a filter is remembered by nothing. */
export function keepList(c: Context<DeskEnv>): void {
  const { search } = new URL(c.req.url)
  if (search === '' || search.length > MOST) return void deleteCookie(c, COOKIE, { path: '/admin' })
  setCookie(c, COOKIE, search.slice(1), { path: '/admin', httpOnly: true, sameSite: 'Strict' })
}

export function listKept(c: Context<DeskEnv>): string {
  const query = getCookie(c, COOKIE)
  return query ? `${LIST}?${new URLSearchParams(query)}` : LIST
}
