import { describe, expect, test } from 'vitest'
import { promisedBy, siteRows, type PageAnswer } from '../../src/press/preflight/preflight-site.ts'
import { INPUT, texts } from './placard-kit.ts'

const PAYLOAD = 'HTTPS://QR.LANGSON.GOV.VN/7K3QXC'
const ADDRESS = 'https://qr.langson.gov.vn/7K3QXC'
const names = texts('Đường Lê Lợi', 'Lê Lợi Street', '黎利街')
const promised = promisedBy({ names, invitations: INPUT.invitations })

const judged = (change: Partial<PageAnswer> = {}, locale = 'zh-Hans', address = ADDRESS) => {
  const pages = promised.map((one) => ({
    locale: one.locale,
    status: 200,
    language: one.locale,
    heading: one.name ?? '',
    ...(one.locale === locale && change),
  }))
  return siteRows(PAYLOAD, { promised, answers: { address, status: 200, pages } })
}

describe('the site behind an address', () => {
  test('keeps the rule when it answers in every language on the face, with the name', () => {
    expect(judged()).toMatchObject([
      { id: 'QR-07', state: 'pass', measured: '200 in vi, en, zh-Hans' },
    ])
  })

  test('is said to be another when it is', () => {
    expect(judged({}, 'vi', 'http://127.0.0.1:8787/7K3QXC')[0]?.measured).toContain(
      'another origin',
    )
  })

  test('promises what it only invites to in', () => {
    expect(promisedBy({ names: names.slice(0, 1), invitations: INPUT.invitations })).toEqual([
      { locale: 'vi', name: 'Đường Lê Lợi' },
      { locale: 'en', name: null },
      { locale: 'zh-Hans', name: null },
    ])
  })

  test.each([
    ['QR-07.silent', { status: null }],
    ['QR-07.silent', { status: 301 }],
    ['QR-07.silent', { status: 404 }],
    ['QR-07.language', { language: 'vi' }],
    ['QR-07.language', { language: 'zh-Hant' }],
    ['QR-07.language', { language: null }],
    ['QR-07.language', { language: 'not a tag' }],
    ['QR-07.name', { heading: '黎立街' }],
    ['QR-07.name', { heading: '' }],
  ])('breaks it as %s with %o', (fault, change) => {
    expect(judged(change)).toMatchObject([{ state: 'error', fault }])
  })

  test.each([{ language: 'zh-CN' }, { language: 'vi, zh-Hans' }, { heading: '谅山 黎 利 街' }])(
    'keeps it with %o',
    (change) => {
      expect(judged(change)).toMatchObject([{ state: 'pass' }])
    },
  )

  test('holds names to the last mark, capitals apart', () => {
    expect(judged({ heading: 'ĐƯỜNG LÊ LỢI' }, 'vi')).toMatchObject([{ state: 'pass' }])
    expect(judged({ heading: 'Đường Lê Lọi' }, 'vi')).toMatchObject([{ fault: 'QR-07.name' }])
  })

  test('that nobody asked is a warning', () => {
    expect(siteRows(PAYLOAD, { promised, answers: null })).toMatchObject([
      { state: 'warning', fault: 'QR-07.unasked' },
    ])
  })
})
