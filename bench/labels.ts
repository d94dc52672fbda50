/**
 * `labels.js MAKER COUNT`, bundled as for production, makes so many labels on two threads of this process, and prints
 * what that took as JSON.
 * `stele` and `pdfme` write one PDF each; `pdfme-pages` one document of all labels per thread, which opens its fonts
 * once. All get the same texts, the same font files, the same size and a symbol of the same side.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { kitOf, readPlacardKit, type Materials } from '../src/printing/placard-kit.ts'
import { THREAD_MEMORY } from '../src/printing/print-pool.ts'
import { newShortCode, spaced, type ShortCode } from '../src/domain/short-code.ts'
import { makePlacard } from '../src/press/files/placard-artwork.ts'
import { isProblems } from '../src/press/face/problems.ts'
import { printedAddress } from '../src/domain/placard.ts'

export interface LabelRun {
  seconds: number
  /** Resident, the whole process, MB. */
  peak: number
  /** Per label. */
  kilobytes: number
}

const ROOT = join(import.meta.dirname, '../..')
const ORIGIN = 'https://qr.langson.gov.vn'
const THREADS = 2
const FAMILIES = ['Lê', 'Trần', 'Nguyễn', 'Hoàng', 'Phan', 'Đinh', 'Lương', 'Vũ', 'Bùi', 'Hồ']
const GIVEN = ['Lợi', 'Đăng Ninh', 'Thái Học', 'Văn Thụ', 'Đình Phùng', 'Tiên Hoàng', 'Văn Tri']
const HAN = '黎利陈登宁阮太学黄文树潘廷逢丁先皇梁文知武裴胡'

function label(i: number) {
  let state = i + 1
  const random = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const code: ShortCode = newShortCode(random)
  const person = `${FAMILIES[i % FAMILIES.length]} ${GIVEN[Math.floor(i / 10) % GIVEN.length]}`
  const han = [0, 1, 2].map((n) => HAN[(i + n * 5) % HAN.length]).join('')
  return { code, names: [`Đường ${person}`, `${person} Street`, `${han}街`] }
}

const INVITATIONS = [
  'Quét mã để đọc chuyện con đường này',
  'Scan for the story of this street',
  '扫码了解这条街的故事',
]
const PUBLISHER = 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn'
const HOTLINE = 'Đường dây nóng 0205 3 812 345'

function steleMaker({ template, materials }: Share) {
  const kit = kitOf(template, materials)
  const locales = ['vi', 'en', 'zh-Hans']
  const local = (texts: string[]) => texts.map((text, n) => ({ locale: locales[n] ?? 'vi', text }))
  return ([i = 0]: number[]): Promise<Uint8Array> => {
    const { code, names } = label(i)
    const made = makePlacard({
      ...kit,
      code,
      origin: ORIGIN,
      allowedOrigins: [ORIGIN],
      draft: false,
      date: '2026-11-22',
      names: local(names),
      invitations: local(INVITATIONS),
      publisher: { locale: 'vi', text: PUBLISHER },
      hotline: { locale: 'vi', text: HOTLINE },
    })
    if (isProblems(made)) throw new Error(JSON.stringify(made))
    return Promise.resolve(made.pdf)
  }
}

async function pdfmeMaker() {
  const { generate } = await import('@pdfme/generator')
  const { barcodes, rectangle, text } = await import('@pdfme/schemas')
  const data = (id: string) => readFileSync(join(ROOT, 'templates/fonts', `${id}.ttf`))
  const font = {
    strong: { data: data('be-vietnam-pro-700'), fallback: true },
    plain: { data: data('be-vietnam-pro-500') },
    han: { data: data('noto-sans-sc-500') },
  }
  const line = (
    name: string,
    fontName: string,
    y: number,
    fontSize: number,
    fontColor: string,
  ) => ({
    name,
    type: 'text',
    fontName,
    fontSize,
    fontColor,
    alignment: 'center',
    position: { x: 8, y },
    width: 134,
    height: 8,
  })
  const band = (name: string, y: number, height: number) => ({
    name,
    type: 'rectangle',
    position: { x: 0, y },
    width: 150,
    height,
    color: '#1f4e9c',
    borderWidth: 0,
    borderColor: '#1f4e9c',
    readOnly: true,
  })
  const [white, black] = ['#ffffff', '#000000']
  const schemas = [
    band('top', 0, 40),
    band('bottom', 158, 42),
    line('vi', 'strong', 8, 24, white),
    line('en', 'plain', 20, 14, white),
    line('zh', 'han', 29, 14, white),
    { name: 'symbol', type: 'qrcode', position: { x: 19.5, y: 43.5 }, width: 111, height: 111 },
    line('invitation vi', 'strong', 160, 14, white),
    line('invitation en', 'plain', 167, 12, white),
    line('invitation zh', 'han', 174, 12, white),
    line('address', 'plain', 181, 12, white),
    line('publisher', 'plain', 188, 8, white),
    line('hotline', 'plain', 193, 8, white),
    line('code', 'strong', 150, 10, black),
  ]
  const plugins = { text, rectangle, qrcode: barcodes.qrcode }
  const template = {
    basePdf: { width: 150, height: 200, padding: [0, 0, 0, 0] as [number, number, number, number] },
    schemas: [schemas],
  }
  const inputOf = (i: number) => {
    const { code, names } = label(i)
    const [vi = '', en = '', zh = ''] = names
    const address = printedAddress(ORIGIN, code) ?? ''
    return {
      vi,
      en,
      zh,
      symbol: address,
      address,
      code: spaced(code),
      'invitation vi': INVITATIONS[0] ?? '',
      'invitation en': INVITATIONS[1] ?? '',
      'invitation zh': INVITATIONS[2] ?? '',
      publisher: PUBLISHER,
      hotline: HOTLINE,
    }
  }
  return (numbers: number[]): Promise<Uint8Array> =>
    generate({ template, inputs: numbers.map(inputOf), plugins, options: { font } })
}

interface Share {
  maker: string
  from: number
  to: number
  /** Read once and shared by the threads, as when a parcel is made. */
  template: unknown
  materials: Materials
}

async function makeShare(share: Share): Promise<number> {
  const { maker, from, to } = share
  const make = maker === 'stele' ? steleMaker(share) : await pdfmeMaker()
  const numbers = Array.from({ length: to - from }, (_, n) => from + n)
  const documents = maker === 'pdfme-pages' ? [numbers] : numbers.map((number) => [number])
  let bytes = 0
  for (const document of documents) bytes += (await make(document)).byteLength
  return bytes
}

/** Threads are started, fonts opened and files made within the time that is measured. */
async function makeAll(maker: string, count: number): Promise<LabelRun> {
  const started = performance.now()
  const share = Math.ceil(count / THREADS)
  const { template, files: materials } = await readPlacardKit(ROOT, 'placard-150x200')
  const sizes = Array.from({ length: THREADS }, (_, n) => {
    const to = Math.min(count, (n + 1) * share)
    const part: Share = { maker, from: n * share, to, template, materials }
    const worker = new Worker(new URL(import.meta.url), {
      workerData: part,
      // The other maker does not live within these.
      ...(maker === 'stele' && { resourceLimits: THREAD_MEMORY }),
    })
    return new Promise<number>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
  })
  const bytes = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
  return {
    seconds: (performance.now() - started) / 1000,
    peak: process.resourceUsage().maxRSS / 1024,
    kilobytes: bytes / count / 1000,
  }
}

if (isMainThread) {
  const [maker = 'stele', count = '500'] = process.argv.slice(2)
  process.stdout.write(JSON.stringify(await makeAll(maker, Number(count))))
} else parentPort?.postMessage(await makeShare(workerData as Share))
