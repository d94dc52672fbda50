/** Every address of the desk, asked by every role: nothing is guarded by a hidden button only. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { may, ROLES, type Action } from '../../../src/domain/editor.ts'
import { deskRoutes } from '../../../src/web/desk/desk-routes.tsx'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'

/** What one must be allowed to do; `signed-in` is anybody who is, `open` anybody at all. */
type Needed = Action | 'signed-in' | 'open'

const TEXT = '/admin/entries/:folder/:slug/:locale'
const NEEDED: Record<string, Needed> = {
  'GET /admin': 'signed-in',
  'GET /admin/': 'signed-in',
  'GET /admin/sign-in': 'open',
  'POST /admin/sign-in': 'open',
  'GET /admin/second-step': 'open',
  'POST /admin/second-step': 'open',
  'GET /admin/sign-in/provider': 'open',
  'GET /admin/auth/callback/province': 'open',
  'POST /admin/language': 'open',
  'POST /admin/sign-out': 'open',
  'GET /admin/invitations/:secret': 'open',
  'POST /admin/invitations/:secret': 'open',
  'GET /admin/account': 'signed-in',
  'POST /admin/account/notices': 'signed-in',
  'POST /admin/account/sessions/end': 'signed-in',
  'POST /admin/account/password': 'signed-in',
  'GET /admin/account/second-step': 'signed-in',
  'POST /admin/account/second-step': 'signed-in',
  'POST /admin/account/second-step/confirmation': 'signed-in',
  'GET /admin/editors': 'editor.manage',
  'GET /admin/account/second-step/confirmation': 'signed-in',
  'GET /admin/account/recovery-codes': 'signed-in',
  'POST /admin/account/recovery-codes': 'signed-in',
  'POST /admin/editors/invitations': 'editor.manage',
  'POST /admin/editors/invitations/:digest/end': 'editor.manage',
  'POST /admin/editors/:email/role': 'editor.manage',
  'POST /admin/editors/:email/disablement': 'editor.manage',
  'POST /admin/editors/:email/enablement': 'editor.manage',
  'POST /admin/editors/:email/reset': 'editor.manage',
  'GET /admin/entries': 'entry.read',
  'GET /admin/entries/new': 'entry.write',
  'POST /admin/entries/new': 'entry.write',
  'GET /admin/entries/:folder/:slug/facts': 'entry.write',
  'POST /admin/entries/:folder/:slug/facts': 'entry.write',
  'GET /admin/review': 'entry.read',
  'GET /admin/review/:folder/:slug': 'entry.read',
  'GET /admin/review/points': 'entry.read',
  'POST /admin/review/points': 'text.review',
  'GET /admin/review/progress': 'entry.read',
  'GET /admin/review/signature': 'facts.approve',
  'POST /admin/review/signature': 'facts.approve',
  'POST /admin/review/:folder/:slug/approval': 'facts.approve',
  'POST /admin/review/:folder/:slug/points': 'text.review',
  'POST /admin/review/:folder/:slug/points/end': 'text.review',
  'GET /admin/review/works': 'entry.read',
  'GET /admin/review/works/alone': 'entry.read',
  'GET /admin/review/works/:id': 'entry.read',
  'POST /admin/review/works/:id': 'text.publish',
  'GET /admin/choices/works': 'entry.write',
  'GET /admin/review/:folder/:slug/sources/:id': 'entry.write',
  'POST /admin/review/:folder/:slug/sources/:id': 'entry.write',
  'POST /admin/review/:folder/:slug/return': 'text.review',
  'GET /admin/entries/:folder/:slug/facts/approval': 'entry.read',
  'POST /admin/entries/:folder/:slug/facts/approval': 'facts.approve',
  'POST /admin/entries/:folder/:slug/facts/approval/end': 'facts.approve',
  'POST /admin/entries/:folder/:slug/facts/approval/show': 'text.publish',
  'GET /admin/entries/:folder/:slug/facts/history': 'entry.read',
  'POST /admin/entries/:folder/:slug/facts/history/:number/restoration': 'entry.write',
  'GET /admin/entries/:folder/:slug/media': 'media.write',
  'POST /admin/entries/:folder/:slug/media': 'media.write',
  'POST /admin/entries/:folder/:slug/media/uploads': 'media.write',
  'GET /admin/entries/:folder/:slug/media/:file': 'entry.read',
  'GET /admin/export.zip': 'exchange.export',
  'GET /admin/import': 'text.write',
  'GET /admin/entries.csv': 'exchange.export',
  'GET /admin/entries.xlsx': 'exchange.export',
  'GET /admin/entries.json': 'exchange.export',
  'GET /admin/signs.csv': 'exchange.export',
  'GET /admin/signs.geojson': 'exchange.export',
  'GET /admin/entries.xlf': 'text.write',
  'POST /admin/import/xliff': 'text.write',
  'POST /admin/import/xliff/writing': 'text.write',
  'GET /admin/import/templates/:file': 'exchange.import',
  'POST /admin/import/table': 'exchange.import',
  'POST /admin/import/table/answers': 'exchange.import',
  'POST /admin/import/table/proposal': 'exchange.import',
  'POST /admin/import/table/writing': 'exchange.confirm',
  'GET /admin/import/proposals/:id': 'exchange.import',
  'POST /admin/import/proposals/:id/return': 'exchange.confirm',
  'POST /admin/import/proposals/:id/withdrawal': 'exchange.import',
  'POST /admin/import/proposals/:id/end': 'exchange.import',
  'GET /admin/import/written/:id': 'exchange.import',
  'POST /admin/import/written/:id/undo': 'exchange.confirm',
  'GET /admin/audit': 'audit.read',
  'GET /admin/scheduled': 'text.publish',
  'POST /admin/scheduled/:id/end': 'text.publish',
  'GET /admin/choices/entries': 'sign.read',
  'GET /admin/choices/units': 'desk.open',
  'GET /admin/audit.csv': 'audit.read',
  'GET /admin/entries/:folder/:slug': 'entry.read',
  [`GET ${TEXT}`]: 'entry.read',
  [`POST ${TEXT}/revisions`]: 'text.write',
  [`POST ${TEXT}/preview`]: 'text.write',
  [`POST ${TEXT}/preview/placard`]: 'text.write',
  [`POST ${TEXT}/preview/heard`]: 'text.write',
  [`POST ${TEXT}/findings`]: 'text.write',
  [`POST ${TEXT}/notes`]: 'text.write',
  [`POST ${TEXT}/notes/:id/end`]: 'text.write',
  [`GET ${TEXT}/history`]: 'entry.read',
  [`GET ${TEXT}/revisions/:number{[0-9]+}`]: 'entry.read',
  [`POST ${TEXT}/revisions/:number{[0-9]+}/restore`]: 'text.write',
  [`POST ${TEXT}/review`]: 'text.write',
  [`POST ${TEXT}/review/:request`]: 'text.review',
  [`POST ${TEXT}/publication`]: 'text.publish',
  [`POST ${TEXT}/schedule`]: 'text.publish',
  [`POST ${TEXT}/schedule/:id/end`]: 'text.publish',
  [`POST ${TEXT}/publication/end`]: 'text.publish',
  [`POST ${TEXT}/confirmation`]: 'text.write',
  [`POST ${TEXT}/minor-edit`]: 'text.write',
  [`POST ${TEXT}/minor-edit/end`]: 'text.write',
  [`POST ${TEXT}/removal`]: 'text.publish',
  [`POST ${TEXT}/removal/end`]: 'text.publish',
  'GET /admin/entries/signs': 'sign.write',
  'POST /admin/entries/signs': 'sign.write',
  'GET /admin/signs': 'sign.read',
  'GET /admin/signs/new': 'sign.write',
  'GET /admin/signs/:code': 'sign.read',
  'GET /admin/signs/:code/placard.svg': 'sign.read',
  'POST /admin/entries/:folder/:slug/signs': 'sign.write',
  'POST /admin/signs/:code/reports/:id/settlement': 'sign.write',
  'POST /admin/signs/:code/placement': 'sign.write',
  'POST /admin/signs/:code/retirement': 'sign.write',
  'GET /admin/orders': 'order.read',
  'GET /admin/orders/ready': 'order.read',
  'GET /admin/orders/new': 'order.write',
  'POST /admin/orders/new': 'order.write',
  'POST /admin/orders': 'order.write',
  'GET /admin/orders/:id': 'order.read',
  'GET /admin/orders/:id/parcel.zip': 'parcel.read',
  'POST /admin/orders/:id/notes': 'order.write',
  'POST /admin/orders/:id/parcel': 'order.write',
  'POST /admin/orders/:id/cancellation': 'order.write',
  'POST /admin/orders/:id/reprints': 'order.write',
  'POST /admin/orders/:id/links': 'order.write',
  'POST /admin/orders/:id/links/:digest/end': 'order.write',
}

const PARAMETERS: Record<string, string> = {
  folder: 'streets',
  slug: 'le-loi',
  locale: 'en',
  number: '1',
  request: '1',
  email: 'khong@example.gov.vn',
  secret: 'abc',
  digest: 'abc',
  id: '1',
  code: '7K3QXC',
}
const filled = (path: string) =>
  path.replace(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => PARAMETERS[name] ?? name)

const addresses = [
  ...new Set(
    deskRoutes.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path}`),
  ),
]

describe(`the addresses of the desk, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  const browsers = new Map<string, Browser>()
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    for (const role of ROLES) browsers.set(role, (await desk.as(role)).browser)
  })
  const ask = (browser: Browser, address: string) => {
    const [method = '', path = ''] = address.split(' ')
    return method === 'GET' ? browser.get(filled(path)) : browser.post(filled(path))
  }

  test('are all known here', () => {
    expect(addresses.toSorted()).toEqual(Object.keys(NEEDED).toSorted())
  })

  test.each(addresses.filter((one) => NEEDED[one] !== 'open'))(
    '%s is for those who are signed in',
    async (address) => {
      const { status, to } = await ask(desk.browser(), address)
      expect(status).toBe(303)
      expect(to).toMatch(/^\/admin\/sign-in/)
    },
  )

  test.each(addresses.filter((one) => !['open', 'signed-in'].includes(NEEDED[one] ?? '')))(
    '%s asks every role what it may do',
    async (address) => {
      const action = NEEDED[address] as Action
      for (const role of ROLES) {
        const { status } = await ask(browsers.get(role) as Browser, address)
        if (!may({ role, locales: [] }, action)) expect(status, role).toBe(403)
        else if (address.startsWith('GET')) expect(status, role).not.toBe(403)
      }
    },
  )
})
