/** What must be done before a revision may become the public one. */

/** Four eyes look at a text where the installation asks for it, and always at one about somebody who lives. */
export function needsFourEyes(
  site: { fourEyes: boolean },
  entry: { livingPerson: boolean },
): boolean {
  return site.fourEyes || entry.livingPerson
}

export type MissingForPublication = 'approval' | 'facts'

/** Null when nothing is missing. */
export function missingForPublication(
  site: { fourEyes: boolean },
  facts: { livingPerson: boolean; review: { state: 'pending' | 'approved' } },
  isApproved: boolean,
): MissingForPublication | null {
  if (needsFourEyes(site, facts) && !isApproved) return 'approval'
  return facts.livingPerson && facts.review.state !== 'approved' ? 'facts' : null
}
