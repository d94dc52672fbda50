/**
 * How fast faces are made, one process, warm. Goals: 15 ms and 120 kB per placard, 60 ms per board or panel.
 * No two have the same texts, so that nothing but fonts and profile is ready beforehand.
 */
import { join } from 'node:path'
import { readPlacardKit, type PlacardKit } from '../src/printing/placard-kit.ts'
import { newShortCode } from '../src/domain/short-code.ts'
import { makePlacard } from '../src/press/files/placard-artwork.ts'
import { isProblems } from '../src/press/face/problems.ts'

const NAMES = [
  ['Đường Lê Lợi', 'Lê Lợi Street', '黎利街'],
  ['Đường Hoàng Văn Thụ', 'Hoàng Văn Thụ Street', '黄文树街'],
  ['Đường Trần Đăng Ninh', 'Trần Đăng Ninh Street', '陈登宁街'],
  ['Đường Nguyễn Đình Chiểu', 'Nguyễn Đình Chiểu Street', '阮廷炤街'],
  ['Đường Phan Đình Phùng', 'Phan Đình Phùng Street', '潘廷逢街'],
]
const LOCALES = ['vi', 'en', 'zh-Hans']
const PARAGRAPHS = [
  'Con đường này mang tên một người xứ Lạng; phía đông là những đồi đất, phía tây là dãy núi đá vôi. Sông Kỳ Cùng chảy dưới cầu, và chợ Kỳ Lừa họp ở bờ bên kia, nơi người Tày, người Nùng gặp nhau.',
  'The street bears the name of a man of this land; east of it rise hills of earth, west of it a range of limestone. The Kỳ Cùng runs below the bridge, and the market of Kỳ Lừa is held on the other bank.',
  '这条街以一位谅山人命名；东面是土丘，西面是石灰岩山脉。奇穷江从桥下流过，对岸是奇驴集市，岱族、侬族人在那里相聚。',
]
/** Template -> how many. */
const COUNTS = {
  'placard-150x200': 200,
  'placard-180x120': 100,
  'card-a5': 100,
  'board-750x400': 50,
  'panel-600x900': 50,
}

let state = 1
const random = (limit: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * limit)
}

function one(kit: PlacardKit, i: number): number {
  const local = (texts: string[]) => texts.map((text, n) => ({ locale: LOCALES[n] ?? 'vi', text }))
  const result = makePlacard({
    code: newShortCode(random),
    origin: 'https://qr.langson.gov.vn',
    allowedOrigins: ['https://qr.langson.gov.vn'],
    draft: false,
    names: local(NAMES[i % NAMES.length] ?? []),
    intro: local(PARAGRAPHS.map((text) => `${i}. ${text}`)),
    body: PARAGRAPHS.flatMap((text, n) =>
      [1, 2, 3].map((k) => ({ locale: LOCALES[n] ?? 'vi', text: `${i}.${k} ${text}` })),
    ),
    invitations: local([
      'Quét mã để đọc chuyện con đường này',
      'Scan for the story of this street',
      '扫码了解这条街的故事',
    ]),
    publisher: { locale: 'vi', text: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn' },
    hotline: { locale: 'vi', text: 'Đường dây nóng 0205 3 812 345' },
    ...kit,
    date: '2026-11-22',
  })
  if (isProblems(result)) throw new Error(JSON.stringify(result))
  return result.pdf.length
}

export async function benchPlacards(): Promise<string[]> {
  const lines = [
    'template, first one with fonts opened, per second warm, median, 95th percentile, mean size',
  ]
  for (const [id, count] of Object.entries(COUNTS)) lines.push(await benchTemplate(id, count))
  const peak = process.resourceUsage().maxRSS / 1024
  return [...lines, `peak memory of the whole process  ${peak.toFixed(0)} MB`]
}

async function benchTemplate(id: string, count: number): Promise<string> {
  const started = performance.now()
  const kit = await readPlacardKit(join(import.meta.dirname, '..'), id)
  one(kit, 0)
  const cold = performance.now() - started
  for (let i = 0; i < 20; i++) one(kit, i)
  const [times, sizes]: [number[], number[]] = [[], []]
  const warm = performance.now()
  for (let i = 0; i < count; i++) {
    const start = performance.now()
    sizes.push(one(kit, i))
    times.push(performance.now() - start)
  }
  const perSecond = count / ((performance.now() - warm) / 1000)
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
  const mean = sizes.reduce((a, b) => a + b, 0) / count / 1000
  return `${id.padEnd(16)} ${cold.toFixed(0)} ms  ${perSecond.toFixed(0)}/s  ${at(0.5)} ms  ${at(0.95)} ms  ${mean.toFixed(1)} kB`
}
