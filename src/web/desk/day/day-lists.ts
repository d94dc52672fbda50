/** What the page of the day is told, and the lists it makes of it. */
import type { Child } from 'hono/jsx'
import type { SignReport } from '../../../domain/sign-report.ts'
import type { Waiting } from '../../../domain/waiting.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { TableProposal } from '../../../store/table-proposals.ts'
import type { EditorState, OpenInvitation } from '../../../store/editors.ts'
import type { Desk } from '../desk-layout.tsx'
import type { ListedOrder } from '../../../store/listed-orders.ts'
import type { WaitingSign } from '../../../store/waiting-signs.ts'

/** One line of a list: where it leads, what it is called, and what is said of it. */
export interface DayItem {
  href: string
  label: Child
  detail?: string
  /** Words of somebody else. */
  note?: string
}

export type OrderSectionId = 'defects' | 'late' | 'failed' | 'parcels' | 'toHang' | 'toMend'
export type SectionId =
  | keyof Waiting
  | 'invitations'
  | 'oneStep'
  | 'tables'
  | 'tablesReturned'
  | 'reports'
  | OrderSectionId

/** One list of the page; an empty one is still there, as work that is done. */
export interface DaySection {
  id: SectionId
  items: DayItem[]
  /** Where all of it is listed; null where it is all here. */
  all: string | null
}

/** What waits, with what its sentences need. */
export interface Day {
  desk: Desk
  say: Say
  waiting: Waiting
  /** From people at signs, not settled yet; null where signs are not this editor's work. */
  reports: SignReport[] | null
  /** Null where orders are not this editor's work. */
  orders: ListedOrder[] | null
  /** Orders whose parcels this editor fetches; null where that is not their work. */
  parcels: ListedOrder[] | null
  /** Signs to hang or to mend; null where that is not this editor's work. */
  toHang: WaitingSign[] | null
  /** ISO 8601, UTC. */
  now: string
  /** That wait, and that were returned; null where tables are not this editor's work. */
  tables: TableProposal[] | null
  /** Null where accounts are not this editor's work. */
  invitations: OpenInvitation[] | null
  editors: EditorState[]
  /** Day and minute, local. */
  dateOf: (iso: string) => string
}
