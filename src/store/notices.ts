/** Wishes for letters, and what happened since each was last told. */
import type { Role } from '../domain/editor.ts'
import type { NoticeLine, NoticeWish } from '../domain/notice-wish.ts'
import { type Database, sql, type Statement } from './database.ts'

/** Null: no letters. */
export async function findNoticeWish(db: Database, email: string): Promise<NoticeWish | null> {
  const row = await db.first<{ how: NoticeWish }>(
    sql`SELECT how FROM notice_wish WHERE email = ${email}`,
  )
  return row?.how ?? null
}

/** From now on; what happened before is not told. Null ends it. */
export async function saveNoticeWish(
  db: Database,
  email: string,
  how: NoticeWish | null,
): Promise<void> {
  await db.run(
    how === null
      ? sql`DELETE FROM notice_wish WHERE email = ${email}`
      : sql`INSERT INTO notice_wish (email, how, told_to, told_on)
          VALUES (${email}, ${how}, (SELECT coalesce(max(id), 0) FROM audit), '')
          ON CONFLICT (email) DO UPDATE SET how = excluded.how`,
  )
}

export interface Told {
  email: string
  name: string
  role: Role
  how: NoticeWish
  toldTo: number
  toldOn: string
}

/** Whoever wishes for letters and may still sign in. */
export function listNoticeWishes(db: Database): Promise<Told[]> {
  return db.all<Told>(
    sql`SELECT w.email, e.name, e.role, w.how, w.told_to AS toldTo, w.told_on AS toldOn
      FROM notice_wish w JOIN editor e ON e.email = w.email
      WHERE e.disabledAt IS NULL ORDER BY w.email /* every row */`,
  )
}

/** Lines that may concern somebody, after line `after`, the earliest first; with who asked for the review they decide. */
export function listNoticeLines(db: Database, after: number, limit: number): Promise<NoticeLine[]> {
  return db.all<NoticeLine>(
    sql`SELECT a.id, a.at, a.by, a.what, a.subject,
        coalesce((SELECT q.by FROM audit q WHERE q.subject = a.subject AND q.what IN ('review.asked', 'text.saved')
          AND q.id < a.id ORDER BY q.what = 'review.asked' DESC, q.id DESC LIMIT 1), '') AS askedBy,
        coalesce((SELECT q.by FROM audit q WHERE q.subject = a.subject AND q.what = 'order.placed'
          ORDER BY q.id LIMIT 1), '') AS placedBy
      FROM audit a WHERE a.id > ${after}
        AND a.what IN ('review.asked', 'review.returned', 'review.approved', 'note.added', 'order.defect',
          'order.received')
      ORDER BY a.id LIMIT ${limit}`,
  )
}

export function rememberTold(email: string, toldTo: number, toldOn: string): Statement {
  return sql`UPDATE notice_wish SET told_to = ${toldTo}, told_on = ${toldOn} WHERE email = ${email}`
}

/** The last line of the log. */
export async function findLastLine(db: Database): Promise<number> {
  const row = await db.first<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM audit`)
  return row?.id ?? 0
}
