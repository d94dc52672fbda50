import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageMeant, plainTag, sameLanguage } from '../../src/domain/locale-tag.ts'
import { mendedPath, withoutTracking } from '../../src/domain/mended-path.ts'

describe('the path that was meant', () => {
  test.each([
    '/7K3QXC/',
    '//7K3QXC',
    '///7K3QXC//',
    '/7K3QXC.',
    '/7K3QXC),',
    '/7K3QXC%20',
    '/7K3QXC%E2%80%8B',
    '/%E2%80%8B7K3QXC%EF%BB%BF',
    '/7K3QXC%0A',
    '/7K3QXC%22%3E',
    '/(7K3QXC)',
    '/“7K3QXC”',
    '/*7K3QXC*',
    '/7K3QXC&fbclid=IwAR0',
    '/7K3QXC%3Ffbclid%3DIwAR0',
    '/7K3QXC;jsessionid=1',
    '/7K3QXC/index.html',
    '/7K3QXC/index.php',
    '/7K3QXC.html',
    '/７Ｋ３ＱＸＣ。',
    '/7K3QXC%25E2%2580%258B',
    '/https://qr.example.gov.vn/7K3QXC',
    '/HTTPS:/QR.EXAMPLE.GOV.VN/7K3QXC',
    '/7K3QXC\\',
  ])('of %s is /7K3QXC', (path) => {
    expect(mendedPath(path)).toBe('/7K3QXC')
  })

  test.each([
    ['/vi//streets///le-loi/', '/vi/streets/le-loi'],
    ['/vi/streets/le-loi/index.html', '/vi/streets/le-loi'],
    ['/index.html', '/'],
    ['//', '/'],
    ['/7K3QXC/zh_CN/', '/7K3QXC/zh_CN'],
    ['/vi/streets/le-loi%E0%A4%A', '/vi/streets/le-loi%E0%A4%A'],
  ])('of %s is %s', (path, mended) => {
    expect(mendedPath(path)).toBe(mended)
  })

  test('is a path whatever came, and mended already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const mended = mendedPath(`/${text}`)
        expect(mended).toMatch(/^\/(?!\/)/)
      }),
    )
  })

  test('goes on without what messengers add to its query', () => {
    expect(withoutTracking('?id=12&fbclid=Iw&zarsrc=30&utm_source=zalo')).toBe('?id=12')
    expect(withoutTracking('?from=singlemessage&isappinstalled=0')).toBe('')
    expect(withoutTracking('')).toBe('')
  })
})

describe('a tag of a language', () => {
  const offered = ['vi', 'zh-Hans', 'en', 'km']
  test.each([
    ['zh_CN', 'zh-Hans'],
    ['zh-cn', 'zh-Hans'],
    ['zh-hans-cn', 'zh-Hans'],
    ['ZH', 'zh-Hans'],
    ['zh-CHS', 'zh-Hans'],
    ['zh_CN.UTF-8', 'zh-Hans'],
    ['cmn-Hans', 'zh-Hans'],
    ['"vi-VN"', 'vi'],
    ['vi_VN.UTF-8', 'vi'],
    ['EN', 'en'],
    ['en-US', 'en'],
    ['km_KH', 'km'],
    ['zh-TW', null],
    ['fr', null],
    ['x', null],
    ['', null],
  ])('%s is %s', (text, meant) => {
    expect(sameLanguage(text, offered)).toBe(meant)
  })

  test('in an address may be of another script, or a country', () => {
    expect(languageMeant('zh-TW', offered)).toBe('zh-Hans')
    expect(languageMeant('vn', offered)).toBe('vi')
    expect(languageMeant('cn', offered)).toBe('zh-Hans')
    expect(languageMeant('fr', offered)).toBeNull()
    expect(languageMeant('xx', offered)).toBeNull()
    expect(languageMeant('streets', offered)).toBeNull()
  })

  test('is kept in canonical case', () => {
    expect(plainTag('zh-hans')).toBe('zh-Hans')
    expect(plainTag('zh_hant_tw')).toBe('zh-Hant-TW')
    expect(plainTag('not a tag')).toBe('')
  })
})
