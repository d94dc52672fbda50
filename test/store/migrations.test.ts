/** A database that has been in use is brought up to date with every row it had. */
import { openOldDatabase, RUNTIME } from '#runtime'
import { expect, test } from 'vitest'
import type { Database } from '../../src/store/database.ts'

const AT = '2026-11-01T00:00:00.000Z'
const FACTS = JSON.stringify({
  names: [{ text: 'Lê Lợi', locale: 'vi', kind: 'official' }],
  adminUnits: [{ code: '05983', from: '2025-07-01' }],
})

/** Rows of the tables that are made anew, and of those that point at them. */
async function fill(db: Database): Promise<void> {
  const run = (text: string, ...values: (string | number)[]) => db.run({ text, values })
  for (const [id, kind] of [
    ['streets/le-loi', 'street'],
    ['figures/le-loi', 'figure'],
  ] as const) {
    const slug = 'le-loi'
    await run(`INSERT INTO entry VALUES (?, ?, ?, 1, 0)`, id, kind, slug)
    await run(`INSERT INTO facts VALUES (?, 1, ?, 'lan@example.gov.vn', ?)`, id, FACTS, AT)
    await run(
      `INSERT INTO revision (entry_id, locale, number, title, summary, body, based_on, origin, saved_by, saved_at)
        VALUES (?, 'vi', 1, 'Lê Lợi', 'Tóm tắt.', 'Một.', NULL, 'hand', 'lan@example.gov.vn', ?)`,
      ...[id, AT],
    )
    await run(
      `INSERT INTO publication (entry_id, locale, number, published_by, published_at)
        VALUES (?, 'vi', 1, 'lan@example.gov.vn', ?)`,
      ...[id, AT],
    )
  }
  await run(`INSERT INTO entry_link VALUES ('streets/le-loi', 'figures/le-loi', 'named-after', 0)`)
  await run(`INSERT INTO entry_slug VALUES ('street', 'duong-le-loi', 'streets/le-loi')`)
  await run(
    `INSERT INTO sign (code, entry_id, issued_on, placement, note) VALUES ('7K3QXC', 'streets/le-loi', '2026-11-01', '', '')`,
  )
}

test(`migrations keep the rows of a database in use, on ${RUNTIME}`, async () => {
  const { db, finish } = await openOldDatabase('0010')
  await fill(db)
  await finish()
  const count = async (table: string) =>
    (await db.first<{ n: number }>({ text: `SELECT count(*) AS n FROM ${table}`, values: [] }))?.n
  for (const table of ['entry', 'facts', 'revision', 'publication', 'entry_unit'])
    expect([table, await count(table)]).toEqual([table, 2])
  for (const table of ['entry_link', 'entry_slug', 'sign'])
    expect([table, await count(table)]).toEqual([table, 1])
  // What was there is found by search, and what is changed now is noticed.
  expect(await count('search_due')).toBeGreaterThanOrEqual(2)
  const edition = async () =>
    (await db.first<{ number: number }>({ text: 'SELECT number FROM edition', values: [] }))?.number
  const before = (await edition()) ?? 0
  await db.run({ text: `UPDATE entry SET withheld = 1 WHERE id = 'streets/le-loi'`, values: [] })
  expect(await edition()).toBeGreaterThan(before)
})
