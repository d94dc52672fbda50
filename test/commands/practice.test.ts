import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/installation.ts'
import { listInvitations } from '../../src/store/editors.ts'
import { sql } from '../../src/store/database.ts'

const STELE = new URL('../../src/stele.mjs', import.meta.url).pathname

/** Starts `serve`, resolves to what it printed once it serves, and to the way to end it. */
function serving(words: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [STELE, 'serve', '--port', '0', ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  const started = new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said)))
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      if (said.includes('First account')) resolve(said)
    })
  })
  const end = () =>
    new Promise<number | null>((resolve) => {
      child.removeAllListeners('exit')
      child.once('exit', resolve)
      child.kill('SIGTERM')
    })
  return { started, end }
}

test('practice is on a copy that says what it is, and leaves nothing behind', async () => {
  const data = mkdtempSync(join(tmpdir(), 'stele-test-'))
  const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('stele-practice-'))
  const before = copies()
  const env = { STELE_DATA: data, STELE_CONTENT: new URL('../../', import.meta.url).pathname }
  const real = serving([], env)
  await real.started
  await real.end()
  const invitations = async () => {
    const { db, close } = openDatabase({ data })
    const row = await db.first<{ n: number }>(sql`SELECT count(*) AS n FROM editor_invitation`)
    const open = await listInvitations(db, new Date(0).toISOString())
    close()
    return { all: row?.n, open: open.length }
  }
  const was = await invitations()

  const practice = serving(['--practice'], env)
  const said = await practice.started
  const [, address = ''] = /Site:\s+(\S+)/.exec(said) ?? []
  const page = await (await fetch(`${address}admin/sign-in`)).text()
  expect(page).toContain('CHẾ ĐỘ TẬP')
  expect((await fetch(`${address}vi/`)).status).toBe(200)
  expect(copies().length).toBe(before.length + 1)
  expect(await practice.end()).toBe(0)
  expect(copies()).toEqual(before)
  expect(await invitations()).toEqual(was)
  rmSync(data, { recursive: true, force: true })
}, 120_000)
