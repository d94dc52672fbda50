import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readD1Migrations } from '@cloudflare/vitest-pool-workers'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

test('migrations run once, in order, and are kept in the ledger that wrangler reads', async () => {
  const file = new BetterSqlite3(':memory:')
  const ran = migrate(file)
  expect(ran).toEqual([...ran].sort())
  expect(migrate(file)).toEqual([])
  const ledger = file.prepare('SELECT name FROM d1_migrations ORDER BY id').pluck().all()
  expect(ledger).toEqual(ran)
  const wranglers = await readD1Migrations('src/store/migrations')
  expect(wranglers.map((migration) => migration.name)).toEqual(ran)
})

test('a commit by anybody is seen by whoever watches', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stele-test-'))
  const path = join(folder, 'a.sqlite')
  const writer = openSqlite(path)
  migrate(writer.file)
  const watcher = openSqlite(path, 'NORMAL')
  const before = watcher.dataVersion()
  expect(watcher.dataVersion()).toBe(before)
  writer.file.exec('UPDATE edition SET number = number + 1')
  expect(watcher.dataVersion()).not.toBe(before)
  watcher.close()
  writer.close()
  rmSync(folder, { recursive: true })
})

test('the register of signs cannot be shortened', () => {
  const file = new BetterSqlite3(':memory:')
  migrate(file)
  file.exec(`
    INSERT INTO entry (id, kind, slug, facts_number, withheld) VALUES ('streets/a', 'street', 'a', 1, 0);
    INSERT INTO sign (code, entry_id, issued_on, placement, note) VALUES ('7K3QXC', 'streets/a', '2026-01-01', '', '');
    INSERT INTO sign_event (code, happened_on, what, by, note) VALUES ('7K3QXC', '2026-01-02', 'installed', 'Lan', '');
  `)
  expect(() => file.exec('DELETE FROM sign_event')).toThrow('never deleted')
  expect(() => file.exec('DELETE FROM sign')).toThrow('never deleted')
})

test('migrations stop behind the one that was named, and go on from there', () => {
  const file = new BetterSqlite3(':memory:')
  const all = migrate(new BetterSqlite3(':memory:'))
  const [last = ''] = all.slice(3)
  expect(migrate(file, last.slice(0, 4))).toEqual(all.slice(0, 4))
  expect(migrate(file)).toEqual(all.slice(4))
})
