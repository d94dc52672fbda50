/**
 * Editors and the one-time addresses they come in by. Nobody is deleted: whoever leaves is disabled, and stays named on
 * what they wrote.
 */
import type { Editor, Email, Invitation, Role } from '../domain/editor.ts'
import type { Locale } from '../domain/locale.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

export interface EditorState extends Editor {
  /** A one-time password is asked of them besides the password. */
  hasSecondFactor: boolean
  /** ISO 8601, UTC; null while they may sign in. */
  disabledAt: string | null
  /** When the last session still kept was used; ISO 8601, UTC. Null when they are signed in nowhere. */
  seenAt: string | null
}

/** Disabled ones count too: zero means that nobody was ever let in, and the first address of all may be made. */
export async function countEditors(db: Database): Promise<number> {
  const row = await db.first<{ n: number }>(sql`SELECT count(*) AS n FROM editor /* every row */`)
  return row?.n ?? 0
}

/** Everybody, disabled ones too, by name as its bytes sort. */
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

/** Null when nobody has this address. Disabled editors are found too: whether they may come in is asked elsewhere. */
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

/** An address nobody has changes nothing. Sessions go on, and have the new role at their next request. */
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

/** Sessions ended by disableEditor do not come back: whoever is let in signs in again. */
export function enableEditor(email: Email): Statement {
  return sql`UPDATE editor SET disabledAt = NULL WHERE email = ${email}`
}

/** Part of a batch: it also ends the session of whoever does this to themselves. */
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

/**
 * For somebody who lost the telephone that makes their one-time passwords: they are signed out everywhere and set up a
 * new one.
 */
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

/** An address that can still be used, with the digest by which it is taken back. */
export interface OpenInvitation extends Invitation {
  digest: string
}

/**
 * Those that can still be used, the first to run out first. The first editor's own address, which names nobody, is left
 * out.
 */
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

/** Of the address itself only the digest is kept, so a lost one cannot be read again. */
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
