import { describe, expect, test } from 'vitest'
import { isRobot } from '../../src/web/scan-rule.ts'

const ANDROID =
  'Mozilla/5.0 (Linux; Android 12; V2061; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0.5304.141 Mobile Safari/537.36'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'

describe('who scans', () => {
  test.each([
    `${ANDROID} MMWEBID/7094 MicroMessenger/7.0.20.1781(0x27001434) Process/toolsmp WeChat/arm64 NetType/WIFI Language/zh_CN ABI/arm64`,
    `${ANDROID} MicroMessenger/7.0.20 Process/tools WeChat/arm64 GPVersion/1 NetType/4G`,
    `${ANDROID} UCBS/3.22.1.124 NebulaSDK/1.8 Nebula AlipayDefined(nt:WIFI,ws:393|0|2.75) AliApp(AP/10.2.20) AlipayClient/10.2.20`,
    `${ANDROID} Zalo android/12100 ZaloTheme/light ZaloLanguage/vi`,
    `${ANDROID} QRCodeScanner/3.1`,
    `${ANDROID} SogouMobileBrowser/5.12`,
    `${ANDROID.replace('V2061', 'TECNO SPIDER')}`,
    `${ANDROID.replace('V2061', 'CUBOT NOTE 20')} [FB_IAB/FB4A;FBAV/400.0.0.11.97;]`,
    `${IPHONE} [FBAN/FBIOS;FBAV/430.0.0.29.112;FBDV/iPhone14,2;FBLC/vi_VN;FBOP/80]`,
    `${IPHONE} Instagram 300.0.0.17.110 (iPhone14,7; iOS 16_6; vi_VN; scale=3.00; 1170x2532; 500000000)`,
    `${IPHONE} Safari Line/13.10.0`,
    `${IPHONE} Zalo iOS/230401 ZaloTheme/light ZaloLanguage/vn`,
  ])('a person: %s', (userAgent) => {
    expect(isRobot(userAgent)).toBe(false)
  })

  test.each([
    '',
    'TelegramBot (like TwitterBot)',
    'facebookexternalhit/1.1',
    'WhatsApp/2.23',
    'curl/8.5.0',
    'ZaloBot',
    'stele-check/1',
    `${ANDROID} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`,
    `${ANDROID} MicroMessenger/7.0.20 (compatible; SomeSpider/1.0; +http://example.com)`,
    `${ANDROID} mpcrawler MicroMessenger/7`,
    `${IPHONE} facebookexternalhit/1.1 (like TwitterBot) FBAN/FBIOS`,
    'Mozilla/5.0 (Linux; Android 7.0;) AppleWebKit/537.36 Mobile Safari/537.36 (compatible; PetalBot;+https://example.com)',
    'Mozilla/5.0 (Linux; Android 5.0; SomeBot) AppleWebKit/537.36 Chrome/61 Mobile Safari/537.36',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/119 Safari/537.36',
  ])('a robot: %s', (userAgent) => {
    expect(isRobot(userAgent)).toBe(true)
  })
})
