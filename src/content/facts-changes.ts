import type { Facts } from '../domain/entry.ts'
import { writtenFact } from './entry-file.ts'
import { FACT_KEYS } from './facts-schema.ts'

/**
 * Keys that stand otherwise in the canonical file of `after` than in that of `before`, in canonical order; the approval
 * among them.
 */
export function changedKeys(before: Facts, after: Facts): (keyof Facts)[] {
  return FACT_KEYS.filter((key) => writtenFact(before, key) !== writtenFact(after, key))
}

/**
 * As changedKeys, without approval and withholding: what an approval vouches for. An empty list means that it goes on.
 */
export function changedContent(before: Facts, after: Facts): (keyof Facts)[] {
  return changedKeys(before, after).filter((key) => key !== 'review' && key !== 'withheld')
}
