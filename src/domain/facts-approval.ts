/** Who vouches for the facts of an entry, and what becomes of that when they change. */

/** One saved state of the facts, compared with the one before. */
export interface FactsStep {
  savedBy: string
  isApproved: boolean
  /** More than the approval itself and withholding. */
  changesContent: boolean
}

/**
 * Addresses of whoever wrote what is waiting for approval: all who changed the facts since the last approval that stood
 * until they were changed. One that was taken back vouches for nothing. `steps` run from the oldest to the latest.
 */
export function writersToApprove(steps: readonly FactsStep[]): string[] {
  const stood = steps.findLastIndex((step, i) => step.isApproved && steps[i + 1]?.changesContent)
  const since = steps.slice(stood + 1).filter((step) => step.changesContent)
  return [...new Set(since.map((step) => step.savedBy))]
}
