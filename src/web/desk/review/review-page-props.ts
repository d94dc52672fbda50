import type { Source } from '../../../domain/entry.ts'
import type { ReviewFilter } from '../../../domain/review-queue.ts'
import type { Desk } from '../desk-layout.tsx'
import type { ReadPart } from '../facts/facts-read.ts'
import type { Vouching } from '../facts/facts-vouching.ts'
import type { TextToReview } from './texts-to-review.ts'

/** What the page of one entry under review, and the parts of it, are given. */
export interface ReviewPageProps {
  desk: Desk
  name: string
  /** As in `/admin/review/streets/le-loi`, and the same at `/admin/entries`. */
  at: string
  entryAt: string
  filter: ReviewFilter
  /** Which of how many the filter leaves; number 0 where it is not among them. */
  place: { number: number; of: number }
  before: string | null
  next: string | null
  notice: string
  /** Of the facts on the screen. */
  number: number
  standing: readonly string[]
  isApproved: boolean
  parts: readonly ReadPart[]
  sources: readonly Source[]
  texts: readonly TextToReview[]
  vouching: Vouching
  mayApprove: boolean
  mayWrite: boolean
  office: string
  /** Name of whoever is signed in, for a point they settle. */
  reader: string
  today: string
}
