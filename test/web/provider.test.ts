/** Signing in by the province's provider: a real one, with signed tokens, on this machine. */
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  test,
  vi,
  type MockInstance,
} from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import type { Browser } from './both/desk.ts'
import { runDesk, type RunningDesk } from './both/desk.ts'
import { SONG_NGU } from './both/installations.ts'
import { oneTimePassword } from './both/one-time-password.ts'
import { runProvider, type RunningProvider } from './provider-kit.ts'

let provider: RunningProvider
let desk: RunningDesk
beforeAll(async () => {
  provider = await runProvider()
  desk = await runDesk(SONG_NGU, { provider: provider.settings })
})
afterAll(() => provider.stop())
/** What the operator's log is told of, where a test expects it to be. */
let told: MockInstance | null = null
afterEach(() => {
  told?.mockClear()
  told = null
})

/** Where the provider sends the browser back to. */
async function atProvider(address: string): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual' })
  const { pathname, search } = new URL(answer.headers.get('Location') ?? '')
  return pathname + search
}

async function signIn(browser: Browser, next = '') {
  const begun = await browser.get(`/admin/sign-in/provider?next=${encodeURIComponent(next)}`)
  expect(begun.status).toBe(303)
  return browser.get(await atProvider(begun.to))
}

let count = 0
function somebody(change: Partial<RunningProvider['person']> = {}): Email {
  const email = `tinh-${++count}@example.gov.vn`
  provider.person = { sub: `s${count}`, email, email_verified: true, name: 'Lan', ...change }
  return provider.person.email as Email
}

describe('the province’s provider', () => {
  test('is offered, and lets in an editor whose address it has verified', async () => {
    expect((await desk.browser().get('/admin/sign-in')).text).toContain('Cổng của tỉnh')
    await desk.as('editor', { email: somebody() })
    const browser = desk.browser()
    const back = await signIn(browser, '/admin/entries')
    expect(back.status).toBe(200)
    expect(back.text).toContain('content="0; url=/admin/entries"')
    expect((await browser.get('/admin/entries')).status).toBe(200)
    const again = desk.browser()
    await signIn(again)
    expect((await again.get('/admin/')).status).toBe(200)
  })

  test.each([
    ['was never invited', async () => void somebody()],
    [
      'has an address that is not verified',
      async () => void (await desk.as('editor', { email: somebody({ email_verified: false }) })),
    ],
    [
      'is suspended',
      async () => {
        const { editor } = await desk.as('editor', { email: somebody() })
        const { browser } = await desk.as('publisher')
        await browser.post(`/admin/editors/${editor.email}/disablement`)
      },
    ],
  ])('lets nobody in who %s', async (_, prepare) => {
    told = vi.spyOn(console, 'error').mockImplementation(() => {})
    await prepare()
    const browser = desk.browser()
    const back = await signIn(browser)
    expect(back.status).toBe(422)
    expect(back.text).toContain('chưa được mời')
    expect((await browser.get('/admin/')).to).toContain('/admin/sign-in')
  })

  test('an invitation is accepted by it, with no password', async () => {
    const email = somebody()
    const address = await desk.invitation({ email })
    const browser = desk.browser()
    expect((await browser.get(address)).text).toContain('value="provider"')
    const accepted = await browser.post(address, { name: 'Lan', password: '', by: 'provider' })
    expect(accepted.text).toContain('url=/admin/sign-in/provider')
    await signIn(browser)
    expect((await browser.get('/admin/account')).text).not.toContain('name="passwordNow"')
    const guess = { email, password: '' }
    expect((await desk.browser().post('/admin/sign-in', guess)).status).toBe(422)
  })

  test('whoever must prove themselves twice does so here too', async () => {
    const email = somebody()
    const address = await desk.invitation({ email, role: 'publisher' })
    const first = desk.browser()
    await first.post(address, { name: 'Lan', by: 'provider' })
    await signIn(first)
    expect((await first.get('/admin/editors')).to).toBe('/admin/account/second-step')
    const begun = await first.post('/admin/account/second-step')
    const shown = await first.get(begun.to)
    const key = /class="key">([A-Z2-7]+)/.exec(shown.text)?.[1] ?? ''
    const code = await oneTimePassword(key)
    await first.post('/admin/account/second-step/confirmation', { code })
    expect((await first.get('/admin/editors')).status).toBe(200)

    const second = desk.browser()
    await signIn(second)
    for (const path of ['/admin/', '/admin/editors', '/admin/account', '/admin/export.zip'])
      expect((await second.get(path)).to).toContain('/admin/second-step')
    expect((await second.post('/admin/account/sessions/end')).to).toContain('/admin/second-step')
    expect((await second.post('/admin/second-step', { code: '000000' })).status).toBe(422)
    expect((await second.get('/admin/editors')).to).toContain('/admin/second-step')
    const later = await oneTimePassword(key)
    expect((await second.post('/admin/second-step', { code: later })).status).toBe(303)
    expect((await second.get('/admin/editors')).status).toBe(200)
  })

  test('an answer that belongs to another browser is refused', async () => {
    told = vi.spyOn(console, 'error').mockImplementation(() => {})
    await desk.as('editor', { email: somebody() })
    const begun = await desk.browser().get('/admin/sign-in/provider')
    const victim = desk.browser()
    const back = await victim.get(await atProvider(begun.to))
    expect(back.status).toBe(422)
    expect((await victim.get('/admin/')).to).toContain('/admin/sign-in')
  })

  test('an answer works once, and none that was made up works', async () => {
    told = vi.spyOn(console, 'error').mockImplementation(() => {})
    await desk.as('editor', { email: somebody() })
    const browser = desk.browser()
    const begun = await browser.get('/admin/sign-in/provider')
    const back = await atProvider(begun.to)
    expect((await browser.get(back)).status).toBe(200)
    for (const path of [back, '/admin/auth/callback/province', `${back}&error=access_denied`])
      expect((await desk.browser().get(path)).status).toBe(422)
  })

  test('leads nowhere but into the desk', async () => {
    await desk.as('editor', { email: somebody() })
    const back = await signIn(desk.browser(), 'https://evil.example/')
    expect(back.text).toContain('content="0; url=/admin/"')
  })

  test('being away is told, and the password still works', async () => {
    told = vi.spyOn(console, 'error').mockImplementation(() => {})
    const away = { ...provider.settings, issuer: 'http://127.0.0.1:9' }
    const other = await runDesk(SONG_NGU, { provider: away })
    const answer = await other.browser().get('/admin/sign-in/provider')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Chưa kết nối được')
    await other.as('editor')
  })

  test('where there is none, its addresses are not there', async () => {
    const none = await runDesk(SONG_NGU)
    for (const path of ['/admin/sign-in/provider', '/admin/auth/callback/province'])
      expect((await none.browser().get(path)).status).toBe(404)
  })
})
