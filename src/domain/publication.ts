/** What must be done before a revision may become the public one, and what was public when. */
import type { IsoDate } from './entry.ts'
import { localDay } from './scan.ts'

/** Four eyes look at a text where the installation asks for it, and always at one about somebody who lives. */
export function needsFourEyes(
  site: { fourEyes: boolean },
  entry: { livingPerson: boolean },
): boolean {
  return site.fourEyes || entry.livingPerson
}

export type MissingForPublication = 'approval' | 'facts'

/** What must still be done before a text may be published; null when nothing is missing. */
export function missingForPublication(
  site: { fourEyes: boolean },
  facts: { livingPerson: boolean; review: { state: 'pending' | 'approved' } },
  isApproved: boolean,
): MissingForPublication | null {
  if (needsFourEyes(site, facts) && !isApproved) return 'approval'
  return facts.livingPerson && facts.review.state !== 'approved' ? 'facts' : null
}

/** A time in which one revision of a text was public. */
export interface Publication {
  locale: string
  number: number
  /** ISO 8601, UTC. */
  publishedAt: string
  /** Null while it is public. */
  endedAt: string | null
}

/** What of a text was public at the end of the local day `day`; null when nothing was. */
export function publicOn(
  publications: readonly Publication[],
  locale: string,
  day: IsoDate,
  timeZone: string,
): Publication | null {
  const localDayOf = (iso: string) => localDay(new Date(iso), timeZone)
  const found = publications.findLast(
    (one) =>
      one.locale === locale &&
      localDayOf(one.publishedAt) <= day &&
      (one.endedAt === null || localDayOf(one.endedAt) > day),
  )
  return found ?? null
}
