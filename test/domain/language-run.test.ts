import { describe, expect, test } from 'vitest'
import { languageRuns } from '../../src/domain/language-run.ts'

const marked = (text: string, locale: string) =>
  languageRuns(text, locale)
    .map((run) => (run.lang ? `<${run.lang} ${run.text}>` : run.text))
    .join('')

describe('words of another language', () => {
  test.each([
    ['vi', 'Tên khác: 黄文树 · Lý', 'Tên khác: <zh 黄文树> · Lý'],
    ['en', 'written 平吴大诰, in 1428', 'written <zh 平吴大诰>, in 1428'],
    ['zh-Hans', '在 Tương Mai 被枪决。', '在 <vi Tương Mai> 被枪决。'],
    ['zh-Hans', '（Chi Lăng）坊和 Quảng Lạc 乡', '（<vi Chi Lăng>）坊和 <vi Quảng Lạc> 乡'],
    ['zh-Hans', '许可为 CC BY-SA 4.0', '许可为 CC BY-SA 4.0'],
    ['zh-Hans', '《Nhắn bạn》', '《<vi Nhắn bạn>》'],
    ['vi', 'không có gì', 'không có gì'],
    ['zh-Hans', '', ''],
  ])('are found in %s: %s', (locale, text, expected) => {
    expect(marked(text, locale)).toBe(expected)
  })

  test('are cut without losing a character', () => {
    const text = 'đường 黎利街, Lê Lợi 街道 (Lạng Sơn)'
    for (const locale of ['vi', 'zh-Hans', 'en', 'km'])
      expect(
        languageRuns(text, locale)
          .map((run) => run.text)
          .join(''),
      ).toBe(text)
  })
})
