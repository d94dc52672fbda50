import type { Facts } from '../domain/entry.ts'
import { writtenFact } from './entry-file.ts'
import { FACT_KEYS } from './facts-schema.ts'

/** Keys that stand otherwise in the canonical file of `after` than in that of `before`. */
export function changedKeys(before: Facts, after: Facts): (keyof Facts)[] {
  return FACT_KEYS.filter((key) => writtenFact(before, key) !== writtenFact(after, key))
}

/** As changedKeys, without the approval and withholding: what an approval vouches for. */
export function changedContent(before: Facts, after: Facts): (keyof Facts)[] {
  return changedKeys(before, after).filter((key) => key !== 'review' && key !== 'withheld')
}
