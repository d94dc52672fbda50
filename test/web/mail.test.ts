/** Letters with one-time addresses, through a mail server that really takes them. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { mailBy } from '../../src/web/smtp-mail.ts'
import { readSettings } from '../../src/settings.ts'
import { runDesk } from './both/desk.ts'
import { SONG_NGU } from './both/installations.ts'

const letters: { to: string[]; text: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, { envelope }, done) {
    let text = ''
    stream.on('data', (part: Buffer) => (text += part.toString()))
    stream.on('end', () => {
      letters.push({ to: envelope.rcptTo.map(({ address }) => address), text })
      done()
    })
  },
})
let address = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

const from = 'qr@example.gov.vn'
const INVITED = { name: 'Lò Thị Mai', email: 'mai@example.gov.vn', role: 'editor' }

function wordsOf(letter: string): string {
  const [, body = ''] = /\r?\n\r?\n([^]*)$/.exec(letter) ?? []
  const decoded = /quoted-printable/i.test(letter)
    ? Buffer.from(
        body
          .replace(/=\r?\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      )
    : /base64/i.test(letter)
      ? Buffer.from(body, 'base64')
      : Buffer.from(body)
  return decoded.toString()
}

describe('mail', () => {
  test('an invitation goes to the address it is for, and its link opens', async () => {
    const desk = await runDesk(SONG_NGU, { mail: mailBy({ server: address, from }) })
    const { browser } = await desk.as('publisher')
    const page = await browser.submit('/admin/editors/invitations', INVITED)
    expect(page.text).toContain('Đã gửi thư tới mai@example.gov.vn')
    const letter = letters.at(-1)
    expect(letter?.to).toEqual(['mai@example.gov.vn'])
    const words = wordsOf(letter?.text ?? '')
    expect(words).toContain('Kính gửi Lò Thị Mai')
    const path = /https:\/\/qr\.example\.gov\.vn(\/admin\/invitations\/[\w-]+)/.exec(words)?.[1]
    expect((await desk.browser().get(path ?? '')).status).toBe(200)
  })

  test('a name cannot add a header or a second receiver', async () => {
    const desk = await runDesk(SONG_NGU, { mail: mailBy({ server: address, from }) })
    const { browser } = await desk.as('publisher')
    const before = letters.length
    const name = 'Mai\r\nBcc: khac@example.com\r\n\r\nx'
    await browser.post('/admin/editors/invitations', { ...INVITED, name })
    expect(letters.slice(before).map(({ to }) => to)).toEqual([['mai@example.gov.vn']])
    expect(letters.at(-1)?.text.split(/\r?\n\r?\n/)[0]).not.toMatch(/^bcc:/im)
  })

  test('a server that is away is said, and the address is shown all the same', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    const away = mailBy({ server: 'smtp://127.0.0.1:9', from })
    const desk = await runDesk(SONG_NGU, { mail: away })
    const { browser } = await desk.as('publisher')
    const page = await browser.submit('/admin/editors/invitations', INVITED)
    expect(page.text).toContain('Chưa gửi được thư')
    expect(page.text).toMatch(/\/admin\/invitations\/[\w-]{20,}/)
    told.mockClear()
  })

  test('settings that need each other are asked for together, and no secret is shown', () => {
    expect(readSettings({ STELE_SMTP: 'smtp://a:secret@mail.example.vn' })).toEqual([
      expect.stringMatching(/^STELE_MAIL_FROM=.*STELE_SMTP/),
    ])
    expect(JSON.stringify(readSettings({ STELE_SMTP: 'http://a:secret@b' }))).not.toMatch(/secret@/)
    const wrong = readSettings({ STELE_OIDC_ISSUER: 'https://id.example.vn' }) as string[]
    expect(wrong.map((one) => one.split('=')[0])).toEqual([
      'STELE_OIDC_CLIENT_ID',
      'STELE_OIDC_CLIENT_SECRET',
    ])
  })
})
