/**
 * An editor is anybody who can sign in. What they may do follows from their role by one table, which every page
 * and every action asks; nothing is hidden in a view only.
 */
import type { Locale } from './locale.ts'

export const ROLES = [
  'translator',
  'editor',
  'reviewer',
  'publisher',
  'installer',
  'contractor',
] as const
export type Role = (typeof ROLES)[number]

/** Small letters. It names an editor in every row they write, and never changes. */
export type Email = string & { readonly brand: 'Email' }

export interface Editor {
  email: Email
  name: string
  role: Role
  /** In which a translator writes; of no meaning for the other roles. */
  locales: readonly Locale[]
}

/** Who may do what. A role that is not named may not. */
export const PERMISSIONS = {
  'desk.open': ['translator', 'editor', 'reviewer', 'publisher', 'installer', 'contractor'],
  'entry.read': ['translator', 'editor', 'reviewer', 'publisher'],
  'entry.write': ['editor', 'publisher'],
  'text.write': ['translator', 'editor', 'reviewer', 'publisher'],
  'text.review': ['reviewer', 'publisher'],
  'text.publish': ['publisher'],
  'facts.approve': ['reviewer', 'publisher'],
  'entry.withhold': ['publisher'],
  'media.write': ['editor', 'publisher'],
  'exchange.export': ['editor', 'reviewer', 'publisher'],
  'exchange.import': ['editor', 'publisher'],
  'exchange.confirm': ['publisher'],
  'sign.read': ['editor', 'reviewer', 'publisher', 'installer'],
  'sign.write': ['editor', 'publisher'],
  'sign.observe': ['installer', 'publisher'],
  'order.read': ['editor', 'publisher'],
  'order.write': ['publisher'],
  'parcel.read': ['publisher', 'contractor'],
  'plan.read': ['editor', 'reviewer', 'publisher'],
  'report.read': ['editor', 'reviewer', 'publisher'],
  'editor.manage': ['publisher'],
  'audit.read': ['publisher'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof PERMISSIONS

/**
 * Whether this role may do `action`. A translator writes texts in their own languages only; `locale`: of the text the
 * action is about, where it is about one.
 */
export function may(
  { role, locales }: Pick<Editor, 'role' | 'locales'>,
  action: Action,
  locale?: Locale,
): boolean {
  if (!(PERMISSIONS[action] as readonly Role[]).includes(role)) return false
  const isOwn = locale === undefined || locales.includes(locale)
  return role !== 'translator' || action !== 'text.write' || isOwn
}

/** Roles that must prove themselves twice: what they do shows to everybody at once. */
export function needsSecondFactor(role: Role): boolean {
  return role === 'publisher'
}

/** The address in small letters and NFC; null when it cannot be one. Whether it exists is not asked. */
export function parseEmail(text: string): Email | null {
  const email = text.trim().normalize('NFC').toLowerCase()
  return email.length <= 254 && /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;.]+$/.test(email)
    ? (email as Email)
    : null
}

/** A one-time address: whoever holds it may do this one thing, until it expires. */
export interface Invitation {
  purpose: 'set-up' | 'invitation' | 'reset'
  /** Null for the first account, which names its own. */
  email: Email | null
  name: string
  role: Role
  locales: readonly Locale[]
  by: string
  /** ISO 8601, UTC. */
  expires: string
}

/** Hours that a one-time address lasts. */
export const INVITATION_HOURS = { 'set-up': 24 * 7, invitation: 24 * 7, reset: 24 } as const
