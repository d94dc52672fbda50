/** What people at a sign can tell us about it. Nothing is kept about who they are. */
import type { ShortCode } from './short-code.ts'

export const REPORTED = ['damaged', 'pasted-over', 'misplaced', 'wrong-text', 'other'] as const
export type Reported = (typeof REPORTED)[number]

/** Characters of a report. */
export const REPORT_WORDS_MAX = 500
/** More than these in a day are kept out: the telephone is still there. */
export const REPORTS_A_DAY = { ofOneSign: 10, ofAll: 300 } as const

export interface SignReport {
  id: number
  code: ShortCode
  what: Reported
  words: string
  /** ISO 8601, UTC. */
  at: string
}
