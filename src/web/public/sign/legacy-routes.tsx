import { Hono, type Context } from 'hono'
import { parseEntryPath } from '../../../domain/entry.ts'
import { mendedPath, withoutTracking } from '../../../domain/mended-path.ts'
import { parseShortCode } from '../../../domain/short-code.ts'
import { findEntryAddress, findEntryPage } from '../../../store/public-entry.ts'
import { findLegacyCode } from '../../../store/signs.ts'
import { answerWith } from '../../reply.ts'
import type { AppEnv } from '../../services.ts'
import { entryOpening } from '../entry/entry-opening.tsx'
import { answerWithSign } from './sign-routes.tsx'

/**
 * Addresses on signs that hung before there were codes. Asked last, so that they never hide one of ours. One whose sign
 * has a code by now answers as that sign does, and is counted.
 */
export const legacyRoutes = new Hono<AppEnv>().get('*', async (c, next) => {
  const { services } = c.env
  const url = new URL(c.req.url)
  const legacy = await findFirst(c, addressesMeant(url))
  if (!legacy) return next()
  const code = legacy.code && parseShortCode(legacy.code)
  if (code) return answerWithSign(c, code)
  const opened = await answerWith(c, `legacy:${legacy.address}`, async () => {
    const now = (await findEntryAddress(services.db, legacy.entry)) ?? parseEntryPath(legacy.entry)
    const entry = now && (await findEntryPage(services.db, now.kind, now.slug))
    if (!entry || entry.texts.length === 0) return null
    return entryOpening({
      services,
      site: c.get('site'),
      entry,
      sign: null,
      note: null,
      chosen: null,
    })
  })
  return opened ?? next()
})

/** As it came, then without what messengers add and people copy along. */
function addressesMeant({ pathname, search }: URL): string[] {
  const query = withoutTracking(search)
  const path = encodeURI(mendedPath(pathname))
  return [...new Set([pathname + search, pathname + query, path + query, `${path}/${query}`])]
}

async function findFirst(c: Context<AppEnv>, addresses: readonly string[]) {
  for (const address of addresses) {
    const found = await findLegacyCode(c.env.services.db, address)
    if (found) return found
  }
  return null
}
