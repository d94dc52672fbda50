import type { PreflightRule, SignReport } from '../../../domain/preflight.ts'
import type { PrintOrder, Recipe } from '../../../domain/print-order.ts'
import type { ListedLink } from '../../../store/parcel-links.ts'
import type { ParcelRequest } from '../../../store/parcel-requests.ts'
import type { OrderNote } from '../../../store/print-orders.ts'
import type { SignNeed } from '../../../domain/sign-readiness.ts'
import type { OrderFate } from '../../../store/order-acts.ts'
import type { Desk } from '../desk-layout.tsx'
import type { FormProblems } from '../form-view.tsx'
import type { NamedReadiness } from './sign-needs.tsx'

/** All that the page of a print order shows, and that its parts are given. */
export interface OrderPageProps {
  desk: Desk
  order: PrintOrder
  /** The frozen faces, in the order of printing. */
  recipes: Recipe[]
  notes: OrderNote[]
  /** The latest first. */
  requests: ParcelRequest[]
  /** The latest first, those over included. */
  links: ListedLink[]
  /** Of preflight, one a sign; none before anything was made. */
  reports: SignReport[]
  /** Rules whose warnings nobody has signed off: the parcel waits for them. */
  open: PreflightRule[]
  /** Signs whose state today speaks against the order; none for a draft or a cancelled order. */
  worries: { sign: NamedReadiness; needs: SignNeed[] }[]
  fate: OrderFate
  problems: FormProblems
  /** A note that was refused, as it was typed. */
  typed: { what: string; code: string; rule: string; text: string } | null
  /** An address that was just made; shown this once. */
  link: { address: string; givenTo: string; expires: string } | null
  /** Of this page: what is sent twice from it is done once. */
  press: string
  /** ISO 8601, UTC. */
  now: string
  /** Day and minute, local. */
  dateOf: (iso: string) => string
  /** Name of whoever has an address. */
  nameOf: (by: string) => string
  mayWrite: boolean
  /** The parcel itself, which an editor may see of without fetching. */
  mayFetch: boolean
  /** Whether this server makes parcels. */
  isMadeHere: boolean
}
