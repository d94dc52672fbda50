/** Names break by meaning: a list made by hand, then every name of content/ on every template. */
import { describe, expect, test } from 'vitest'
import { makePlacard } from '../../src/press/files/placard-artwork.ts'
import { isProblems } from '../../src/press/face/problems.ts'
import { balancedPieces } from '../../src/press/face/name-lines.ts'
import { piecesOf } from '../../src/press/face/line-breaks.ts'
import { namePieces } from '../../src/press/face/name-pieces.ts'
import { NAMED } from './content-names.ts'
import { INPUT, texts } from './placard-kit.ts'
import {
  endsWithPieces,
  linesOf,
  linesOfNames,
  running,
  templateOf,
  TEMPLATES,
  textsOn,
} from './template-cases.ts'

/** `|` where a line may end, `~` where it may if it must. */
const BROKEN: [locale: string, name: string][] = [
  ['vi', 'Đường | Hoàng ~ Văn Thụ'],
  ['vi', 'Đường | Nguyễn Thị ~ Minh Khai'],
  ['vi', 'ĐƯỜNG | NGUYỄN ~ TRI PHƯƠNG'],
  ['vi', 'Nguyễn ~ Tri Phương'],
  ['vi', 'Đường | Đoàn ~ Thị Điểm'],
  ['vi', 'Tôn Thất ~ Thuyết'],
  ['vi', 'Đinh ~ Tiên Hoàng'],
  ['vi', 'Đường | Hồ ~ Chí Minh'],
  ['vi', 'Đường | Huyền Trân | Công Chúa'],
  ['vi', 'Đường | Nhị Thanh'],
  ['vi', 'Đường | Đội Cấn'],
  ['vi', 'Đường | Bà Triệu'],
  ['vi', 'Đường | Hai Bà Trưng'],
  ['vi', 'Đường | Nà Trang A'],
  ['vi', 'Phố Muối'],
  ['vi', 'Đường | Thanh niên'],
  ['vi', 'Đường | Khởi nghĩa | Bắc Sơn'],
  ['vi', 'Khu di tích | khởi nghĩa | Bắc Sơn'],
  ['vi', 'Đường | Cách mạng tháng Tám'],
  ['vi', 'Quảng trường | Hùng Vương'],
  ['vi', 'Thành phố | Lạng Sơn'],
  ['vi', 'Động | Nhị Thanh | và chùa Tam Giáo'],
  ['vi', 'Công viên | và tượng đài | Hoàng ~ Văn Thụ'],
  ['vi', 'Công viên | địa chất | toàn cầu | UNESCO | Lạng Sơn'],
  ['vi', 'Bia | ma nhai | Diễn Trận sơn | (Na Sầm)'],
  ['vi', 'Chùa Tiên – | giếng Tiên'],
  ['vi', 'Bảo tàng | tỉnh Lạng Sơn'],
  ['vi', 'Nhà số 8 | Chính Cai'],
  ['vi', 'Làng đá | Thạch Khuyên'],
  ['vi', 'Thành | nhà Mạc'],
  ['tyz', 'Đường | Hoàng ~ Văn Thụ'],
  ['en', 'Nguyễn Tri Phương | Street'],
  ['en', 'Nà Trang B | Street'],
  ['en', 'Chu Văn An | Street'],
  ['en', 'Princess Huyền Trân | Street'],
  ['en', 'Lady Triệu'],
  ['en', 'Bông Lau – | Lũng Phầy | Battle ~ Sites'],
  ['en', 'Ancient ~ Sacred ~ Area | of Mẫu Sơn'],
  ['en', 'Thẩm Khuyên | and Thẩm Hai | Caves'],
  ['en', 'Lạng Sơn | UNESCO ~ Global ~ Geopark'],
  ['en', 'House no. 8 | Chính Cai'],
  ['zh-Hans', '阮知方街'],
  ['zh-Hans', '团城与四门祠'],
  ['zh-Hans', '二清洞 | 至三清洞'],
  ['zh-Hans', 'Kỳ Lừa | 与奇穷河'],
]

const shown = (locale: string, text: string) =>
  namePieces({ locale, text })
    .map((piece) => piece.text.replace(/ $/, piece.isLoose ? ' ~ ' : ' | '))
    .join('')

describe('a name', () => {
  test.each(BROKEN)('in %s breaks as in %s', (locale, broken) => {
    expect(shown(locale, broken.replaceAll(/ [|~] /g, ' '))).toBe(broken)
  })

  test('in Khmer breaks by word, as its texts do', () => {
    const text = 'ផ្លូវប៉ៃលិននៅខេត្តឡាងសឺន'
    const pieces = namePieces({ locale: 'km', text }).map((piece) => piece.text)
    expect(pieces).toEqual(piecesOf(text))
    expect(pieces.length).toBeGreaterThan(2)
  })

  test('in Chinese is whole up to six characters; a longer one has no line of one', () => {
    for (const name of ['阮知方街', '团城与四门祠', '黄文树街'])
      expect(namePieces({ locale: 'zh-Hans', text: name })).toHaveLength(1)
    for (const name of [
      '二清洞至三清洞',
      '北山起义人物街名之行',
      '谅山联合国教科文组织世界地质公园',
      '支棱大捷遗迹区与蓝山义士纪名碑',
    ]) {
      const pieces = namePieces({ locale: 'zh-Hans', text: name })
      expect(pieces.length).toBeGreaterThan(1)
      for (const { text } of pieces) expect([...text].length, name).toBeGreaterThan(1)
    }
  })

  test('breaks where its entry says, in capitals too, and nowhere else', () => {
    const [name] = texts('Đường Hai Bà Trưng') as [{ locale: string; text: string }]
    const breaks = 'Đường Hai Bà | Trưng'
    const pieces = namePieces({ ...name, breaks }).map(({ text }) => text)
    expect(pieces).toEqual(['Đường Hai Bà ', 'Trưng'])
    // What no longer fits the name is not gone by.
    expect(namePieces({ ...name, breaks: 'Hai | Bà Trưng' })).toEqual(namePieces(name))
    const long = {
      ...name,
      text: 'Đường Nghĩa quân Hai Bà Trưng và các nữ tướng',
      breaks: 'Đường Nghĩa quân | Hai Bà Trưng và | các nữ tướng',
    }
    const made = makePlacard({ ...INPUT, template: templateOf('placard-180x120'), names: [long] })
    if (isProblems(made)) throw new Error(JSON.stringify(made))
    expect(linesOf(made, 'name-bare')).toEqual(['Nghĩa quân', 'Hai Bà Trưng và', 'các nữ tướng'])
  })
})

describe('lines of a name', () => {
  const width = (line: string) => line.length
  const lines = (text: string, count: number, comfortable: number) =>
    balancedPieces(namePieces({ locale: 'vi', text }), count, width, comfortable)

  test('part a family name only where the letters would be clearly smaller', () => {
    expect(lines('Đường Nguyễn Thị Minh Khai', 2, 30)).toEqual(['Đường', 'Nguyễn Thị Minh Khai'])
    expect(lines('Ngõ Nguyễn Thị Minh Khai', 2, 10)).toEqual(['Ngõ Nguyễn Thị', 'Minh Khai'])
    expect(lines('Nguyễn Tri Phương', 2, 1)).toEqual(['Nguyễn', 'Tri Phương'])
    expect(lines('Nhị Thanh', 2, 1)).toBeNull()
  })

  test('are as even as their pieces allow', () => {
    expect(lines('Công viên địa chất toàn cầu UNESCO Lạng Sơn', 2, 1)).toEqual([
      'Công viên địa chất',
      'toàn cầu UNESCO Lạng Sơn',
    ])
  })
})

describe.each(TEMPLATES.map((template) => [template.id, template] as const))(
  'on %s',
  (_id, template) => {
    const faces = NAMED.flatMap(({ path, names }) => {
      const made = makePlacard({ ...INPUT, template, names, ...running(names) })
      return isProblems(made) ? [] : [{ path, names, made }]
    })

    test('no line of any name of content/ ends within what belongs together', () => {
      expect(faces.length).toBeGreaterThan(60)
      const parted = faces.flatMap(({ path, names, made }) =>
        linesOfNames(made, names).flatMap(({ locale, lines }) => {
          const name = names.find((one) => one.locale === locale)
          return name && endsWithPieces(lines, name) ? [] : [`${path} ${lines.join(' | ')}`]
        }),
      )
      expect(parted).toEqual([])
    })

    test('the name is the largest text by far', () => {
      for (const { path, made } of faces) {
        const isName = ({ role }: { role: string }) => /^name-(?:first|bare)$/.test(role)
        const runs = textsOn(made)
        const name = Math.min(...runs.filter(isName).map(({ size }) => size))
        const others = Math.max(...runs.filter((run) => !isName(run)).map(({ size }) => size))
        expect(name / others, path).toBeGreaterThan(1.2)
      }
    })
  },
)
