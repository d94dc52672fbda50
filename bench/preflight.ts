/**
 * Five hundred placards with names that break printing: preflight's verdict and time, and how often each decoder
 * reads them clean and damaged. The method is in README.md here.
 */
import { printEngines } from '../src/printing/print-engines.ts'
import { newShortCode } from '../src/domain/short-code.ts'
import { DECODERS, type Reading } from '../src/press/preflight/decode.ts'
import { dxfOf } from '../src/press/files/dxf.ts'
import { blurred, faded, stickered, tilted } from '../src/press/preflight/picture.ts'
import { cutOut, type Shot } from '../src/press/preflight/preflight-read.ts'
import { svgOf } from '../src/press/files/svg.ts'
import { nastyNames } from '../test/press/nasty-names.ts'
import { fonts } from '../test/press/placard-kit.ts'
import { inputFor, judge } from '../test/press/preflight-kit.ts'

const COUNT = 500

/** From five pixels to the module, except where the name says otherwise. */
const STEPS: Record<
  string,
  { pixels: number; worsen: (shot: Shot, size: number) => Shot['picture'] }
> = {
  clean: { pixels: 5, worsen: ({ picture }) => picture },
  '3 px/module': { pixels: 3, worsen: ({ picture }) => picture },
  '2.5 px/module': { pixels: 2.5, worsen: ({ picture }) => picture },
  '2 px/module': { pixels: 2, worsen: ({ picture }) => picture },
  'blur 0.3 module': {
    pixels: 5,
    worsen: ({ picture, place }) => blurred(picture, 0.3 * place.module),
  },
  'blur 0.5 module': {
    pixels: 5,
    worsen: ({ picture, place }) => blurred(picture, 0.5 * place.module),
  },
  'contrast 40 %': { pixels: 5, worsen: ({ picture }) => faded(picture, 0.4) },
  'contrast 24 %': { pixels: 5, worsen: ({ picture }) => faded(picture, 0.24) },
  'tilt 40°': { pixels: 5, worsen: ({ picture }) => tilted(picture, 40) },
  'tilt 50°': { pixels: 5, worsen: ({ picture }) => tilted(picture, 50) },
  'sticker 10 %': {
    pixels: 5,
    worsen: ({ picture, place }, size) => stickered(picture, place, size, 0.1),
  },
  'sticker 15 %': {
    pixels: 5,
    worsen: ({ picture, place }, size) => stickered(picture, place, size, 0.15),
  },
  'worn: contrast 40 %, tilt 35°, blur 0.2': {
    pixels: 5,
    worsen: ({ picture, place }) => blurred(tilted(faded(picture, 0.4), 35), 0.2 * place.module),
  },
}

export async function benchPreflight(count = COUNT): Promise<string[]> {
  const { renderer, decode } = await printEngines()
  let seed = 1
  const random = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit
  const read: Record<string, Record<string, number>> = {}
  const times: Record<string, number[]> = { svg: [], dxf: [], preflight: [] }
  const faults: Record<string, number> = {}
  let worst = { share: 0, tile: 0 }

  async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now()
    const result = await work()
    times[name]?.push(performance.now() - start)
    return result
  }

  for (let i = 0; i < count; i++) {
    const input = inputFor({ names: nastyNames(i), code: newShortCode(random) })
    await timed('svg', () => svgOf(input.drawing, fonts))
    await timed('dxf', () => dxfOf(input.drawing, fonts))
    const report = await timed('preflight', () => judge(input))
    for (const { fault } of report.findings) faults[fault] = (faults[fault] ?? 0) + 1
    const [share = 0, tile = 0] = (
      report.rows.find(({ id }) => id === 'PF-03')?.measured.match(/[\d.]+(?= %)/g) ?? []
    ).map(Number)
    worst = { share: Math.max(worst.share, share), tile: Math.max(worst.tile, tile) }

    const { symbolBox, bleed, slug } = input.drawing
    if (!symbolBox || !input.symbol) throw new Error('this bench is for faces with a symbol')
    const { size, payload } = input.symbol
    const module = symbolBox.width / (size + 8)
    for (const [name, { pixels, worsen }] of Object.entries(STEPS)) {
      const scale = pixels / module
      const left = (bleed + slug + symbolBox.x + 4 * module) * scale
      const top = (bleed + slug + symbolBox.y + 4 * module) * scale
      const picture = await renderer.pdf(input.pdf, scale * 25.4)
      const reading = await decode(
        worsen(cutOut({ picture, place: { left, top, module: pixels } }, size), size),
      )
      tally(name, reading, payload)
    }
  }

  function tally(name: string, reading: Reading, payload: string): void {
    const row = (read[name] ??= {})
    const right = DECODERS.filter((one) => reading[one] === payload)
    for (const one of right) row[one] = (row[one] ?? 0) + 1
    if (right.length >= 2) row['two of three'] = (row['two of three'] ?? 0) + 1
    if (DECODERS.some((one) => reading[one] !== null && reading[one] !== payload))
      row['misread'] = (row['misread'] ?? 0) + 1
  }

  const lines: string[] = []
  const percent = (n = 0) => `${((100 * n) / count).toFixed(1)}`
  lines.push(['step', ...DECODERS, 'two of three', 'misread'].join('\t'))
  for (const [name, row] of Object.entries(read))
    lines.push(
      [name, ...[...DECODERS, 'two of three', 'misread'].map((one) => percent(row[one]))].join(
        '\t',
      ),
    )
  for (const [name, all] of Object.entries(times)) {
    const sorted = [...all].sort((a, b) => a - b)
    const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
    lines.push(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`)
  }
  lines.push(`PF-03 worst: ${worst.share} % of the page, ${worst.tile} % of a tile`)
  lines.push(`faults in ${count}: ${JSON.stringify(faults)}`)

  return lines
}
