/** The words of one sign's face, from what is published today. */
import { printedLine, printedParagraphs } from '../content/printed-text.ts'
import { nameIn, type Facts } from '../domain/entry.ts'
import type { ShortCode } from '../domain/short-code.ts'
import { isEnded, stateOf } from '../domain/sign.ts'
import { sourceLocale, type Site } from '../domain/site.ts'
import { interfaceLocale, message } from '../messages/messages.ts'
import type { PlacardTexts } from '../press/face/placard-texts.ts'
import type { PinnedSymbol } from '../press/face/symbol.ts'
import type { Database } from '../store/database.ts'
import { findEntryAddress, findEntryPage, type PublishedText } from '../store/public-entry.ts'
import { findHistories } from '../store/signs.ts'
import type { LocalText } from '../press/face/local-text.ts'

/** Languages on one face; more would be too small to read. */
const LANGUAGES_MAX = 3

/** What of a text may be printed. */
export type PrintedWords = Pick<PublishedText, 'locale' | 'summary' | 'body'>

export interface PlacardWords extends Omit<PlacardTexts, 'code' | 'origin'> {
  /** The day the code was issued: the same sign gives the same file on any day. */
  date: string
  /** The symbol of its first print; null before there was one. */
  pinned: PinnedSymbol | null
  /** The entry is approved, and a text is published in every language on the face. */
  approved: boolean
  /** Where the entry is must not be told exactly, so nor is where its signs stand. */
  isRestricted: boolean
}

/**
 * What a sign's placard says; null when the code was never issued, the sign has ended, or its entry is withheld.
 * `typed` stands in for the published text of its language.
 */
export async function placardTextsFor(
  db: Database,
  site: Site,
  code: ShortCode,
  typed: PrintedWords | null = null,
): Promise<PlacardWords | null> {
  const history = (await findHistories(db, code)).get(code)
  const sign = history && !isEnded(stateOf(history.events)) ? history.sign : null
  const address = sign && (await findEntryAddress(db, sign.entry))
  const entry = address && (await findEntryPage(db, address.kind, address.slug))
  if (!sign || !entry) return null

  const local = site.localLocales.filter((locale) => !site.locales.includes(locale))
  const names: LocalText[] = [...site.locales, ...local]
    .flatMap((locale) => {
      const name = nameIn(entry.facts, locale)
      const { text, breaks } = name ?? {}
      return text ? [{ locale: locale as string, text, ...(breaks && { breaks }) }] : []
    })
    .sort((a, b) => scriptRank(a.locale, site) - scriptRank(b.locale, site))
    .slice(0, LANGUAGES_MAX)
  const invitations = invitedIn(names, entry.texts, site).flatMap((locale) => {
    const words = interfaceLocale(locale as never, site.fallbackLocale)
    return words === locale
      ? [{ locale, text: message(words, `placard.invitation.${entry.kind}`) }]
      : []
  })
  const generalKnowledge = generalKnowledgeIn(entry.facts)
  const source = sourceLocale(site)
  const words = interfaceLocale(source, site.fallbackLocale)
  const { symbolVersion: version, symbolLevel: level, symbolMask: mask } = sign
  const isPinned = version !== null && mask !== null && (level === 'Q' || level === 'H')
  return {
    names,
    captions: captionsFor(entry.facts, names, site, generalKnowledge),
    ...runningText(typed ? [typed, ...entry.texts] : entry.texts, names, generalKnowledge),
    invitations,
    publisher: { locale: source, text: site.publisher[source] ?? '' },
    hotline: site.hotline
      ? { locale: words, text: message(words, 'placard.hotline', { hotline: site.hotline }) }
      : null,
    date: sign.issuedOn,
    pinned: isPinned ? { version, level, mask } : null,
    approved:
      entry.facts.review.state === 'approved' &&
      names.every(({ locale }) => entry.texts.some((text) => text.locale === locale)),
    isRestricted: entry.facts.restrictedLocation,
  }
}

/** Whoever can read the page is told so, also where the place has no name in their language. */
function invitedIn(
  names: readonly LocalText[],
  texts: readonly Pick<PublishedText, 'locale'>[],
  site: Site,
): string[] {
  const readable = site.locales.filter((locale) => texts.some((text) => text.locale === locale))
  return [...new Set([...names.map(({ locale }) => locale), ...readable])]
    .sort((a, b) => scriptRank(a, site) - scriptRank(b, site))
    .slice(0, LANGUAGES_MAX)
}

/** Languages a face may carry, in their order on it; those in which the entry has a name are taken, three at most. */
export function faceLocales(site: Site): string[] {
  return [...new Set<string>([...site.locales, ...site.localLocales])].sort(
    (a, b) => scriptRank(a, site) - scriptRank(b, site),
  )
}

/** In the order people read a sign: the source language, then Latin scripts, then others. */
function scriptRank(locale: string, site: Site): number {
  if (locale === sourceLocale(site)) return 0
  return new Intl.Locale(locale).maximize().script === 'Latn' ? 1 : 2
}

/** Ids of the sources that may stand on pages while a review is pending, but never in print. */
function generalKnowledgeIn({ sources }: Facts): ReadonlySet<string> {
  return new Set(sources.filter(({ kind }) => kind === 'general-knowledge').map(({ id }) => id))
}

/** The rank of a heritage site in every language that has words for it. */
function captionsFor(
  { rank }: Facts,
  names: readonly LocalText[],
  site: Site,
  generalKnowledge: ReadonlySet<string>,
): LocalText[] {
  if (!rank || rank.level === 'inventoried' || generalKnowledge.has(rank.source)) return []
  return names.flatMap(({ locale }) => {
    const words = interfaceLocale(locale as never, site.fallbackLocale)
    return words === locale ? [{ locale, text: message(words, `rank.${rank.level}`) }] : []
  })
}

/**
 * Published summaries and paragraphs in the languages of the names. A language none of whose paragraphs may
 * be printed gets no summary either: that says in short what they say.
 */
function runningText(
  texts: readonly PrintedWords[],
  names: readonly LocalText[],
  generalKnowledge: ReadonlySet<string>,
): { intro: LocalText[]; body: LocalText[] } {
  const printed = names.flatMap(({ locale }) => {
    const text = texts.find((one) => one.locale === locale)
    const paragraphs = text ? printedParagraphs(text.body, generalKnowledge) : []
    return text && paragraphs.length > 0
      ? [{ locale, summary: printedLine(text.summary), paragraphs }]
      : []
  })
  return {
    intro: printed
      .filter(({ summary }) => summary !== '')
      .map(({ locale, summary }) => ({ locale, text: summary })),
    body: printed.flatMap(({ locale, paragraphs }) => paragraphs.map((text) => ({ locale, text }))),
  }
}
