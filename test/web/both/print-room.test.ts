/** The print buyer's morning: which signs are ready, what keeps the others back, and what happens to orders. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { recipeOf } from '../../printing/recipe-of.ts'
import type { Printing, WantedOrder } from '../../../src/printing/printing.ts'
import type { Template } from '../../../src/press/template/template.ts'
import { publishText } from '../../../src/store/texts.ts'
import type { ShortCode } from '../../../src/domain/short-code.ts'
import { localDay } from '../../../src/domain/scan.ts'
import { stateOf } from '../../../src/domain/sign.ts'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { addParcelLink, addLinkUse } from '../../../src/store/parcel-links.ts'
import { keepParcel } from '../../../src/store/parcel-requests.ts'
import { cancelOrder, findOrderFate, placeOrder } from '../../../src/store/order-acts.ts'
import { listIssuedFiles, addIssuedFiles, listRecipes } from '../../../src/store/print-orders.ts'
import { listReadiness } from '../../../src/store/ready-signs.ts'
import {
  findHistories,
  saveSigns,
  addSignEvents,
  listSignEvents,
} from '../../../src/store/signs.ts'
import { eventOf, signOf } from '../../store/rows.ts'
import { actBy, addEntry, EN, ref, VI, write } from './desk-entries.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'
import { NOW, ORIGIN } from './running.ts'

const ACT = { by: 'lan@example.gov.vn', at: NOW.toISOString() }
const ON = localDay(NOW, 'Asia/Ho_Chi_Minh')
const REACH = { 'placard-150x200': 1200 }
const LOCALES = ['vi', 'en', 'zh-Hans']
/** A sign whose every wish is fulfilled. */
const WHOLE = {
  lat: 21.85,
  lon: 106.76,
  mount: 'post' as const,
  heightMm: 1300,
  readingDistanceMm: 750,
  template: 'placard-150x200',
}

describe(`the print room, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let publisher: Browser
  const state = async (code: string) =>
    stateOf((await findHistories(desk.db, code as ShortCode)).get(code as ShortCode)?.events ?? [])
  const needsOf = async (code: string) => {
    const codes = [code as ShortCode]
    const { signs } = await listReadiness(desk.db, { locales: LOCALES, reach: REACH, codes })
    return signs[0]?.needs
  }
  const order = (codes: string[], more: { isDraft?: boolean; pressed?: string | null } = {}) =>
    placeOrder(
      desk.db,
      {
        order: {
          template: {},
          templateName: 'placard-150x200@1',
          origin: ORIGIN,
          isDraft: more.isDraft ?? false,
          materials: {},
          orderedBy: ACT.by,
          orderedAt: ACT.at,
        },
        recipes: codes.map(recipeOf),
        prefix: 'LS-2026-',
        on: ON,
        pressed: more.pressed ?? null,
      },
      ACT,
    )

  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    publisher = (await desk.as('publisher')).browser
    const { db } = desk
    const approved = { review: { state: 'approved' as const, by: 'Lan', on: '2026-11-01' } }
    await addEntry(db, 'places/cho-moi', 'Chợ Mới', approved)
    await write(db, ref('places/cho-moi', VI, 1), 'lan@example.vn')
    await publishText(db, ref('places/cho-moi', VI, 1), actBy('lan@example.vn'))
    await addEntry(db, 'places/cho-cu', 'Chợ Cũ', { withheld: true })
    await db.batch([
      saveSigns([
        signOf('222222', 'places/cho-moi', WHOLE),
        signOf('33333D', 'places/cho-moi', { ...WHOLE, lat: null, lon: null }),
        signOf('44444R', 'places/cho-moi', { ...WHOLE, readingDistanceMm: 1201 }),
        signOf('555554', 'places/cho-moi', { ...WHOLE, heightMm: 2500 }),
        signOf('66666F', 'places/cho-moi', { ...WHOLE, template: null, mount: null }),
        signOf('77777T', 'places/cho-cu', WHOLE),
        signOf('888886', 'places/cho-moi', WHOLE),
        signOf('99999H', 'places/cho-moi', { ...WHOLE, readingDistanceMm: 1200 }),
      ]),
      addSignEvents([eventOf('888886', '2026-11-02', 'retired')]),
    ])
  })

  test('what keeps a sign back is told, a hair on either side of each limit', async () => {
    expect(await needsOf('222222')).toEqual([])
    expect(await needsOf('33333D')).toEqual(['unplaced'])
    expect(await needsOf('44444R')).toEqual(['small'])
    expect(await needsOf('99999H')).toEqual([])
    expect(await needsOf('555554')).toEqual(['small', 'steep'])
    expect(await needsOf('66666F')).toEqual(['unplaced', 'unsized'])
    expect(await needsOf('77777T')).toEqual(['withheld', 'unapproved', 'untranslated'])
    expect(await needsOf('888886')).toEqual(['ended'])
    const moved = { ...eventOf('33333D', '2026-11-03', 'moved'), lat: 21.8, lon: 106.7 }
    await desk.db.batch([addSignEvents([moved])])
    expect(await needsOf('33333D')).toEqual([])
  })

  test('a language on the face that is not published keeps it back; one without a name does not', async () => {
    await addEntry(desk.db, 'places/hai-ten', 'Hai tên', {
      review: { state: 'approved', by: 'Lan', on: '2026-11-01' },
      names: [
        { text: 'Hai tên', locale: VI, kind: 'official' },
        { text: 'Two Names', locale: EN, kind: 'translation' },
      ],
    })
    await write(desk.db, ref('places/hai-ten', VI, 1), 'lan@example.vn')
    await publishText(desk.db, ref('places/hai-ten', VI, 1), actBy('lan@example.vn'))
    await desk.db.batch([saveSigns([signOf('AAAAAV', 'places/hai-ten', WHOLE)])])
    expect(await needsOf('AAAAAV')).toEqual(['untranslated'])
    await write(desk.db, ref('places/hai-ten', EN, 1), 'lan@example.vn', { basedOn: 1 })
    await publishText(desk.db, ref('places/hai-ten', EN, 1), actBy('lan@example.vn'))
    expect(await needsOf('AAAAAV')).toEqual([])
  })

  test('the list is searched by name without marks, or by code, and leads to what mends', async () => {
    const { text } = await publisher.get('/admin/orders/ready?q=cho+cu')
    expect(text).toContain('777 77T')
    expect(text).not.toContain('222 222')
    expect(text).toContain('href="/admin/review/places/cho-cu"')
    const byCode = (await publisher.get('/admin/orders/ready?q=22222')).text
    expect(byCode).toContain('222 222')
    const ready = (await publisher.get('/admin/orders/ready?only=ready&q=cho+moi')).text
    expect(ready).toContain('222 222')
    expect(ready).not.toContain('555 55')
    expect((await publisher.get('/admin/orders/ready?page=999')).status).toBe(200)
    expect((await publisher.get('/admin/orders/ready')).text.length).toBeLessThan(100_000)
  })

  test('an order writes that its signs are ordered, a draft does not; cancelling takes it back', async () => {
    const draft = await order(['222222'], { isDraft: true })
    expect(await state('222222')).toBe('planned')
    expect((await publisher.get(`/admin/orders/${draft}`)).status).toBe(200)
    const id = await order(['222222', '99999H'])
    expect([await state('222222'), await needsOf('222222')]).toEqual(['ordered', ['ordered']])
    const path = `/admin/orders/${id}/cancellation`
    expect((await publisher.post(path, { reason: ' ' })).status).toBe(422)
    expect((await publisher.post(path, { reason: 'Sai mẫu <b>' })).status).toBe(303)
    expect([await state('222222'), await needsOf('222222')]).toEqual(['planned', []])
    const { text } = await publisher.get(`/admin/orders/${id}`)
    expect(text).toContain('Sai mẫu &lt;b')
    expect(await listAuditOf(desk.db, id)).toMatchObject([{ what: 'order.cancelled' }, {}])
    // A second time, and by somebody else: nothing more is written.
    expect((await publisher.post(path, { reason: 'Nữa' })).status).toBe(409)
    const events = (await listSignEvents(desk.db)).filter(({ code }) => code === '222222')
    expect(events.map(({ what }) => what)).toEqual(['ordered', 'cancelled'])
    expect((await publisher.post(`/admin/orders/${id}/links`, { givenTo: 'A' })).status).toBe(409)
  })

  test('what a contractor has fetched is not cancelled', async () => {
    const id = await order(['222222'])
    const link = { digest: 'd'.repeat(64), orderId: id, givenTo: 'Nhà in', expires: '2027-01-01' }
    await addParcelLink(desk.db, link, ACT)
    expect((await findOrderFate(desk.db, id)).isBound).toBe(false)
    await desk.db.run(addLinkUse(link.digest, 'downloaded', ACT.at))
    expect((await findOrderFate(desk.db, id)).isBound).toBe(true)
    const cancelling = cancelOrder(desk.db, { id, reason: 'x', on: ON }, ACT)
    await expect(cancelling).rejects.toThrow('overtaken')
    expect(await state('222222')).toBe('ordered')
    expect((await publisher.get('/admin/orders')).text).toContain(id)
  })

  test('signs that were received are printed, once, and no longer in an open order', async () => {
    const id = await order(['AAAAAV', '99999H'])
    const notes = `/admin/orders/${id}/notes`
    expect((await publisher.post(notes, { what: 'received', code: 'AAAAAV' })).status).toBe(303)
    expect([await state('AAAAAV'), await state('99999H')]).toEqual(['printed', 'ordered'])
    expect((await publisher.post(notes, { what: 'received' })).status).toBe(303)
    expect([await needsOf('AAAAAV'), await needsOf('99999H')]).toEqual([[], []])
    const printed = (await listSignEvents(desk.db)).filter(({ what }) => what === 'printed')
    expect(printed.map(({ code, note }) => [code, note])).toEqual([
      ['AAAAAV', id],
      ['99999H', id],
    ])
  })

  test('a form that is sent twice makes one order', async () => {
    const pressed = 'a1'.repeat(24)
    const both = await Promise.all([order(['222222'], { pressed }), order(['222222'], { pressed })])
    expect(new Set(both).size).toBe(1)
    expect((await publisher.get(`/admin/orders/${both[0]}`)).text).toContain('LS-2026-')
  })

  test('a sign that has ended, or is in another order, is said on the page of the order', async () => {
    const one = await order(['33333D'])
    const two = await order(['33333D'])
    expect((await publisher.get(`/admin/orders/${two}`)).text).toContain(`/admin/orders/${one}"`)
    await desk.db.batch([addSignEvents([eventOf('33333D', '2026-12-02', 'retired')])])
    expect((await publisher.get(`/admin/orders/${one}`)).text).toContain('đã thôi dùng')
  })

  test('one sign is printed again as it was frozen, with the bytes that were issued', async () => {
    const id = await order(['99999H', 'AAAAAV'])
    const file = (code: string) => ({
      path: `print/${code}__t.pdf`,
      digest: code.repeat(8),
      size: 3,
    })
    await desk.db.run(addIssuedFiles(id, [file('99999H'), file('AAAAAV')]))
    const press = { code: '99999H', pressed: 'b2'.repeat(24) }
    const { to, status } = await publisher.post(`/admin/orders/${id}/reprints`, press)
    expect(status).toBe(303)
    const again = to.split('/').at(-1) ?? ''
    expect(await listRecipes(desk.db, again)).toEqual([recipeOf('99999H')])
    expect(await listIssuedFiles(desk.db, again)).toEqual([file('99999H')])
    expect((await publisher.post(`/admin/orders/${id}/reprints`, press)).to).toBe(to)
    const none = { code: '222222', pressed: '' }
    expect((await publisher.post(`/admin/orders/${id}/reprints`, none)).status).toBe(422)
  })

  test('codes for all shown without a sign are told first, and issued once', async () => {
    for (const name of ['mot', 'hai']) await addEntry(desk.db, `places/ma-${name}`, `Mã ${name}`)
    const path = '/admin/entries/signs?q=m%C3%A3+&kind=place'
    const shown = /name="shown" value="(\d+)"/.exec((await publisher.get(path)).text)?.[1]
    expect(shown).toBe('2')
    expect((await publisher.post(path, { each: '9', shown: '2' })).status).toBe(422)
    expect((await publisher.post(path, { each: '2', shown: '3' })).status).toBe(409)
    const sent = await Promise.all([
      publisher.post(path, { each: '2', shown: '2' }),
      publisher.post(path, { each: '2', shown: '2' }),
    ])
    expect(sent.map(({ status }) => status).sort()[0]).toBe(303)
    const { found } = await listReadiness(desk.db, {
      locales: LOCALES,
      reach: null,
      entries: ['places/ma-mot', 'places/ma-hai'] as never,
    })
    expect(found).toBe(4)
    expect((await publisher.get(path)).text).not.toContain('name="shown"')
  })

  test('the position of a sign is typed as maps copy it', async () => {
    const { text } = await publisher.get('/admin/signs/66666F')
    const before = /name="before" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const save = (position: string) =>
      publisher.post('/admin/signs/66666F/placement', { before, mount: 'post', position })
    expect((await save('106.76, 21.85')).status).toBe(422)
    expect((await save('ở kia')).status).toBe(422)
    expect((await save('21.85, 106.76')).status).toBe(303)
    expect(await needsOf('66666F')).not.toContain('unplaced')
  })

  test('the first page tells an editor of defects, and a contractor of parcels', async () => {
    const editor = (await desk.as('editor')).browser
    const contractor = (await desk.as('contractor')).browser
    const id = await order(['AAAAAV'])
    await publisher.post(`/admin/orders/${id}/notes`, {
      what: 'defect',
      code: 'AAAAAV',
      text: 'Sai màu',
    })
    expect((await editor.get('/admin/')).text).toContain(`/admin/orders/${id}#notes`)
    expect((await contractor.get('/admin/')).text).not.toContain(`${id}.zip`)
    await keepParcel(desk.db, id, { digest: 'e'.repeat(64), size: 3 }, ACT)
    expect((await contractor.get('/admin/')).text).toContain(`${id}.zip`)
    expect((await contractor.get('/admin/')).text).toContain('Gói in chờ bạn tải')
    expect((await publisher.get('/admin/orders')).text).toContain('1 lỗi chưa xử lý')
  })

  test('before it is frozen an order asks about a sign nobody surveyed, and takes a yes for just that', async () => {
    const placed: WantedOrder[] = []
    const printing: Printing = {
      listTemplates: () => Promise.resolve([{ id: 'placard-150x200', version: 1 } as Template]),
      draw: () => Promise.resolve({ svg: '<svg/>' }),
      order(wanted) {
        placed.push(wanted)
        return Promise.resolve({
          refusals: [{ word: 'AZT3EP', why: { vi: 'chưa duyệt', en: 'x' } }],
        })
      },
      wake: () => null,
    }
    const { origin } = desk.services
    Object.assign(desk.services, { printing, origin: 'https://qr.langson.gov.vn' })
    const sent = { codes: ['AZT3EP'], template: 'placard-150x200', pressed: 'c3'.repeat(24) }
    const asked = await publisher.post('/admin/orders', sent)
    expect([asked.status, placed.length]).toEqual([409, 0])
    const sure = /name="sure" value="([0-9a-f]+)"/.exec(asked.text)?.[1] ?? ''
    expect((await publisher.post('/admin/orders', { ...sent, sure: 'no' })).status).toBe(409)
    const refused = await publisher.post('/admin/orders', { ...sent, sure })
    expect(placed).toMatchObject([{ codes: ['AZT3EP'], pressed: sent.pressed }])
    // By its name, and with the way to what mends it.
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Đường Lê Lợi')
    expect(refused.text).toContain('href="/admin/review/streets/le-loi"')
    await publisher.post('/admin/orders', { ...sent, draft: '1' })
    expect(placed.at(-1)?.isDraft).toBe(true)
    const proofs = await publisher.post('/admin/orders/new', { ...sent, proofs: '1' })
    expect(proofs.text).toContain('/admin/signs/AZT3EP/placard.svg?template=placard-150x200')
    expect(proofs.text).toMatch(/value="AZT3EP" checked/)
    const taken = await publisher.post('/admin/orders/new', { take: 'ready', q: '', unit: '' })
    expect(taken.status).toBe(200)
    delete desk.services.printing
    Object.assign(desk.services, { origin })
  })
})
