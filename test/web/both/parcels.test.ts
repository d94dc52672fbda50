import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Recipe } from '../../../src/domain/print-order.ts'
import type { ShortCode } from '../../../src/domain/short-code.ts'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import {
  claimParcel,
  failParcel,
  finishParcel,
  giveBackParcel,
  isParcelWaiting,
  listParcelRequests,
  wantParcel,
} from '../../../src/store/parcel-requests.ts'
import { addOrder } from '../../../src/store/print-orders.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'
import { NOW, ORIGIN } from './running.ts'

const NAUGHTY = '<img src=x onerror=alert(1)> " & \''
const AT = NOW.toISOString()
const recipe = (code: string): Recipe => ({
  code: code as ShortCode,
  names: [{ locale: 'vi', text: 'Đường Lê Lợi' }],
  invitations: [],
  publisher: { locale: 'vi', text: '' },
  hotline: null,
  symbol: null,
  date: '2026-11-23',
  placement: NAUGHTY,
  lat: null,
  lon: null,
  heightMm: null,
  readingDistanceMm: null,
  faces: 1,
  approved: true,
})

describe(`print orders and their parcels, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let publisher: Browser
  const act = { by: 'lan@example.gov.vn', at: AT }
  const addOne = async (id: string, ...codes: string[]) => {
    const order = {
      id,
      template: {},
      templateName: 'placard-150x200@1',
      origin: ORIGIN,
      isDraft: false,
      materials: {},
      orderedBy: act.by,
      orderedAt: AT,
    }
    await desk.db.batch(addOrder(order, codes.map(recipe)))
  }
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    desk.services.media.open = (digest) =>
      Promise.resolve({ size: 3, body: new Blob([digest.slice(0, 3)]).stream() })
    publisher = (await desk.as('publisher')).browser
    await addOne('LS-2026-001', '7K3QXC', '9XTHQ9')
    await addOne('LS-2026-002', 'AZT3EP')
  })

  test('the list and the page show what was frozen, escaped, and nothing to press for who may not', async () => {
    const editor = (await desk.as('editor')).browser
    expect((await editor.get('/admin/orders')).text).toContain('LS-2026-002')
    const { text } = await editor.get('/admin/orders/LS-2026-001')
    expect(text).toContain('7K3 QXC')
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain('action="/admin/orders/')
    expect((await editor.get('/admin/orders/LS-2026-009')).status).toBe(404)
    expect((await editor.get('/admin/orders/new')).status).toBe(403)
    expect((await publisher.get('/admin/orders/new')).text).toContain('máy chủ Node')
  })

  test('notes are taken of the order’s own signs only, escaped, with a line in the log', async () => {
    const path = '/admin/orders/LS-2026-001'
    const say = (fields: Record<string, string>) => publisher.post(`${path}/notes`, fields)
    expect((await say({ what: 'defect', code: 'AZT3EP', text: 'Sai màu' })).status).toBe(422)
    expect((await say({ what: 'signed-off', text: 'QR-07' })).status).toBe(422)
    expect((await say({ what: 'elsewhere', text: 'x' })).status).toBe(422)
    expect((await say({ what: 'defect', code: '7k3 qxc', text: NAUGHTY })).status).toBe(303)
    expect((await say({ what: 'signed-off', rule: 'QR-07', text: 'Đã mở' })).status).toBe(303)
    const { text } = await publisher.get(path)
    expect(text).toContain('QR-07 Đã mở')
    expect(text).toContain('&lt;img src=x')
    const [, line] = await listAuditOf(desk.db, 'LS-2026-001')
    expect(line).toMatchObject({ what: 'order.defect', details: { code: '7K3QXC' } })
    const forged = publisher.copy()
    forged.origin = 'https://elsewhere.example'
    expect((await forged.post(`${path}/notes`, { what: 'received' })).status).toBe(403)
  })

  test('a parcel waits once, is claimed once, and is taken up again when nobody is heard of', async () => {
    const { db } = desk
    await wantParcel(db, 'LS-2026-002', true, act)
    await expect(wantParcel(db, 'LS-2026-002', true, act)).rejects.toThrow('overtaken')
    const claims = await Promise.all([claimParcel(db, AT, AT), claimParcel(db, AT, AT)])
    expect(claims.filter(Boolean)).toMatchObject([{ orderId: 'LS-2026-002', attempts: 1 }])
    expect((await publisher.get('/admin/orders/LS-2026-002')).text).toContain(
      'http-equiv="refresh"',
    )
    expect(await isParcelWaiting(db, AT)).toBe(false)
    const later = new Date(NOW.getTime() + 1000).toISOString()
    expect(await claimParcel(db, later, later)).toMatchObject({ attempts: 2 })
    const [{ id } = { id: 0 }] = await listParcelRequests(db, 'LS-2026-002')
    await giveBackParcel(db, id)
    expect(await isParcelWaiting(db, AT)).toBe(true)
    await failParcel(db, id, NAUGHTY, later)
    const { text } = await publisher.get('/admin/orders/LS-2026-002')
    expect(text).toContain('&lt;img src=x')
    expect(text).not.toContain('http-equiv="refresh"')
    expect(await isParcelWaiting(db, later)).toBe(false)
  })

  /** The path of a fresh address for order 1. */
  const newLink = async () => {
    const path = '/admin/orders/LS-2026-001/links'
    const { text } = await publisher.submit(path, { givenTo: `Nhà in ${NAUGHTY}`, days: '7' })
    return /value="https:[^"]*(\/parcels\/[0-9a-f]{48})"/.exec(text)?.[1] ?? ''
  }

  test('an address for a contractor gives the parcel, hears receipt and defects, and can be revoked', async () => {
    expect(await newLink()).toBe('')
    await wantParcel(desk.db, 'LS-2026-001', false, act)
    const { id } = (await claimParcel(desk.db, AT, AT))!
    await finishParcel(desk.db, id, { digest: 'abc'.repeat(8), size: 3 }, AT)
    const link = await newLink()
    const contractor = desk.browser()
    contractor.origin = null
    const shown = await contractor.get(link)
    expect([shown.status, shown.headers.get('Referrer-Policy')]).toEqual([200, 'no-referrer'])
    expect(shown.text).toContain('7K3 QXC')
    expect(shown.text).not.toContain('<img src=x')
    const zip = await contractor.get(`${link}/LS-2026-001.zip`)
    expect([zip.status, zip.text]).toEqual([200, 'abc'])
    expect((await contractor.get(`${link}/LS-2026-002.zip`)).status).toBe(404)

    expect((await contractor.post(`${link}/receipt`)).status).toBe(303)
    const report = (code: string, text: string) =>
      contractor.post(`${link}/defects`, { code, text })
    expect((await report('AZT3EP', 'Sai')).status).toBe(422)
    expect((await report('7K3QXC', '')).status).toBe(422)
    expect((await report('7K3QXC', 'x'.repeat(1001))).status).toBe(422)
    expect((await report('7K3QXC', 'x'.repeat(20_000))).status).toBe(413)
    expect((await report('7K3QXC', NAUGHTY)).status).toBe(303)
    expect((await contractor.get(link)).text).toContain('&lt;img src=x')

    const page = (await publisher.get('/admin/orders/LS-2026-001')).text
    const end = /action="([^"]*\/links\/[0-9a-f]{64}\/end)"/.exec(page)?.[1] ?? ''
    expect((await publisher.post(end.replace('001', '002'))).status).toBe(404)
    expect((await publisher.post(end)).status).toBe(303)
    expect((await contractor.get(link)).status).toBe(404)
    expect((await contractor.post(`${link}/receipt`)).status).toBe(404)
    expect((await publisher.get('/admin/orders/LS-2026-001')).text).toContain('đã thu hồi')
  })

  test('an address cannot be guessed, runs out, and bears only so much talk in an hour', async () => {
    const link = await newLink()
    const contractor = desk.browser()
    const wrong = link.slice(0, -1) + (link.endsWith('0') ? '1' : '0')
    expect((await contractor.get(wrong)).status).toBe(404)
    expect((await contractor.get('/parcels/x')).status).toBe(404)
    const statuses: number[] = []
    for (let i = 0; i < 61; i++) statuses.push((await contractor.post(`${link}/receipt`)).status)
    expect(statuses.filter((status) => status === 303).length).toBe(60)
    expect(statuses.at(-1)).toBe(429)
    const { now } = desk.services
    desk.services.now = () => new Date(NOW.getTime() + 8 * 86_400_000)
    expect((await contractor.get(link)).status).toBe(404)
    desk.services.now = now
  })
})
