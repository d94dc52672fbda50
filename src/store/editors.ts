import type { Editor, Email, Invitation, Role } from '../domain/editor.ts'
import type { Locale } from '../domain/locale.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

export interface EditorState extends Editor {
  hasSecondFactor: boolean
  /** ISO 8601, UTC; null while they may sign in. */
  disabledAt: string | null
  /** Of the last session still kept. */
  seenAt: string | null
}

export async function countEditors(db: Database): Promise<number> {
  const row = await db.first<{ n: number }>(sql`SELECT count(*) AS n FROM editor /* every row */`)
  return row?.n ?? 0
}

export async function listEditors(db: Database): Promise<EditorState[]> {
  const rows = await db.all<Record<string, string> & { twoFactorEnabled: number | null }>(
    sql`SELECT email, name, role, locales, twoFactorEnabled, disabledAt,
        (SELECT max(updatedAt) FROM editor_session s WHERE s.userId = editor.id) AS seenAt
      FROM editor ORDER BY name, email /* every row */`,
  )
  return rows.map((row) => ({
    email: row['email'] as Email,
    name: row['name'] ?? '',
    role: row['role'] as Role,
    locales: JSON.parse(row['locales'] ?? '[]') as Locale[],
    hasSecondFactor: row.twoFactorEnabled === 1,
    disabledAt: row['disabledAt'] ?? null,
    seenAt: row['seenAt'] ?? null,
  }))
}

export async function findEditor(db: Database, email: Email): Promise<Editor | null> {
  const row = await db.first<Record<string, string>>(
    sql`SELECT email, name, role, locales FROM editor WHERE email = ${email}`,
  )
  return (
    row && {
      email: row['email'] as Email,
      name: row['name'] ?? '',
      role: row['role'] as Role,
      locales: JSON.parse(row['locales'] ?? '[]') as Locale[],
    }
  )
}

export function setRole(email: Email, role: Role, locales: readonly Locale[]): Statement {
  return sql`UPDATE editor SET role = ${role}, locales = ${JSON.stringify(locales)}
    WHERE email = ${email}`
}

/** They are signed out everywhere, and cannot sign in until they are let in again. */
export function disableEditor(email: Email, { at }: Act): Statement[] {
  return [
    sql`UPDATE editor SET disabledAt = ${at} WHERE email = ${email} AND disabledAt IS NULL`,
    endSessions(email),
  ]
}

export function enableEditor(email: Email): Statement {
  return sql`UPDATE editor SET disabledAt = NULL WHERE email = ${email}`
}

function endSessions(email: Email): Statement {
  return sql`DELETE FROM editor_session
    WHERE userId IN (SELECT id FROM editor WHERE email = ${email})`
}

/** The session of this token needs no second step any more. */
export function paySecondStep(token: string): Statement {
  return sql`UPDATE editor_session SET owesSecondStep = NULL WHERE token = ${token}`
}

/** False for somebody who signs in by the province's provider only. */
export async function hasPassword(db: Database, email: Email): Promise<boolean> {
  const row = await db.first<{ id: string }>(
    sql`SELECT a.id FROM editor JOIN editor_account a ON a.userId = editor.id
      WHERE email = ${email} AND a.password IS NOT NULL`,
  )
  return row !== null
}

/** For somebody who lost the telephone that makes their one-time passwords. */
export function dropSecondFactor(email: Email): Statement[] {
  return [
    sql`DELETE FROM editor_second_factor
      WHERE userId IN (SELECT id FROM editor WHERE email = ${email})`,
    sql`UPDATE editor SET twoFactorEnabled = 0 WHERE email = ${email}`,
    endSessions(email),
  ]
}

/** Replaces earlier addresses of the same purpose for the same person. `digest`: of the secret in the address. */
export function addInvitation(digest: string, invitation: Invitation, at: string): Statement[] {
  const { purpose, email, name, role, locales, by, expires } = invitation
  return [
    sql`UPDATE editor_invitation SET ended_at = ${at}, ended_by = ${by}
      WHERE purpose = ${purpose} AND email IS ${email} AND ended_at IS NULL`,
    sql`INSERT INTO editor_invitation (digest, purpose, email, name, role, locales, by, at, expires)
      VALUES (${digest}, ${purpose}, ${email}, ${name}, ${role}, ${JSON.stringify(locales)}, ${by},
        ${at}, ${expires})`,
  ]
}

/** Null when there is none, or it was used, taken back or has run out. */
export async function findInvitation(
  db: Database,
  digest: string,
  now: string,
): Promise<Invitation | null> {
  const row = await db.first<Record<string, string>>(
    sql`SELECT purpose, email, name, role, locales, by, expires FROM editor_invitation
      WHERE digest = ${digest} AND ended_at IS NULL AND expires > ${now}`,
  )
  return row && invitationOf(row)
}

export interface OpenInvitation extends Invitation {
  digest: string
}

export async function listInvitations(db: Database, now: string): Promise<OpenInvitation[]> {
  const rows = await db.all<Record<string, string>>(
    sql`SELECT digest, purpose, email, name, role, locales, by, expires FROM editor_invitation
      WHERE ended_at IS NULL AND expires > ${now} AND email IS NOT NULL
      ORDER BY expires /* every row */`,
  )
  return rows.map((row) => ({ ...invitationOf(row), digest: row['digest'] ?? '' }))
}

/**
 * Uses an address up, or takes it back. The row that comes of it is the lock: of two who use the same address at
 * the same moment, one gets false.
 */
export async function endInvitation(
  db: Database,
  digest: string,
  { by, at }: Act,
): Promise<boolean> {
  const ended = await db.first<{ digest: string }>(
    sql`UPDATE editor_invitation SET ended_at = ${at}, ended_by = ${by}
      WHERE digest = ${digest} AND ended_at IS NULL RETURNING digest`,
  )
  return ended !== null
}

function invitationOf(row: Record<string, string>): Invitation {
  return {
    purpose: row['purpose'] as Invitation['purpose'],
    email: (row['email'] ?? null) as Email | null,
    name: row['name'] ?? '',
    role: row['role'] as Role,
    locales: JSON.parse(row['locales'] ?? '[]') as Locale[],
    by: row['by'] ?? '',
    expires: row['expires'] ?? '',
  }
}
