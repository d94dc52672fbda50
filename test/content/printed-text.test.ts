import { describe, expect, test } from 'vitest'
import { printedLine, printedParagraphs } from '../../src/content/printed-text.ts'

const printed = (markdown: string) => printedParagraphs(markdown, new Set(['g', 'h']))

describe('what of a text may be printed', () => {
  test.each([
    [
      'a well-sourced paragraph, without its citations',
      'Sông chảy [^s1]. Núi đứng [^s2].',
      ['Sông chảy. Núi đứng.'],
    ],
    ['a paragraph without citations', 'Bạn đang đứng ở đây.', ['Bạn đang đứng ở đây.']],
    ['what two sources say, one of them good', 'Sông chảy [^s1][^g].', ['Sông chảy.']],
    ['Chinese, broken in the file', '山谷\n很长[^s1]。', ['山谷很长。']],
    ['words broken in the file', 'Sông\nchảy **mạnh** [^s1].', ['Sông chảy mạnh.']],
    ['the words of a link', '[Lê Lợi](../le-loi/vi.md) thắng [^s1].', ['Lê Lợi thắng.']],
  ])('is %s', (_name, markdown, expected) => {
    expect(printed(markdown)).toEqual(expected)
  })

  test.each([
    ['a paragraph that only general knowledge stands for', 'Sông chảy [^g].'],
    ['two such sources', 'Sông chảy [^g] [^h].'],
    ['a paragraph that begins so', 'Sông chảy [^g]. Núi đứng [^s1].'],
    ['a sentence half of which is so', 'Sông chảy [^g], và núi đứng [^s1].'],
    ['what leads up to such a statement', 'Sông chảy. Núi đứng [^g].'],
    [
      'headings, lists, tables and quotations',
      '# Sông\n\n- một\n- hai\n\n> ba\n\n| a |\n|---|\n| b |',
    ],
    ['what is withheld', '::withheld Sông chảy [^s1]. ::'],
  ])('is not %s', (_name, markdown) => {
    expect(printed(markdown)).toEqual([])
  })

  test('ends before the first such statement, at the end of a sentence', () => {
    expect(printed('A đến [^s1]. Theo TP. Lạng Sơn thì B đi [^g]. C ở lại [^s2].')).toEqual([
      'A đến.',
    ])
    expect(printed('A đến [^s1]; ngày thường được cho là 6 tháng 10 [^g].')).toEqual([])
    expect(printed('“A đến [^s1].” B đi [^g].')).toEqual(['“A đến.”'])
    expect(printed('甲来[^s1]。乙去[^g]。')).toEqual(['甲来。'])
  })

  test('keeps the order of the paragraphs that are left', () => {
    expect(printed('Một [^s1].\n\n## Hai\n\nBa [^g].\n\nBốn [^s2].')).toEqual(['Một.', 'Bốn.'])
  })

  test('is in NFC and on one line', () => {
    expect(printedLine('Đường  Lê\nLợi [^s1]'.normalize('NFD'))).toBe('Đường Lê Lợi')
  })
})
