/** Names that break printing: stacked marks, length, symbols, scripts, no-break spaces, single letters. */
import type { LocalText } from '../../src/press/face/local-text.ts'

const FAMILIES = ['Nguyễn', 'Ngô', 'Đỗ', 'Vũ', 'Hoàng', 'Lý', 'Trịnh', 'Ưng', 'Ỷ', 'Phùng']
const MIDDLES = ['Thị', 'Hữu', 'Đình', 'Ngọc', 'Văn', 'Thượng', '', 'Quảng', 'Trọng', 'Ưởng']
const GIVEN = ['Đệ', 'Chỉnh', 'Khuyến', 'Lễ', 'Duẩn', 'Ổn', 'Tự', 'Quyền', 'Ẩn', 'Thuở']
const KINDS = [
  'Đường',
  'PHỐ',
  'Ngõ',
  'Đền thờ',
  'Công viên',
  'Động & chùa',
  'Bia “Thuỷ môn đình” và',
]
const OTHERS = [
  'Street',
  'STREET & Alley',
  '“Stone” <Gate>',
  "King's Road",
  'A/B–C (old)',
  'Ễ Ộ Ữ Ẫ Ậ',
]
const CHINESE = ['谅山', '黄文树街', '二清洞、三教寺', '镇南关（友谊关）', '阮氏明开街']

/** The `i`th of as many as are wanted; the same on every run. */
export function nastyNames(i: number): LocalText[] {
  const pick = (list: readonly string[], step: number) =>
    list[Math.floor(i / step) % list.length] ?? ''
  const person = [pick(FAMILIES, 1), pick(MIDDLES, 3), pick(GIVEN, 7)].filter(Boolean).join(' ')
  const name = [
    `${pick(KINDS, 2)} ${person}`,
    `${pick(KINDS, 2)} ${person}`.toLocaleUpperCase('vi'),
    person.replaceAll(' ', '\u00a0'),
    person.charAt(0),
    `${person} ${i} – Số ½`,
  ][i % 5] as string
  return [
    { locale: 'vi', text: name },
    ...(i % 4 === 3 ? [] : [{ locale: 'en', text: `${person} ${pick(OTHERS, 1)}` }]),
    ...(i % 3 === 0 ? [{ locale: 'zh-Hans', text: pick(CHINESE, 2) }] : []),
  ]
}
