import { openDatabase, RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Database, sql, UniqueError } from '../../src/store/database.ts'

describe(`the database port, on ${RUNTIME}`, () => {
  let db: Database

  beforeEach(async () => {
    db = await openDatabase()
    await db.run({
      text: 'CREATE TABLE thing (id TEXT PRIMARY KEY, n INTEGER, note TEXT) STRICT',
      values: [],
    })
  })
  const add = (id: string, n: number | null = null, note: string | null = null) =>
    sql`INSERT INTO thing (id, n, note) VALUES (${id}, ${n}, ${note})`
  const ids = async () =>
    (await db.all<{ id: string }>(sql`SELECT id FROM thing ORDER BY id`)).map((row) => row.id)

  test('gives back what was put in, to the character', async () => {
    const note = 'Nguyễn Ễ Ộ 黄文树 \'"; DROP TABLE thing; -- \u0000 💠'
    await db.run(add('a', 2 ** 53 - 1, note))
    expect(await db.first(sql`SELECT * FROM thing WHERE id = ${'a'}`)).toEqual({
      id: 'a',
      n: 2 ** 53 - 1,
      note,
    })
  })

  test('answers null for no row and null for no value', async () => {
    expect(await db.first(sql`SELECT * FROM thing WHERE id = ${'none'}`)).toBeNull()
    await db.run(add('a'))
    expect(await db.first(sql`SELECT n FROM thing WHERE id = ${'a'}`)).toEqual({ n: null })
  })

  test('does all of a batch or none of it', async () => {
    await expect(db.batch([add('a'), add('b'), add('a')])).rejects.toBeInstanceOf(UniqueError)
    expect(await ids()).toEqual([])
    await db.batch([add('a'), add('b')])
    expect(await ids()).toEqual(['a', 'b'])
    await db.batch([])
  })

  test('names the columns that had to be unique', async () => {
    await db.run(add('a'))
    const error = await db.run(add('a')).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UniqueError)
    expect((error as UniqueError).columns).toBe('thing.id')
  })

  test('keeps foreign keys', async () => {
    const orphan = sql`INSERT INTO legacy_code (address, path, entry_id, note)
      VALUES (${'/x'}, ${'/x'}, ${'streets/none'}, ${''})`
    await expect(db.run(orphan)).rejects.toThrow(/FOREIGN KEY/)
  })

  test('reads lists of any length through json_each', async () => {
    const many = Array.from({ length: 500 }, (_, i) => `id-${i}`)
    await db.run(sql`INSERT INTO thing (id) SELECT value FROM json_each(${JSON.stringify(many)})`)
    const found = await db.all(
      sql`SELECT id FROM thing WHERE id IN (SELECT value FROM json_each(${JSON.stringify(many)}))`,
    )
    expect(found.length).toBe(500)
  })
})
