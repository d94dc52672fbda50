/** What the address of an entry or a text of the desk names; withheld entries too. */
import type { Context } from 'hono'
import { kindOfFolder, officialName, SLUG, type Facts } from '../../domain/entry.ts'
import { parseLocale, type Locale } from '../../domain/locale.ts'
import { sourceLocale, localesOf } from '../../domain/site.ts'
import { textStandings, type TextStanding } from '../../domain/text-state.ts'
import { findEntryId, findTextHistory, type TextHistory } from '../../store/text-history.ts'
import type { DeskEnv } from './desk-env.ts'
import { listFacts } from '../../store/entries.ts'

/** One entry with all that happened to its texts. */
export interface EntryAtDesk {
  history: TextHistory
  /** Source language of the site. */
  source: Locale
  /** One for each locale of the site, and for others that have a text. */
  standings: TextStanding[]
  /** As in `/admin/entries/streets/le-loi`. */
  path: string
}

/** One text of an entry, which may have no revision yet. */
export interface TextAtDesk extends EntryAtDesk {
  locale: Locale
  standing: TextStanding
  isSource: boolean
}

/**
 * The entry of today's slug; null when the address names none. Former slugs are not followed at the desk. Two queries.
 */
export async function entryOf(c: Context<DeskEnv>): Promise<EntryAtDesk | null> {
  const [folder = '', slug = ''] = [c.req.param('folder'), c.req.param('slug')]
  const kind = kindOfFolder(folder)
  if (!kind || !SLUG.test(slug)) return null
  const { db } = c.env.services
  const id = await findEntryId(db, kind, slug)
  const history = id && (await findTextHistory(db, id))
  if (!history) return null
  const site = c.get('site')
  const source = sourceLocale(site)
  const offered = localesOf(site)
  const standings = textStandings(history, source, offered)
  return { history, source, standings, path: `/admin/entries/${folder}/${slug}` }
}

/** Null when there is no such entry, or when the language is neither offered by the site nor has it a text here. */
export async function textOf(c: Context<DeskEnv>): Promise<TextAtDesk | null> {
  const locale = parseLocale(c.req.param('locale') ?? '')
  const entry = locale && (await entryOf(c))
  const standing = entry?.standings.find((one) => one.locale === locale)
  return entry && locale && standing
    ? { ...entry, locale, standing, isSource: locale === entry.source }
    : null
}

/** The facts that count now, whether or not anybody has approved them. Throws where the entry is gone. */
export async function factsOf(
  c: Context<DeskEnv>,
  { history }: Pick<EntryAtDesk, 'history'>,
): Promise<Facts> {
  const facts = (await listFacts(c.env.services.db, history.id)).at(-1)
  if (!facts) throw new Error(`${history.id} has no facts`)
  return facts
}

/** Its official name in the source language; its slug where it has none. */
export function nameOfEntry(
  facts: Pick<Facts, 'names'>,
  { source, history }: Pick<EntryAtDesk, 'source' | 'history'>,
): string {
  return officialName(facts, source)?.text ?? history.slug
}
