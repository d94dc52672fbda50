/**
 * What was public on a date: each revision that once was, at an address of its own, for as long as nothing is withheld.
 */
import { Hono, type Context } from 'hono'
import { renderBody } from '../../../content/markdown.ts'
import { saysWithheld } from '../../../content/once-public.ts'
import { kindOfFolder, SLUG, type Kind, pageAddress } from '../../../domain/entry.ts'
import type { Locale } from '../../../domain/locale.ts'
import { findEntryPage, findSlugNow, type EntryPage } from '../../../store/public-entry.ts'
import {
  findPublicHistory,
  type OncePublic,
  type PublicHistory,
} from '../../../store/public-revisions.ts'
import type { Opening, PageDraft } from '../../pages.ts'
import { answerWith } from '../../reply.ts'
import type { AppEnv } from '../../services.ts'
import { addressOfPicture } from '../entry/entry-pictures.tsx'
import { GoneRevisionPage, RevisionListPage, RevisionPage } from './revision-pages.tsx'
import type { Reading } from '../reading.ts'
import { plainOpening } from '../plain-opening.ts'
import { offeredLocale } from '../../../domain/site.ts'

/** An address of one text, in the language of that text. */
interface RevisionAddress {
  locale: Locale
  kind: Kind
  slug: string
}

/**
 * A revision answers 410 once its entry is withheld, its text unpublished, or a passage of it withheld since. Former
 * slugs answer 301.
 */
export const revisionRoutes = new Hono<AppEnv>()
  .get('/:locale/:folder/:slug/revisions', async (c, next) => {
    const asked = askedFor(c)
    if (!asked) return next()
    const path = `${pageAddress(asked.kind, asked.slug, asked.locale)}/revisions`
    return (
      (await answerWith(c, path, () => openList(c, asked))) ??
      (await movedTo(c, asked, '/revisions')) ??
      next()
    )
  })
  .get('/:locale/:folder/:slug/revisions/:number{[1-9][0-9]{0,8}}', async (c, next) => {
    const asked = askedFor(c)
    if (!asked) return next()
    const number = Number(c.req.param('number'))
    const rest = `/revisions/${number}`
    const path = `${pageAddress(asked.kind, asked.slug, asked.locale)}${rest}`
    return (
      (await answerWith(c, path, () => openRevision(c, asked, number))) ??
      (await movedTo(c, asked, rest)) ??
      next()
    )
  })

/** Null where the address can name no text. */
function askedFor(c: Context<AppEnv>): RevisionAddress | null {
  const { locale: wanted = '', folder = '', slug = '' } = c.req.param() as Record<string, string>
  const locale = offeredLocale(c.get('site'), wanted)
  const kind = kindOfFolder(folder)
  return locale && kind && SLUG.test(slug) ? { locale, kind, slug } : null
}

/** Null where nobody had this slug before. */
async function movedTo(c: Context<AppEnv>, { kind, slug, locale }: RevisionAddress, rest: string) {
  const now = await findSlugNow(c.env.services.db, kind, slug)
  return now && now !== slug ? c.redirect(`${pageAddress(kind, now, locale)}${rest}`, 301) : null
}

/** Null, so 404, for a text that is not public. */
async function openList(c: Context<AppEnv>, asked: RevisionAddress): Promise<Opening | null> {
  const { db } = c.env.services
  const history = await findPublicHistory(db, asked.kind, asked.slug, asked.locale)
  const entry = history && !history.isWithheld && (await entryOf(c, asked))
  if (!history || !entry || history.publications.length === 0) return null
  return opening(c, asked, (reading) => (
    <RevisionListPage reading={reading} entry={entry} publications={history.publications} />
  ))
}

async function openRevision(
  c: Context<AppEnv>,
  asked: RevisionAddress,
  number: number,
): Promise<Opening | null> {
  const { locale } = asked
  const { db } = c.env.services
  const history = await findPublicHistory(db, asked.kind, asked.slug, locale)
  const revision = history?.revisions.find((one) => one.number === number)
  if (!history || !revision) return null
  const entry = await entryOf(c, asked)
  const now = todaysOf(history)
  // All that was ever public, for a withheld passage may have been worded differently in between.
  const all = history.revisions.map(({ body }) => body)
  if (
    history.isWithheld ||
    !entry ||
    !now ||
    saysWithheld(whole(revision), whole(now), all, locale)
  )
    return opening(
      c,
      asked,
      (reading) => <GoneRevisionPage reading={reading} asked={asked} entry={entry} />,
      { status: 410 },
    )
  const { html, cited } = renderBody(revision.body, {
    place: { entry: entry.id, locale },
    imageAddress: (file) => addressOfPicture(entry, file),
  })
  return opening(c, asked, (reading) => (
    <RevisionPage
      reading={reading}
      entry={entry}
      revision={revision}
      now={now}
      cited={cited}
      body={html}
      publications={history.publications.filter((one) => one.number === number)}
    />
  ))
}

function entryOf(c: Context<AppEnv>, { kind, slug }: RevisionAddress): Promise<EntryPage | null> {
  return findEntryPage(c.env.services.db, kind, slug)
}

/** The revision that is public now; null when none is. */
function todaysOf({ publications, revisions }: PublicHistory): OncePublic | null {
  const number = publications.find(({ endedAt }) => endedAt === null)?.number
  return revisions.find((one) => one.number === number) ?? null
}

function whole({ title, summary, body }: OncePublic): string {
  return [title, summary, body].join('\n\n')
}

/** Search engines are led to today's page and keep none of these. */
function opening(
  c: Context<AppEnv>,
  { kind, slug, locale }: RevisionAddress,
  view: (reading: Reading) => unknown,
  more: Pick<Partial<PageDraft>, 'status'> = {},
): Opening {
  const { services } = c.env
  return plainOpening(services, c.get('site'), locale, view, {
    ...more,
    headers: {
      'X-Robots-Tag': 'noindex',
      Link: `<${services.origin}${pageAddress(kind, slug, locale)}>; rel="canonical"`,
    },
  })
}
