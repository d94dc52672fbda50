import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Email } from '../../../src/domain/editor.ts'
import { listAudit } from '../../../src/store/audit-log.ts'
import { findEditor, listEditors } from '../../../src/store/editors.ts'
import { PASSWORD, runDesk, type RunningDesk } from './desk.ts'
import { SONG_NGU } from './installations.ts'
import { oneTimePassword } from './one-time-password.ts'
import { NOW } from './running.ts'

const NEW = { name: 'Lò Thị Mai', email: 'mai@example.gov.vn', password: 'con cò bay lả bay la' }
const mistake = (text: string) => /class="errors"/.test(text)

describe(`accounts of the desk, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  beforeAll(async () => {
    desk = await runDesk(SONG_NGU)
  })

  test('a one-time address makes the first account, which is a publisher and must set up a second step', async () => {
    const browser = desk.browser()
    const address = await desk.invitation({ purpose: 'set-up', email: null, role: 'publisher' })
    expect((await browser.get(address)).text).toContain('Tài khoản đầu tiên')
    expect(await browser.post(address, NEW)).toMatchObject({ status: 303, to: '/admin/' })
    expect(await browser.get('/admin/')).toMatchObject({ to: '/admin/account/second-step' })
    expect(await browser.get('/admin/editors')).toMatchObject({ to: '/admin/account/second-step' })

    const wrong = await browser.post('/admin/account/second-step', { password: 'not this one' })
    expect(wrong.status).toBe(422)
    const shown = await browser.submit('/admin/account/second-step', { password: NEW.password })
    const key = /class="key">([A-Z2-7]+)/.exec(shown.text)?.[1] ?? ''
    const codes = [...shown.text.matchAll(/<li>([\w-]{8,})<\/li>/g)].map(([, code]) => code ?? '')
    expect(codes).toHaveLength(10)
    const confirm = '/admin/account/second-step/confirmation'
    // A slip of the finger costs nothing: the symbol, the key and the codes are there still, and after loading again.
    const slipped = await browser.post(confirm, { code: '000000' })
    expect(slipped.status).toBe(422)
    for (const { text } of [slipped, await browser.get(confirm)]) {
      expect(text).toContain(key)
      expect(text).toContain('<svg')
      for (const one of codes) expect(text).toContain(one)
    }
    const code = await oneTimePassword(key)
    expect(await browser.post(confirm, { code })).toMatchObject({ to: '/admin/account' })
    expect((await browser.get('/admin/editors')).status).toBe(200)
    expect((await browser.get(confirm)).to).toBe('/admin/account/second-step')

    // From now on the password alone does not let in; a recovery code does, once.
    const other = desk.browser()
    const asked = await other.submit('/admin/sign-in', { email: NEW.email, password: NEW.password })
    expect(asked.text).toContain('name="code"')
    expect((await other.get('/admin/')).to).toContain('/admin/sign-in')
    const recovery = { recovery: codes[0] ?? '' }
    expect(await other.post('/admin/second-step', recovery)).toMatchObject({ status: 303 })
    expect((await other.get('/admin/')).status).toBe(200)
    const third = desk.browser()
    await third.post('/admin/sign-in', { email: NEW.email, password: NEW.password })
    expect((await third.post('/admin/second-step', recovery)).status).toBe(422)

    // New ones, for whoever proves themselves again; then the old ones are void.
    const renew = '/admin/account/recovery-codes'
    expect((await browser.get('/admin/account')).text).toContain(renew)
    expect((await browser.post(renew, { password: 'not this one' })).status).toBe(422)
    const renewed = await browser.submit(renew, { password: NEW.password })
    const fresh = [...renewed.text.matchAll(/<li>([\w-]{8,})<\/li>/g)].map(([, one]) => one ?? '')
    expect(fresh).toHaveLength(10)
    expect(fresh).not.toContain(codes[1])
    expect((await browser.get(renew)).text).not.toContain(fresh[0])
    const fourth = desk.browser()
    await fourth.post('/admin/sign-in', { email: NEW.email, password: NEW.password })
    expect((await fourth.post('/admin/second-step', { recovery: codes[1] ?? '' })).status).toBe(422)
    expect((await fourth.post('/admin/second-step', { recovery: fresh[0] ?? '' })).status).toBe(303)
  })

  test('a one-time address works once, until it runs out, and not when it is another', async () => {
    const address = await desk.invitation({ email: 'mot@example.gov.vn' as Email })
    const first = { ...NEW, email: 'mot@example.gov.vn' }
    expect((await desk.browser().post(address, first)).status).toBe(303)
    expect((await desk.browser().post(address, first)).status).toBe(410)
    expect((await desk.browser().get(address)).status).toBe(410)
    const late = await desk.invitation(
      { email: 'tre@example.gov.vn' as Email },
      new Date(NOW.getTime() - 8 * 86_400_000),
    )
    expect((await desk.browser().get(late)).status).toBe(410)
    expect((await desk.browser().get('/admin/invitations/abcdef0123')).status).toBe(410)
  })

  test('of two who use one address at the same moment, one makes the account', async () => {
    const address = await desk.invitation({ email: 'hai@example.gov.vn' as Email })
    const answers = await Promise.all(
      [1, 2].map(() => desk.browser().post(address, { ...NEW, email: 'hai@example.gov.vn' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  })

  test.each([
    ['ngắn quá', 'too short'],
    ['password1234', 'among the first that are tried'],
    ['mai mai mai mai', 'made of the name'],
    ['x'.repeat(129), 'too long'],
  ])('the password "%s" is refused: %s', async (password) => {
    const email = 'yeu@example.gov.vn' as Email
    const address = await desk.invitation({ email, name: 'Mai' })
    const answer = await desk.browser().post(address, { name: 'Mai Mai', email, password })
    expect(answer.status).toBe(422)
    expect(mistake(answer.text)).toBe(true)
    expect(await findEditor(desk.db, email)).toBeNull()
  })

  test('whoever is not signed in is sent to sign in, and then to where they wanted', async () => {
    await desk.as('editor', { email: 've@example.gov.vn' as Email })
    const browser = desk.browser()
    const sent = await browser.get('/admin/account')
    expect(sent).toMatchObject({ status: 303, to: '/admin/sign-in?next=%2Fadmin%2Faccount' })
    const form = { email: 've@example.gov.vn', password: PASSWORD }
    const back = await browser.post('/admin/sign-in', { ...form, next: '/admin/account' })
    expect(back.to).toBe('/admin/account')
    for (const next of ['https://evil.example/', '//evil.example', '/vi/', '/admin/\\evil'])
      expect((await desk.browser().post('/admin/sign-in', { ...form, next })).to).toBe('/admin/')
  })

  test('a wrong password and an unknown address are told the same', async () => {
    await desk.as('editor', { email: 'co@example.gov.vn' as Email })
    const answers = await Promise.all(
      ['co@example.gov.vn', 'khong@example.gov.vn'].map((email) =>
        desk.browser().post('/admin/sign-in', { email, password: 'sai mật khẩu rồi' }),
      ),
    )
    const shown = answers.map(({ status, text }) => [
      status,
      text.replace(/value="[^"]*"|nonce="[^"]*"/g, ''),
    ])
    expect(shown[0]?.[0]).toBe(422)
    expect(shown[0]).toEqual(shown[1])
  })

  test('a form that another site sends is refused', async () => {
    const { browser } = await desk.as('editor')
    for (const origin of ['https://evil.example', 'null', null]) {
      browser.origin = origin
      expect((await browser.post('/admin/sign-out')).status).toBe(403)
    }
    expect((await browser.get('/admin/')).status).toBe(200)
  })

  test('a session given before signing in is not the one after', async () => {
    const { editor } = await desk.as('editor')
    const browser = desk.browser()
    browser.cookie('__Secure-stele.session_token', 'planted')
    await browser.post('/admin/sign-in', { email: editor.email, password: PASSWORD })
    const after = browser.cookies.get('__Secure-stele.session_token')
    expect(after).toBeTruthy()
    expect(after).not.toBe('planted')
  })

  test('after signing out the cookie is worth nothing, wherever it was kept', async () => {
    const { browser } = await desk.as('editor')
    const kept = browser.copy()
    await browser.post('/admin/sign-out')
    expect((await kept.get('/admin/')).status).toBe(303)
  })

  test('sessions are listed, and each can be ended from another', async () => {
    const { browser, editor } = await desk.as('editor')
    const lost = desk.browser()
    await lost.post('/admin/sign-in', { email: editor.email, password: PASSWORD })
    const account = await browser.get('/admin/account')
    expect(account.text).toContain('Firefox')
    const [, token = ''] = /name="token" value="([^"]+)"/.exec(account.text) ?? []
    await browser.post('/admin/account/sessions/end', { token })
    expect((await lost.get('/admin/')).status).toBe(303)
    expect((await browser.get('/admin/')).status).toBe(200)
  })

  test('changing the password asks for the present one and ends other sessions', async () => {
    const { browser, editor } = await desk.as('editor')
    const other = desk.browser()
    await other.post('/admin/sign-in', { email: editor.email, password: PASSWORD })
    const password = 'núi Tô Thị có nàng ôm con'
    const wrong = { passwordNow: 'không phải', password }
    expect((await browser.post('/admin/account/password', wrong)).status).toBe(422)
    const right = { passwordNow: PASSWORD, password }
    expect((await browser.post('/admin/account/password', right)).status).toBe(303)
    expect((await other.get('/admin/')).status).toBe(303)
    expect((await browser.get('/admin/account')).status).toBe(200)
    const again = await desk.browser().post('/admin/sign-in', { email: editor.email, password })
    expect(again.status).toBe(303)
  })

  test('a publisher invites, and the address that shows makes the account', async () => {
    const { browser } = await desk.as('publisher')
    const wrong = { name: 'Bế', email: 'be@example.gov.vn', role: 'translator' }
    expect((await browser.post('/admin/editors/invitations', wrong)).status).toBe(422)
    const made = await browser.submit('/admin/editors/invitations', { ...wrong, locales: ['km'] })
    const [, address = ''] =
      /value="https:\/\/[^/]+(\/admin\/invitations\/\w+)"/.exec(made.text) ?? []
    // Loaded again, the page neither shows the address nor makes another.
    const count = async () => (await browser.get('/admin/editors')).text.split('/end"').length
    const open = await count()
    expect((await browser.get('/admin/editors')).text).not.toContain(address)
    expect(await count()).toBe(open)
    expect((await desk.browser().post(address, { ...NEW, email: wrong.email })).status).toBe(303)
    expect(await findEditor(desk.db, 'be@example.gov.vn' as Email)).toMatchObject({
      role: 'translator',
      locales: ['km'],
    })
  })

  test('a disabled editor is out at once and stays out until let in again; nobody is deleted', async () => {
    const publisher = (await desk.as('publisher')).browser
    const { browser, editor } = await desk.as('editor')
    const at = `/admin/editors/${encodeURIComponent(editor.email)}`
    await publisher.post(`${at}/disablement`)
    expect((await browser.get('/admin/')).status).toBe(303)
    const form = { email: editor.email, password: PASSWORD }
    expect((await desk.browser().post('/admin/sign-in', form)).status).toBe(422)
    expect((await listEditors(desk.db)).map(({ email }) => email)).toContain(editor.email)
    await publisher.post(`${at}/enablement`)
    expect((await desk.browser().post('/admin/sign-in', form)).status).toBe(303)
  })

  test('a reset address gives a new password and takes the second step off', async () => {
    const publisher = (await desk.as('publisher')).browser
    const locked = await desk.as('publisher')
    const at = `/admin/editors/${encodeURIComponent(locked.editor.email)}/reset`
    const made = await publisher.submit(at)
    const [, address = ''] =
      /value="https:\/\/[^/]+(\/admin\/invitations\/\w+)"/.exec(made.text) ?? []
    const password = 'suối Nhị Thanh chảy quanh động'
    const browser = desk.browser()
    expect((await browser.post(address, { password })).to).toBe('/admin/')
    expect((await browser.get('/admin/')).to).toBe('/admin/account/second-step')
    expect((await locked.browser.get('/admin/')).status).toBe(303)
  })

  test('nobody raises or locks out themselves, and the last publisher stays', async () => {
    const { browser, editor } = await desk.as('publisher')
    const own = `/admin/editors/${encodeURIComponent(editor.email)}`
    expect((await browser.post(`${own}/disablement`)).status).toBe(422)
    expect((await browser.post(`${own}/role`, { role: 'editor' })).status).toBe(422)
  })

  test('what is done to accounts stands in the log, with who and when', async () => {
    const { browser, editor } = await desk.as('publisher')
    const other = await desk.as('editor')
    const at = `/admin/editors/${encodeURIComponent(other.editor.email)}`
    await browser.post(`${at}/role`, { role: 'reviewer' })
    const [line] = await listAudit(desk.db, { limit: 1 })
    expect(line).toMatchObject({
      by: editor.email,
      what: 'editor.role',
      subject: other.editor.email,
      details: { role: 'reviewer' },
    })
  })

  test('too many attempts are slowed down', async () => {
    const { editor } = await desk.as('editor')
    const statuses: number[] = []
    for (let i = 0; i < 32; i++) {
      const form = { email: editor.email, password: `sai lần thứ ${i} rồi nhé` }
      statuses.push((await desk.browser('203.0.113.9').post('/admin/sign-in', form)).status)
    }
    expect(statuses.at(-1)).toBe(429)
  })

  test('a form far larger than any text is refused before it is read', async () => {
    const { browser } = await desk.as('editor')
    const huge = { password: 'x'.repeat(600_000), passwordNow: PASSWORD }
    expect((await browser.post('/admin/account/password', huge)).status).toBe(413)
  })

  test('no page of the desk may be kept, framed elsewhere or run a stranger’s script', async () => {
    const { browser } = await desk.as('editor')
    const { headers } = await browser.get('/admin/account')
    expect(headers.get('Cache-Control')).toBe('no-store')
    const policy = headers.get('Content-Security-Policy') ?? ''
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{20,}'/)
    expect(policy).not.toContain('unsafe')
    const second = (await browser.get('/admin/account')).headers.get('Content-Security-Policy')
    expect(second).not.toBe(policy)
  })
})
