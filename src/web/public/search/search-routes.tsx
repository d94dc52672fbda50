/**
 * Search. Answers are made for whoever asks and kept nowhere, nor is what was asked. A code that was issued leads to
 * its sign.
 */
import { Hono } from 'hono'
import * as z from 'zod'
import { KIND_FOLDERS } from '../../../domain/entry.ts'
import { localDay } from '../../../domain/scan.ts'
import { QUERY_MAX, type FoundKind } from '../../../domain/search.ts'
import { parseShortCode } from '../../../domain/short-code.ts'
import { listIssued } from '../../../store/signs.ts'
import { pageHeaders } from '../page-headers.ts'
import { answerOnce } from '../../reply.ts'
import { refreshSearch } from '../../../search/search-index.ts'
import { search } from '../../../search/answer-search.ts'
import type { AppEnv } from '../../services.ts'
import { readingFor } from '../reading.ts'
import { SearchPage } from './search-page.tsx'
import { documentOf } from '../../document.ts'
import { titleFor } from '../entry-titles.tsx'
import { offeredLocale } from '../../../domain/site.ts'

/**
 * Batches of the index written for one search, where it has fallen behind: more would pass what a Worker may ask of D1
 * for one request.
 */
const ROUNDS = 6

const asked = z.object({
  q: z
    .string()
    .transform((text) => [...text].slice(0, QUERY_MAX).join('').trim())
    .catch(''),
  kind: z
    .enum([...Object.values(KIND_FOLDERS), 'units'])
    .nullable()
    .catch(null),
})

/** Folder in the address -> kind. */
const KIND_OF = new Map<string, FoundKind>([
  ...Object.entries(KIND_FOLDERS).map(([kind, folder]) => [folder, kind as FoundKind] as const),
  ['units', 'unit'],
])

export const searchRoutes = new Hono<AppEnv>()
  .get('/search', (c) => {
    c.header('Vary', 'Accept-Language, Cookie')
    return c.redirect(`/${c.get('wished')}/search${new URL(c.req.url).search}`, 302)
  })
  .get('/:locale/search', async (c, next) => {
    const site = c.get('site')
    const locale = offeredLocale(site, c.req.param('locale'))
    if (!locale) return next()
    const { db, origin, now } = c.env.services
    const query = asked.parse({ q: c.req.query('q'), kind: c.req.query('kind') ?? null })
    const code = parseShortCode(query.q)
    if (code && (await listIssued(db, [code])).length > 0)
      return c.redirect(`/${code}/${locale}`, 302)

    const reading = readingFor(site, origin, locale)
    if (query.q) await refreshSearch(db, ROUNDS)
    const findings = query.q
      ? await search(db, {
          q: query.q,
          kind: KIND_OF.get(query.kind ?? '') ?? null,
          titleLocale: (entry) => titleFor(entry, reading).locale,
          wished: locale,
        })
      : null
    const view = (
      <SearchPage
        reading={reading}
        q={query.q}
        findings={findings}
        kind={KIND_OF.get(query.kind ?? '') ?? null}
        today={localDay(now(), site.timeZone)}
      />
    )
    return answerOnce(c, {
      status: 200,
      locale,
      html: documentOf(view),
      headers: {
        ...(await pageHeaders(reading.words)),
        'Cache-Control': 'private, no-cache',
        'X-Robots-Tag': 'noindex',
      },
    })
  })
