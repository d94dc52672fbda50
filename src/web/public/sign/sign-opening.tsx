/** What the address of an issued sign opens. Every code ever issued opens something. */
import { parseEntryPath } from '../../../domain/entry.ts'
import type { Locale } from '../../../domain/locale.ts'
import { resolve, type Destination, type SignHistory } from '../../../domain/resolver.ts'
import { spaced, type ShortCode } from '../../../domain/short-code.ts'
import { printedOn, type Sign } from '../../../domain/sign.ts'
import type { Site } from '../../../domain/site.ts'
import { findEntryAddress, findEntryPage, type EntryPage } from '../../../store/public-entry.ts'
import type { PlacedEntry } from '../../../store/nearby-entries.ts'
import { findHistories } from '../../../store/signs.ts'
import { pageHeaders } from '../page-headers.ts'
import type { Opening } from '../../pages.ts'
import type { Services } from '../../services.ts'
import { readingFor, sayFor, writtenDate, type Reading } from '../reading.ts'
import { GoneSignPage, WaitingSignPage } from './sign-pages.tsx'
import { entryOpening } from '../entry/entry-opening.tsx'
import { documentOf } from '../../document.ts'

/**
 * Null when the code was never issued; signs without a public text, and those that are gone, open pages of their own.
 */
export async function openSign(
  services: Services,
  site: Site,
  code: ShortCode,
  chosen: Locale | null,
): Promise<Opening | null> {
  const histories = await findHistories(services.db, code)
  const findEntry = (id: Sign['entry']) => publishedEntry(services, id)
  return openingOfSign({ services, site, code, chosen, histories, findEntry })
}

interface SignOpeningInput {
  services: Services
  site: Site
  code: ShortCode
  chosen: Locale | null
  /** Histories of the sign and of every sign that came after it. */
  histories: ReadonlyMap<ShortCode, SignHistory>
  /** The entry of an id with at least one public text, or null. */
  findEntry: (id: Sign['entry']) => Promise<EntryPage | null>
  placed?: readonly PlacedEntry[]
}

/**
 * 410 for a sign that is gone without a successor, 200 for one whose entry is not public yet, else the page of the
 * entry.
 */
export async function openingOfSign(known: SignOpeningInput): Promise<Opening | null> {
  const { services, site, code, chosen, histories, findEntry, placed } = known
  const destination = resolve(code, (wanted) => histories.get(wanted) ?? null)
  if (destination.what === 'never-issued') return null

  const entry = await findEntry(entryOf(destination))
  const { sign } = destination
  if (destination.what === 'gone') {
    const { end } = destination
    const about = entry && {
      kind: entry.kind,
      slug: entry.slug,
      titles: Object.fromEntries(entry.texts.map((text) => [text.locale, text.title])),
    }
    return noticeOpening(services, site, sign, chosen, 410, (reading) => (
      <GoneSignPage reading={reading} sign={sign} end={end} entry={about} />
    ))
  }
  if (!entry)
    return noticeOpening(services, site, sign, chosen, 200, (reading) => (
      <WaitingSignPage reading={reading} sign={sign} />
    ))
  const events = histories.get(code)?.events ?? []
  return entryOpening({
    services,
    site,
    entry,
    sign,
    events,
    placed,
    chosen,
    note: noteFor(destination),
    printedOn: printedOn(histories.get(sign.code)?.events ?? []),
  })
}

function entryOf(destination: Exclude<Destination, { what: 'never-issued' }>) {
  return destination.what === 'gone' ? destination.sign.entry : destination.entry
}

/**
 * What a sign is about, with at least one public text; null where it has none, or is withheld. A renamed entry is found
 * too.
 */
export async function publishedEntry(
  { db }: Services,
  id: Sign['entry'],
): Promise<EntryPage | null> {
  const parsed = parseEntryPath(id)
  let entry = parsed && (await findEntryPage(db, parsed.kind, parsed.slug))
  if (entry?.id !== id) {
    const now = await findEntryAddress(db, id)
    entry = now && (await findEntryPage(db, now.kind, now.slug))
  }
  return entry && entry.texts.length > 0 ? entry : null
}

/** Said where another sign has taken the place of the one scanned; null otherwise. */
function noteFor(destination: Destination) {
  if (destination.what !== 'successor') return null
  const { sign, end } = destination
  return (reading: Reading) =>
    sayFor(reading)('sign.succeeded', {
      code: spaced(sign.code),
      date: writtenDate(reading.words, end.on),
    })
}

/** Opened and counted like a page of an entry: it is still a scan of an issued sign. */
function noticeOpening(
  services: Services,
  site: Site,
  sign: Sign,
  chosen: Locale | null,
  status: number,
  view: (reading: Reading) => unknown,
): Opening {
  return {
    offer: { site: site.locales, entry: [], fallback: site.fallbackLocale },
    chosen,
    scanned: chosen ? null : sign.code,
    remember: chosen,
    async render({ wished }) {
      const reading = readingFor(site, services.origin, wished)
      return {
        status,
        locale: wished,
        html: documentOf(view(reading)),
        headers: {
          ...(await pageHeaders(reading.words)),
          'Cache-Control': 'private, no-cache',
          'Content-Location': `/${sign.code}/${wished}`,
        },
      }
    },
  }
}
