import type { Context } from 'hono'
import type { Locale } from '../../../domain/locale.ts'
import { resolve } from '../../../domain/resolver.ts'
import type { ShortCode } from '../../../domain/short-code.ts'
import { findEntryAddress, findEntryPage } from '../../../store/public-entry.ts'
import { findHistories } from '../../../store/signs.ts'
import type { AppEnv } from '../../services.ts'
import { pageAddress } from '../../../domain/entry.ts'

/**
 * What a sign links to, as RFC 9264 JSON, one link for each public text; null when the code was never issued. 410 for a
 * sign that is gone. Never counted as a scan.
 */
export async function signLinkset(c: Context<AppEnv>, code: ShortCode): Promise<Response | null> {
  const { db, origin } = c.env.services
  const histories = await findHistories(db, code)
  const destination = resolve(code, (wanted) => histories.get(wanted) ?? null)
  if (destination.what === 'never-issued') return null
  const id = destination.what === 'gone' ? null : destination.entry
  const address = id && (await findEntryAddress(db, id))
  const entry = address && (await findEntryPage(db, address.kind, address.slug))
  const pages = (entry?.texts ?? []).map((text) => ({
    href: `${origin}${pageAddress(entry!.kind, entry!.slug, text.locale as Locale)}`,
    hreflang: [text.locale],
    title: text.title,
    type: 'text/html',
  }))
  const linkset = [{ anchor: `${origin}/${code}`, ...(pages.length > 0 && { describedby: pages }) }]
  return c.json({ linkset }, destination.what === 'gone' ? 410 : 200, {
    'Content-Type': 'application/linkset+json',
    'Cache-Control': 'no-cache',
    'Access-Control-Allow-Origin': '*',
    Vary: 'Accept',
  })
}
