import { describe, expect, test } from 'vitest'
import { localBand } from '../../src/domain/scan.ts'
import { isScan } from '../../src/web/scan-rule.ts'

describe('the key of a count', () => {
  test.each([
    ['2026-11-22T16:59:59Z', 'Asia/Ho_Chi_Minh', '2026-11-22', 7],
    ['2026-11-22T17:00:00Z', 'Asia/Ho_Chi_Minh', '2026-11-23', 0],
    ['2026-11-23T04:59:00Z', 'Asia/Ho_Chi_Minh', '2026-11-23', 3],
    ['2026-11-22T18:15:00Z', 'Asia/Kathmandu', '2026-11-23', 0],
  ])('at %s in %s is day %s, band %i', (at, zone, day, band) => {
    expect(localBand(Date.parse(at), zone)).toMatchObject({ day, band })
  })

  test('holds for a quarter of an hour at most', () => {
    const at = Date.parse('2026-11-22T16:59:59Z')
    const { since, until } = localBand(at, 'Asia/Ho_Chi_Minh')
    expect([since <= at, until]).toEqual([true, Date.parse('2026-11-22T17:00:00Z')])
  })
})

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'
const isCounted = (userAgent: string, purpose = '', method = 'GET') =>
  isScan({ method, userAgent, purpose })

describe('a scan', () => {
  test.each([
    IPHONE,
    `${IPHONE.replace('Safari/604.1', '')}MicroMessenger/8.0.50(0x18003237) NetType/WIFI Language/zh_CN`,
    'Mozilla/5.0 (Linux; Android 14; SM-A155F Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 Zalo android/240903 ZaloTheme/light',
    'Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/470.0]',
    'Mozilla/5.0 (Linux; U; Android 4.4.2; vi-vn; GT-I9500) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30 AlipayClient/10.2',
  ])('is counted for a person with %s', (userAgent) => {
    expect(isCounted(userAgent)).toBe(true)
  })

  test.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'WhatsApp/2.23.20.0',
    'TelegramBot (like TwitterBot)',
    'Twitterbot/1.0',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'curl/8.5.0',
    'python-requests/2.32.0',
    'Mozilla/5.0 (compatible; Bytespider; spider-feedback@bytedance.com)',
    'Stele-Preflight/1.0',
    '',
  ])('is not counted for the program %s', (userAgent) => {
    expect(isCounted(userAgent)).toBe(false)
  })

  test('is not counted ahead of time, nor for its headers alone', () => {
    expect(isCounted(IPHONE, 'prefetch;prerender')).toBe(false)
    expect(isCounted(IPHONE, 'prefetch')).toBe(false)
    expect(isCounted(IPHONE, '', 'HEAD')).toBe(false)
  })
})
