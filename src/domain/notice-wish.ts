/** Which lines of the log concern whom, for letters: what somebody has to do, or what came of what they asked for. */
import { may, type Role } from './editor.ts'

export const NOTICE_WISHES = ['daily', 'at-once'] as const
export type NoticeWish = (typeof NOTICE_WISHES)[number]

export interface NoticeLine {
  id: number
  /** ISO 8601, UTC. */
  at: string
  by: string
  what: string
  subject: string
  /** Who had asked for the review of this text, or else saved it last; '' where nobody. */
  askedBy: string
  /** Who had placed this order; '' where it is none. */
  placedBy: string
}

/** Local hour from which the letter of the day is sent. */
export const DIGEST_HOUR = 7

/** Never what somebody did themselves. */
export function concerns(
  { email, role }: { email: string; role: Role },
  { what, by, askedBy, placedBy }: NoticeLine,
): boolean {
  if (by === email) return false
  if (what === 'review.asked') return may({ role, locales: [] }, 'text.review')
  if (what.startsWith('review.') || what === 'note.added') return askedBy === email
  const isOrder = what.startsWith('order.')
  return (
    isOrder &&
    (placedBy === email || (placedBy === '' && may({ role, locales: [] }, 'order.write')))
  )
}
