import type { Verdict } from '../../domain/exchange.ts'

/** What comparing one item found, and how to write it. */
export interface Comparison {
  item: string
  verdict: Verdict
  /** Digest of the agreed state once it is written; null for items that carry their own number. */
  digest: string | null
}
