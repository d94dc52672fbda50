/**
 * How fast placards are made, one process, warm: `node --import tsx bench/placards.ts [COUNT]`.
 * Prints tab-separated rows: what, value, unit. Goals: 20 ms and 120 kB per placard.
 */
import { readFileSync } from 'node:fs'
import { newShortCode } from '../src/domain/short-code.ts'
import { openFonts } from '../src/signs/fonts.ts'
import { makePlacard } from '../src/signs/placard-artwork.ts'
import { isProblems } from '../src/signs/problems.ts'
import { readTemplate } from '../src/signs/template.ts'

const FOLDER = new URL('../templates/', import.meta.url)
const file = (path: string) => new Uint8Array(readFileSync(new URL(path, FOLDER)))
const FONTS = ['be-vietnam-pro-500', 'be-vietnam-pro-700', 'noto-sans-sc-500']
const NAMES = [
  ['Đường Lê Lợi', 'Lê Lợi Street', '黎利街'],
  ['Đường Hoàng Văn Thụ', 'Hoàng Văn Thụ Street', '黄文树街'],
  ['Đường Trần Đăng Ninh', 'Trần Đăng Ninh Street', '陈登宁街'],
  ['Đường Nguyễn Đình Chiểu', 'Nguyễn Đình Chiểu Street', '阮廷炤街'],
  ['Đường Phan Đình Phùng', 'Phan Đình Phùng Street', '潘廷逢街'],
]
const LOCALES = ['vi', 'en', 'zh-Hans']
const count = Number(process.argv[2] ?? 200)

const started = performance.now()
const fonts = openFonts(Object.fromEntries(FONTS.map((id) => [id, file(`fonts/${id}.ttf`)])))
const template = readTemplate(
  JSON.parse(readFileSync(new URL('placard-150x200.json', FOLDER), 'utf8')),
)
if (Array.isArray(template)) throw new Error(JSON.stringify(template))
const condition = { identifier: 'FOGRA39', profile: file('icc/FOGRA39L_argyll.icc') }

let state = 1
const random = (limit: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * limit)
}

function one(i: number): number {
  const local = (texts: string[]) => texts.map((text, n) => ({ locale: LOCALES[n] ?? 'vi', text }))
  if (Array.isArray(template)) return 0
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
    template,
    fonts,
    condition,
    date: '2026-11-22',
  })
  if (isProblems(result)) throw new Error(JSON.stringify(result))
  return result.pdf.length
}

one(0)
const cold = performance.now() - started
for (let i = 0; i < 20; i++) one(i)
const [times, sizes]: [number[], number[]] = [[], []]
const warm = performance.now()
for (let i = 0; i < count; i++) {
  const start = performance.now()
  sizes.push(one(i))
  times.push(performance.now() - start)
}
const seconds = (performance.now() - warm) / 1000
times.sort((a, b) => a - b)
const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
for (const row of [
  ['first placard, fonts opened', cold.toFixed(0), 'ms'],
  ['placards, warm', (count / seconds).toFixed(0), 'per second'],
  ['median', at(0.5), 'ms'],
  ['95th percentile', at(0.95), 'ms'],
  ['mean size', Math.round(sizes.reduce((a, b) => a + b, 0) / count).toString(), 'bytes'],
  ['peak memory', (process.resourceUsage().maxRSS / 1024).toFixed(0), 'MB'],
])
  console.log(row.join('\t'))
