import { describe, expect, test } from 'vitest'
import { checkFolder } from '../../src/exchange/folder/check-folder.ts'
import { goodFolder, goodText, spoilt, TODAY } from './good-folder.ts'

const H = 'content/heritage-sites/den-vi-du/'
const S = 'content/streets/le-duan/'

/** The shrine with a source that attests `numbers`, and `body` for its text. */
function shrine(numbers: string[], body: string, more: Record<string, string> = {}) {
  const attests = `[${numbers.map((one) => JSON.stringify(one)).join(', ')}]`
  const findings = checkFolder(
    goodFolder({
      [`${H}entry.yaml`]: spoilt(
        `${H}entry.yaml`,
        'title: Hồ sơ di tích }',
        `title: Hồ sơ di tích, attests: ${attests} }`,
      ),
      [`${H}vi.md`]: spoilt(`${H}vi.md`, 'Đền dựng năm 1683 [^s1].', body),
      ...more,
    }),
    TODAY,
  )
  return findings.map(
    ({ rule, line, values }) => `${line} ${rule} ${String(values['number'] ?? '')}`,
  )
}

describe('a number in an entry whose source says which it bears out', () => {
  test('is found when neither source nor facts have it, with its line', () => {
    expect(shrine(['1683'], 'Đền dựng năm 1683 [^s1].\n\nĐền cao 45 m [^s1].')).toEqual([
      '8 text.unsupported-number 45',
    ])
  })

  test.each([
    ['a year of the source', ['1683'], 'Đền dựng năm 1683 [^s1].'],
    ['the same number written otherwise', ['1000'], 'Có 1.000 hay 1 000 bậc đá [^s1].'],
    ['a decimal', ['5.5'], 'Cổng cao 5,5 m [^s1].'],
    ['a small count', ['1683'], 'Đền có 12 bậc [^s1].'],
    ['day and month of a date', ['1683'], 'Ngày 28 tháng 1 năm 1683 [^s1].'],
    ['the year and the decision of its rank', ['1683'], 'Xếp hạng năm 2003 theo số 41 [^s1].'],
    ['a century in which a year lies', ['1683'], 'Đền có từ thế kỷ 17 [^s1].'],
    ['a citation, an address', ['1683'], 'Xem [bài](https://a.vn/5555) [^s1].'],
    ['a withheld passage', ['1683'], 'Đền dựng năm 1683 [^s1]. ::withheld Cao 45 m [^s1]. ::'],
  ])('is left alone where it is %s', (_, numbers, body) => {
    expect(shrine(numbers, body)).toEqual([])
  })

  test('is nothing to ask where no source says so', () => {
    expect(checkFolder(goodFolder(), TODAY)).toEqual([])
  })
})

describe('numbers of a translation', () => {
  const en = (body: string, basedOn = 1) => ({
    [`${H}en.md`]: `---\ntitle: Example Shrine\nsummary: A shrine beside the river 河边一座古老的庙.\nrevision: 1\nbasedOn: ${basedOn}\n---\n${body}\n`,
  })
  const found = (vi: string, translation: Record<string, string>) =>
    checkFolder(
      goodFolder({
        [`${H}vi.md`]: spoilt(`${H}vi.md`, 'Đền dựng năm 1683 [^s1].', vi),
        ...translation,
      }),
      TODAY,
    ).map(({ file, rule, values }) => [file, rule, values['missing'], values['added']])

  test('that differ are named, what is missing and what is new', () => {
    expect(
      found('Dựng năm 1683, rộng 5,5 m [^s1].', en('Built in 1638, 5.5 m wide [^s1].')),
    ).toEqual([[`${H}en.md`, 'text.numbers-differ', '1683', '1638']])
  })

  test('are the same where they are written as the language writes them', () => {
    const vi = 'Thế kỷ 17, năm 1683, có 10.000 viên gạch, 25 bậc, 0,5 m [^s1].'
    expect(
      found(vi, en('In the 17th century, in 1683: 10,000 bricks, 25 steps, 0.5 m [^s1].')),
    ).toEqual([])
    const zh = { [`${H}zh-Hans.md`]: en('1683年，1万块砖，0.5米[^s1]。')[`${H}en.md`] ?? '' }
    expect(found(vi, zh)).toEqual([])
    const reign = { [`${H}zh-Hans.md`]: en('景兴四十年[^s1]。')[`${H}en.md`] ?? '' }
    expect(found('Năm Cảnh Hưng thứ 40 [^s1].', reign)).toEqual([])
  })

  test('of an older source are not compared', () => {
    const vi = spoilt(`${H}vi.md`, 'revision: 1', 'revision: 2').replace('1683', '1684')
    expect(
      checkFolder(goodFolder({ [`${H}vi.md`]: vi, ...en('Built in 1683 [^s1].') }), TODAY),
    ).toEqual([])
  })
})

describe('a sentence that stands in two entries', () => {
  const sentence = 'Từ ngày 1 tháng 7, phường Chi Lăng thuộc phường Lương Văn Tri [^s1].'
  const both = (street: string, other: string, file = `${H}vi.md`) =>
    checkFolder(
      goodFolder({
        [`${S}vi.md`]: goodText(`${S}vi.md`).replace('Các đoạn:', `${street}\n\nCác đoạn:`),
        [file]: `${goodText(file)}\n${other}\n`,
      }),
      TODAY,
    ).map(({ file, line, rule, values }) => `${file} ${line} ${rule} ${String(values['other'])}`)

  test('is told at the later, naming the earlier, whatever its marks and citations', () => {
    const same = sentence
      .toUpperCase()
      .replace('[^S1]', '[^s1]')
      .replace('CHI LĂNG', '**CHI LĂNG**')
    expect(both(sentence, same)).toEqual([`${S}vi.md 8 text.same-sentence ${H}vi.md`])
  })

  test('is told of a street and its namesake too, and left alone when it is short', () => {
    const figure = 'content/figures/le-duan/vi.md'
    expect(both(sentence, sentence, figure)).toEqual([`${S}vi.md 8 text.same-sentence ${figure}`])
    expect(both('Đường nằm ở phường ấy [^s1].', 'Đường nằm ở phường ấy [^s1].')).toEqual([])
  })
})

describe('a summary', () => {
  const found = (file: string, title: string, summary: string) =>
    checkFolder(
      goodFolder({
        [file]: goodText(file)
          .replace(/title: .*/, `title: ${title}`)
          .replace(/summary: .*/, `summary: ${summary}`),
      }),
      TODAY,
    )
      .map(({ rule }) => rule)
      .filter((rule) => rule === 'text.summary-repeats-title')

  test.each([
    [`${H}vi.md`, 'Đền Ví Dụ', 'Đền Ví Dụ, ngôi đền.', 1],
    [`${H}vi.md`, 'Đền Ví Dụ', 'Đền Ví Dụ ở bên sông Kỳ Cùng.', 0],
    [`${S}en.md`, 'Lê Duẩn Street', 'The street Lê Duẩn.', 1],
    [`${S}zh-Hans.md`, '黎笋路', '黎笋路位于此地。', 1],
    [`${S}zh-Hans.md`, '黎笋路', '这条路以越共总书记黎笋命名。', 0],
  ])('%s: %s, %s', (file, title, summary, times) => {
    expect(found(file, title, summary)).toHaveLength(times)
  })
})

describe('a text in simplified Chinese', () => {
  const found = (body: string, name = '') =>
    checkFolder(
      goodFolder({
        [`${S}zh-Hans.md`]: spoilt(`${S}zh-Hans.md`, '该路于2002年命名', body),
        ...(name && {
          [`${S}entry.yaml`]: spoilt(
            `${S}entry.yaml`,
            'formerSlugs:',
            `  - { text: ${name}, locale: zh-Hant, kind: other-script }\nformerSlugs:`,
          ),
        }),
      }),
      TODAY,
    ).map(({ rule, line, values }) => [rule, line, values['characters']])

  test('with characters of the traditional script is told five of them at most', () => {
    expect(found('該路於2002年命名')).toEqual([['text.traditional-characters', 7, '該']])
    expect(found('2002年後來鎮南關國門開')).toEqual([
      ['text.traditional-characters', 7, '後 來 鎮 關 國'],
    ])
  })

  test('may hold characters that both scripts have, and a name as the facts hold it', () => {
    expect(found('2002年著名的乾隆年间，於氏、瞭望台、徵羽、昇平')).toEqual([])
    expect(found('2002年又名鎮南關', '鎮南關')).toEqual([])
  })
})
