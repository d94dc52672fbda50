/** Every statement of src/store is prepared against the migrated schema, and its plan is read. */
import { readdirSync, readFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'

const STORE = new URL('../../src/store/', import.meta.url)
const file = new BetterSqlite3(':memory:')
migrate(file)

interface StoreStatement {
  name: string
  text: string
}

/** sql`…` templates, and the plain texts that are put together from pieces of SQL. */
function statementsIn(name: string): StoreStatement[] {
  const source = readFileSync(new URL(name, STORE), 'utf8')
  const pieces = new Map(
    [...source.matchAll(/const ([A-Z_]+) = `([^`]*)`/g)].map((m) => [
      m[1] as string,
      m[2] as string,
    ]),
  )
  const filled = (text: string): string =>
    text.replace(/\$\{([^}]*(?:\{[^}]*\})?[^}]*)\}/g, (_, inner: string) =>
      filled(pieces.get(inner) ?? '?'),
    )
  const templates = [...source.matchAll(/(?:sql|text: )`([^`]*)`/g)]
  return templates.map((match, i) => ({
    name: `${name} ${i + 1}`,
    text: filled(match[1] as string),
  }))
}

const statements = readdirSync(STORE)
  .filter((name) => name.endsWith('.ts') && name !== 'database.ts')
  .flatMap(statementsIn)

describe('every statement', () => {
  test('is found', () => {
    expect(statements.length).toBeGreaterThan(35)
  })

  test.each(statements)('$name is valid and reads by an index', ({ text }) => {
    const plan = file.prepare(`EXPLAIN QUERY PLAN ${text}`)
    const values = Array.from({ length: (text.match(/\?/g) ?? []).length }, () => null)
    expect(values.length, 'D1 binds at most 100 values').toBeLessThanOrEqual(100)
    if (text.includes('/* every row */')) return
    for (const { detail } of plan.all(...values) as { detail: string }[])
      if (/^SCAN /.test(detail))
        expect(detail, `reads a whole table: ${text}`).toMatch(
          /USING (?:COVERING )?INDEX|json_each|VIRTUAL TABLE|CONSTANT ROW|SCAN (?:j|l|ev|chain)\b|SCAN edition/,
        )
  })
})
