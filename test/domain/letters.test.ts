import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { damageIn } from '../../src/domain/damaged-letters.ts'
import { withRightLetters, wrongLettersIn } from '../../src/domain/look-alike.ts'
import { isSyllable } from '../../src/domain/vietnamese-syllable.ts'

/** `text` in UTF-8, read as if it were in `label`. */
const misread = (text: string, label: string) =>
  new TextDecoder(label).decode(new TextEncoder().encode(text)).normalize('NFC')

const NAMES = [
  'Đường Lê Lợi',
  'phố Muối',
  'Đền Kỳ Cùng',
  'Ải Chi Lăng',
  'Hoàng Văn Thụ',
  '谅山五子',
  'chợ “Kỳ Lừa”',
]

describe('damaged letters', () => {
  test.each(['windows-1252', 'windows-1258', 'iso-8859-1', 'macintosh'])(
    'are known where UTF-8 was read as %s, once and twice',
    (label) => {
      for (const name of NAMES) {
        const once = misread(name, label)
        expect(damageIn(once), once).toMatchObject({ kind: 'encoding' })
        expect(damageIn(misread(once, label)), once).toMatchObject({ kind: 'encoding' })
      }
    },
  )

  test('are told with what was meant', () => {
    expect(damageIn('LÃª Lá»£i Hai')).toEqual({
      kind: 'encoding',
      found: 'LÃª',
      meant: 'Lê',
      encoding: 'windows-1252',
    })
    expect(damageIn('§­êng Lª Lîi')).toMatchObject({ encoding: 'TCVN3', meant: 'Đường Lê Lợi' })
    expect(damageIn('Ñöôøng Leâ Lôïi')).toMatchObject({ encoding: 'VNI', meant: 'Đường Lê Lợi' })
    expect(damageIn('Phoá Muoái')).toMatchObject({ encoding: 'VNI', meant: 'Phố Muối' })
  })

  test.each([
    ['??ng Th? Ba', 'lost'],
    ['L? L?i ???ng', 'lost'],
    ['Đư?ng Trần Phú', 'lost'],
    ['Tr\ufffdn Phú', 'lost'],
    ['Tr\u0090n Phú', 'lost'],
    ['Tr\ue012n', 'lost'],
    ['Tr□n Phú', 'lost'],
    ['L \u0323 ợi', 'mark'],
    ['\u0301Lê', 'mark'],
    ['Lˆe Lợi', 'mark'],
  ])('%s: %s', (text, kind) => {
    expect(damageIn(text.normalize('NFC'))?.kind).toBe(kind)
  })

  test.each([
    ...NAMES,
    'Đường này mang tên ai? Ông là ai?',
    '“BÃ” và ‘MÃ’, «BÁ»… «CHÂ» 12 °C, 5 m² × 3, 30–45 km',
    'https://example.vn/a.php?id=Đường&b=1',
    'xem [trang](https://e.vn/?a=b) và /vi/search?q=le',
    'Hôtel de la Poste, Château, Français, Pèlerin, Müller, Señor Núñez, Guðrún',
    'ព្រះវិហារ​ខេត្ត កម្ពុជា',
    'La Résidence de Lạng Sơn, Auguste François',
    'Khu di tích 1️⃣ ★ © 2026 UBND ® µm ½',
    'ÊÔƠƯ ÂU CƠ, TÒA ÁN, ÔNG, CÔ”, BÀ’, Ê…',
    'What is it?',
    'hỏi: “?” và (?)',
  ])('are not seen in %s', (text) => {
    expect(damageIn(text.normalize('NFC'))).toBeNull()
  })

  test('are looked for in any text without failing, and fast', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void damageIn(text)),
    )
    const began = performance.now()
    for (const piece of ['Ã', 'á»', '?', '«', 'Lª ', 'ạ', '\u0301'])
      damageIn(piece.repeat(20_000 / piece.length))
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('letters that look like the right ones', () => {
  test.each([
    ['Ðường Ðèo Giang', 'Đường Đèo Giang'],
    ['ÐƯỜNG', 'ĐƯỜNG'],
    ['ðền', 'đền'],
    ['Ɖường, ƌình', 'Đường, đình'],
    ['Hoàng Vǎn Thụ', 'Hoàng Văn Thụ'],
    ['Сhi Lăng', 'Chi Lăng'],
    ['Тrần Phú', 'Trần Phú'],
    ['Сhurch of Lạng Sоn', 'Church of Lạng Son'],
    ['Đường\u200b Lê\u200bLợi', 'Đường LêLợi'],
    ['Lê\u00adLợi', 'LêLợi'],
    ['Ｌê Ｌợi １２', 'Lê Lợi 12'],
    ['ofﬁce', 'office'],
  ])('%s is meant as %s', (text, right) => {
    expect(withRightLetters(text.normalize('NFC'))).toBe(right)
  })

  test.each([
    'Guðrún',
    'СССР',
    'Москва',
    'ΑΒΓ',
    'ខេត្ត\u200bលាំងសើន',
    'Đường Lê Lợi',
    '谅山',
    'Nǐ hǎo, Liángshān',
    'naïve',
  ])('%s stays', (text) => {
    expect(withRightLetters(text)).toBe(text)
    expect(wrongLettersIn(text)).toBeNull()
  })

  test('are right once they are righted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const right = withRightLetters(text.normalize('NFC'))
        expect(withRightLetters(right)).toBe(right)
      }),
    )
  })
})

test('a syllable of Vietnamese is known by its spelling', () => {
  for (const word of ['Đường', 'nghiêng', 'quốc', 'khuya', 'Thuyền', 'ải', 'y', 'Bắc', 'giường'])
    expect(isSyllable(word), word).toBe(true)
  for (const word of ['Leâ', 'Lîi', 'street', 'Guđrún', 'ff', '', 'Hơtel'])
    expect(isSyllable(word), word).toBe(false)
})
