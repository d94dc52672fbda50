/** How fast placards are made, one process, warm. Goals: 20 ms and 120 kB per placard. */
import { join } from 'node:path'
import { readPlacardKit, type PlacardKit } from '../src/commands/placard-kit.ts'
import { newShortCode } from '../src/domain/short-code.ts'
import { makePlacard } from '../src/signs/placard-artwork.ts'
import { isProblems } from '../src/signs/problems.ts'

const NAMES = [
  ['Đường Lê Lợi', 'Lê Lợi Street', '黎利街'],
  ['Đường Hoàng Văn Thụ', 'Hoàng Văn Thụ Street', '黄文树街'],
  ['Đường Trần Đăng Ninh', 'Trần Đăng Ninh Street', '陈登宁街'],
  ['Đường Nguyễn Đình Chiểu', 'Nguyễn Đình Chiểu Street', '阮廷炤街'],
  ['Đường Phan Đình Phùng', 'Phan Đình Phùng Street', '潘廷逢街'],
]
const LOCALES = ['vi', 'en', 'zh-Hans']
const COUNT = 200

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
  const started = performance.now()
  const kit = await readPlacardKit(join(import.meta.dirname, '..'), 'placard-150x200')
  one(kit, 0)
  const cold = performance.now() - started
  for (let i = 0; i < 20; i++) one(kit, i)
  const [times, sizes]: [number[], number[]] = [[], []]
  const warm = performance.now()
  for (let i = 0; i < COUNT; i++) {
    const start = performance.now()
    sizes.push(one(kit, i))
    times.push(performance.now() - start)
  }
  const perSecond = COUNT / ((performance.now() - warm) / 1000)
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
  const mean = sizes.reduce((a, b) => a + b, 0) / COUNT
  return [
    `${COUNT} placards after 20 to warm up, one process, one thread`,
    `first placard, fonts opened       ${cold.toFixed(0)} ms`,
    `placards per second, warm         ${perSecond.toFixed(0)}`,
    `median and 95th percentile        ${at(0.5)} and ${at(0.95)} ms`,
    `mean size                         ${(mean / 1000).toFixed(1)} kB`,
    `peak memory of the whole process  ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  ]
}
