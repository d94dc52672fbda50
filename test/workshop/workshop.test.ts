/** The printing house behind the desk: the real server, with its processes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importInto } from '../../src/exchange/folder/import-folder.ts'
import { readFolderFromDisk } from '../../src/exchange/folder/folder-on-disk.ts'
import { openWorkshop } from '../../src/workshop/workshop.ts'
import type { Email } from '../../src/domain/editor.ts'
import type { ShortCode } from '../../src/domain/short-code.ts'
import { openDatabase, openMedia } from '../../src/installation.ts'
import { startServer, type RunningServer } from '../../src/server.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { findFacts } from '../../src/store/facts.ts'
import { findParcel, listParcelRequests, wantParcel } from '../../src/store/parcel-requests.ts'
import { listRecipes, sayOfOrder } from '../../src/store/print-orders.ts'
import type { Printing } from '../../src/printing/printing.ts'
import { addEditor } from '../../src/web/session.ts'
import { PASSWORD } from '../web/both/desk.ts'
import { importOptions } from '../web/both/running.ts'
import { layOut } from '../web/on-disk.ts'

let root: string
let settings: Settings
let site: RunningServer
const CODE = '7K3QXC' as ShortCode
const act = { by: 'lan@example.gov.vn', at: '2026-11-23T02:00:00.000Z' }
const printing = () => site.services.printing as Printing

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'stele-printing-'))
  layOut(root)
  const file = join(root, 'content/streets/hoang-van-thu/entry.yaml')
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace('review: { state: pending }', 'review: { state: approved, by: Lan, on: 2026-11-01 }')
      .replace('{ id: g, kind: general-knowledge }', '{ id: g, title: Hồ sơ thẩm định }'),
  )
  const read = readSettings({
    STELE_CONTENT: root,
    STELE_DATA: join(root, 'data'),
    PORT: '0',
    STELE_ORIGIN: 'https://qr.langson.gov.vn',
  })
  if (Array.isArray(read)) throw new Error(read.join('; '))
  settings = read
  const opened = openDatabase(settings)
  const options = { ...importOptions, media: openMedia(settings) }
  await importInto(opened.db, await readFolderFromDisk(root), options)
  opened.close()
  site = await startServer(settings, { openWorkshop })
})

afterAll(async () => {
  await site.stop()
  rmSync(root, { recursive: true, force: true })
})

/** The latest request, once it has ended. */
async function ended(id: string) {
  for (;;) {
    const [request] = await listParcelRequests(site.services.db, id)
    if (request?.doneAt || request?.failedAt) return request
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

test('draws a face as it would be printed today, as a draft while its entry is not approved', async () => {
  const drawn = await printing().draw(CODE, 'placard-150x200')
  expect(drawn).toHaveProperty('svg')
  const svg = 'svg' in drawn ? drawn.svg : ''
  expect(svg).toMatch(/^<\?xml|^<svg/)
  const draft = await printing().draw('EC85VC' as ShortCode, 'placard-150x200')
  expect('svg' in draft && draft.svg.length).toBeGreaterThan(1000)
  const typed = { locale: 'vi', summary: 'Chữ đang gõ.', body: 'Một đoạn đang gõ [^s1].' }
  const published = await printing().draw(CODE, 'panel-600x900')
  const unsaved = await printing().draw(CODE, 'panel-600x900', typed)
  expect('svg' in unsaved).toBe(true)
  expect(unsaved).not.toEqual(published)
  const gone = await printing().draw('ZZZZZZ' as ShortCode, 'placard-150x200')
  expect(gone).toHaveProperty('why')
})

test('freezes an order, or says of every sign why not', async () => {
  const template = 'placard-150x200'
  const wrong = await printing().order({ template, codes: ['EC85VC', 'xyz'], isDraft: false }, act)
  expect(wrong).toMatchObject({ refusals: [{ word: 'EC85VC' }, { word: 'xyz' }] })
  const made = await printing().order({ template, codes: [CODE], isDraft: false }, act)
  expect(made).toEqual({ id: 'LS-2026-001' })
  expect(await listRecipes(site.services.db, 'LS-2026-001')).toMatchObject([{ code: CODE }])
})

test('makes the parcel beside the server, once what preflight warned of is signed for', async () => {
  const { db } = site.services
  const id = 'LS-2026-001'
  await wantParcel(db, id, false, act)
  printing().wake()
  const first = await ended(id)
  expect(first.reason).toContain('QR-07')
  expect(first.made).toBe(first.pieces)
  const text = 'QR-07 Đã tự mở'
  const note = { what: 'signed-off', code: null, details: { text } } as const
  await sayOfOrder(db, id, note, '2026-12-01', act)
  await wantParcel(db, id, false, act)
  printing().wake()
  expect((await ended(id)).failedAt).toBeNull()
  const parcel = await findParcel(db, id)
  const bytes = readFileSync(join(settings.data, 'media', parcel?.digest ?? ''))
  expect(bytes.byteLength).toBe(parcel?.size)
  expect(Object.keys(unzipSync(bytes))).toContain(`${id}/manifest.csv`)
})

test('takes up again what a server that is gone had begun', async () => {
  const { db } = site.services
  const draft = { template: 'placard-180x120', codes: ['EC85VC'], isDraft: true }
  expect(await printing().order(draft, act)).toEqual({ id: 'LS-2026-002' })
  await wantParcel(db, 'LS-2026-002', false, act)
  printing().wake()
  await site.stop()
  site = await startServer(settings, { openWorkshop })
  expect((await ended('LS-2026-002')).doneAt).not.toBeNull()
})

test('an address of a face names a template that there is', async () => {
  await addEditor(site.services.auth!, {
    email: 'thu@example.gov.vn' as Email,
    name: 'Thu',
    role: 'editor' as const,
    locales: [],
    password: PASSWORD,
  })
  const origin = { Origin: settings.origin }
  const signedIn = await fetch(`${site.address}/admin/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: origin,
    body: new URLSearchParams({ email: 'thu@example.gov.vn', password: PASSWORD }),
  })
  const Cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const face = (template: string) =>
    fetch(`${site.address}/admin/signs/${CODE}/placard.svg?template=${template}`, {
      headers: { Cookie },
      redirect: 'manual',
    })
  const drawn = await face('placard-150x200')
  expect([drawn.status, drawn.headers.get('content-type')]).toEqual([
    200,
    'image/svg+xml; charset=utf-8',
  ])
  expect((await face('../../secret')).status).toBe(404)
})

test('reads a table elsewhere, writes it there, and says in words what cannot be read', async () => {
  const editor = { email: act.by as Email, name: 'Lan', role: 'publisher' as const, locales: [] }
  const whom = { language: 'vi' as const, editor, act, table: 'street' as const, templates: null }
  const read = (text: string) => {
    const file = { name: 'duong.csv', bytes: new TextEncoder().encode(text) }
    return site.services.exchange!({ ...whom, do: 'read-table', file })
  }
  expect(await read('Tên đường')).toEqual({ fault: { key: 'import.fault.noRows', values: {} } })
  const shown = await read('Tên đường\nĐường Bắc Sơn')
  if (!('table' in shown)) throw new Error('nothing was shown')
  const { rows, grid } = shown.table
  expect(rows).toMatchObject([{ subject: 'streets/bac-son', doing: 'new' }])
  const seen = JSON.stringify(rows.map((row) => [row.number, row.seen]))
  const said = { answers: '', sent: [], mayPend: false, proposal: null }
  const written = {
    ...whom,
    ...said,
    do: 'write-table' as const,
    grid,
    seen,
    name: 'duong.csv',
  }
  expect(await site.services.exchange!(written)).toEqual({ written: 1 })
  const again = await site.services.exchange!(written)
  expect('table' in again && again.table.moved).toMatchObject([{ number: 2 }])
  expect(await findFacts(site.services.db, 'street', 'bac-son')).not.toBeNull()
})

/** Processes of ours that draw for the desk; Linux tells them in /proc. */
function drawing(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        return Number(parent) === process.pid && words.includes('desk')
      } catch {
        return false // ended while we looked
      }
    })
    .map(Number)
}

test('one that is killed at its work tells who asked, and the next question finds another', async () => {
  const asked = Promise.allSettled(
    Array.from({ length: 20 }, () => printing().draw(CODE, 'placard-150x200')),
  )
  await expect.poll(() => drawing().length, { timeout: 10_000 }).toBeGreaterThan(0)
  for (const pid of drawing()) process.kill(pid, 'SIGKILL')
  const told = (await asked).flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(told.map(String)).toContain('Error: the workshop ended')
  expect(await printing().draw(CODE, 'placard-150x200')).toHaveProperty('svg')
})
