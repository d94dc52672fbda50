/** Names and texts that every template is tried with: short, long, stacked marks, three languages, Khmer. */
import { readdirSync } from 'node:fs'
import type { TextRun } from '../../src/press/face/drawing.ts'
import type { PlacardArtwork } from '../../src/press/files/placard-artwork.ts'
import { namePieces } from '../../src/press/face/name-pieces.ts'
import { openTemplate, texts } from './placard-kit.ts'
import type { LocalText } from '../../src/press/face/local-text.ts'

export const TEMPLATES = readdirSync(new URL('../../templates/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => openTemplate(name.slice(0, -'.json'.length)))

export function templateOf(id: string) {
  const found = TEMPLATES.find((template) => template.id === id)
  if (!found) throw new Error(`no template ${id}`)
  return found
}

const KHMER = 'ផ្លូវប៉ៃលិននៅខេត្តឡាងសឺនជាផ្លូវធំមួយក្នុងទីក្រុង'

/** Every name begins with a word that a street-name board accepts. */
export const NAMES: Record<string, LocalText[]> = {
  short: texts('Đường Lê Lợi', 'Lê Lợi Street', '黎利街'),
  'one language': texts('Phố Muối'),
  'stacked marks': texts('PHỐ NGUYỄN THỊ MINH KHAI', 'NGUYỄN THỊ MINH KHAI STREET', '阮氏明开街'),
  'marks on marks': texts('Đường Ễ Ộ Ữ Ẫ Ậ Ỡ Ằ', 'Ễ Ộ Ữ Ẫ Ậ Ỡ Ằ', '谅山'),
  'many words': texts('Đường Huyền Trân Công Chúa', 'Princess Huyền Trân Street', '玄珍公主街'),
  Khmer: [...texts('Đường Lê Lợi'), { locale: 'km', text: 'ផ្លូវប៉ៃលិន' }],
}

export const LONG_NAMES: Record<string, LocalText[]> = {
  'a historic site': texts(
    'Khu di tích Chiến thắng Chi Lăng và Bia ghi danh các nghĩa sĩ Lam Sơn',
    'Chi Lăng Victory Historic Site and Memorial of the Lam Sơn Fighters',
    '支棱大捷遗迹区与蓝山义士纪名碑',
  ),
  'a geopark': texts(
    'Công viên địa chất toàn cầu UNESCO Lạng Sơn',
    'Lạng Sơn UNESCO Global Geopark',
    '谅山联合国教科文组织世界地质公园',
  ),
  'a street of many words': texts(
    'Đường Nghĩa trang Liệt sĩ Nguyễn Hữu Đễ và Đoàn Thị Điểm Lương Văn Tụy',
  ),
  'a name of two hundred words': texts(`Đường ${'Nguyễn '.repeat(200).trim()}`),
  'one endless word': texts(`Đường ${'NGUYỄN'.repeat(12)}`),
}

const PARAGRAPHS: Record<string, string[]> = {
  vi: [
    'Sông Thương chảy qua thung lũng này; phía đông là những đồi đất Thái Họa – Bảo Đài, phía tây là dãy núi đá vôi Cai Kinh.',
    'NGUYỄN HỮU ĐỆ, ĐỘNG NHỊ THANH: ngày 20 tháng 9 năm Đinh Mùi (10 tháng 10 năm 1427), theo bia “二清洞” ở đây, quân ta thắng trận.',
    'Những trận đánh năm 981, 1076–1077 và thời chống quân Mông Cổ cũng được gắn với nơi đây, tuy mức độ chắc chắn không như nhau.',
  ],
  en: [
    'The Thương river runs through this valley, with the earth hills of Thái Họa – Bảo Đài to the east.',
    'On 10 October 1427 a Ming army under Liễu Thăng (柳升), about 100,000 men according to some sources, was ambushed here.',
    'Battles of 981, of 1076–1077 and of the Mongol wars are also linked with the place, with differing certainty.',
  ],
  'zh-Hans': [
    '支棱关（Ải Chi Lăng）是一条山谷，Thương 江从中流过，东面是 Thái Họa – Bảo Đài 土丘，西面是 Cai Kinh 石灰岩山脉。',
    '丁未年九月二十日（儒略历1427年10月10日），柳升率领的明军（据部分资料约10万人）在此遭到伏击，指挥伏兵的是黎察（Lê Sát）。',
    '1428年的文告《Bình Ngô đại cáo》在叙述这场战事时提到支棱。981年、1076—1077年的战事也常与此地相联系。',
  ],
  km: [KHMER, `${KHMER} ${KHMER}`, KHMER],
}

/** An introduction and three paragraphs in each language of the names. */
export function running(names: readonly LocalText[]): { intro: LocalText[]; body: LocalText[] } {
  return {
    intro: names.map(({ locale }) => ({ locale, text: PARAGRAPHS[locale]?.[0] ?? '' })),
    body: names.flatMap(({ locale }) =>
      (PARAGRAPHS[locale] ?? []).map((text) => ({ locale, text })),
    ),
  }
}

export function textsOn({ drawing }: PlacardArtwork): TextRun[] {
  return drawing.primitives.filter(
    (one): one is TextRun => one.kind === 'text' && one.layer === 'artwork' && one.role !== 'draft',
  )
}

/** Runs on one baseline and of one kind, joined from the left, as they are read. */
export function linesOf(made: PlacardArtwork, role: string): string[] {
  const rows = new Map<string, TextRun[]>()
  for (const run of textsOn(made).filter((one) => one.role === role)) {
    const row = run.y.toFixed(3)
    rows.set(row, [...(rows.get(row) ?? []), run])
  }
  return [...rows.values()].map((runs) =>
    runs
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join(''),
  )
}

/** The lines each name is set on, without its kind word where that stands apart. */
export function linesOfNames(
  made: PlacardArtwork,
  names: readonly LocalText[],
): { locale: string; lines: string[]; size: number }[] {
  const runs = textsOn(made).filter(({ role }) => role.startsWith('name-'))
  let at = 0
  return names.flatMap(({ locale, text }, i) => {
    const lines: string[] = []
    let [left, size] = [text.toLocaleLowerCase('vi').replaceAll(' ', ''), 0]
    for (; at < runs.length; at++) {
      const run = runs[at] as TextRun
      const own = run.text.toLocaleLowerCase('vi').replaceAll(' ', '')
      if (lines.length === 0 ? !left.includes(own) : !left.startsWith(own)) break
      if ((i === 0) !== /^name-(?:first|bare)$/.test(run.role)) break
      left = left.slice(left.indexOf(own) + own.length)
      size = Math.round(run.size * 100) / 100
      lines.push(run.text)
      if (left === '') {
        at++
        break
      }
    }
    return lines.length > 0 ? [{ locale, lines, size }] : []
  })
}

/** Whether every line but the last ends where a piece of the name does: nothing that belongs together is parted. */
export function endsWithPieces(lines: readonly string[], name: LocalText): boolean {
  const bare = (text: string) => text.toLocaleLowerCase('vi').replaceAll(' ', '')
  const ends = new Set<string>()
  let rest = ''
  for (const { text } of [...namePieces(name)].reverse()) ends.add((rest = bare(text) + rest))
  // What is left after each line must be what is left after some piece.
  return lines.slice(1).every((_, i) => ends.has(bare(lines.slice(i + 1).join(''))))
}
