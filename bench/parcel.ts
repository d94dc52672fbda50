/**
 * Labels in number: 500 by our makers beside @pdfme/generator, each in a process of its own with two threads; and a
 * parcel of 1,000 signs by the real commands on an installation that is thrown away, whose site runs beside them.
 */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { newShortCode } from '../src/domain/short-code.ts'
import type { LabelRun } from './labels.ts'
import type { Measured } from './measured.ts'
import { start, stop, type Started } from './started.ts'

const HERE = import.meta.dirname
const LABELS = 500
/** One document per label takes @pdfme/generator seconds; its rate is known after a few. */
const SINGLE = 20
const SIGNS = 1000

/** The last line that a program of this folder prints, as JSON. */
function measured<Result>(program: string, words: string[], env: Record<string, string> = {}) {
  const ran = spawnSync(process.execPath, [join(HERE, '../dist', program), ...words], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(`${program} ${words.join(' ')}: ${ran.stderr}`)
  const lines = ran.stdout.trim().split('\n')
  return { ...(JSON.parse(lines.at(-1) ?? '') as Result), said: lines[0] ?? '' }
}

export async function benchParcel(): Promise<string[]> {
  await production()
  const row = (title: string, maker: string, count: number) => {
    const { seconds, peak, kilobytes } = measured<LabelRun>('bench/labels.js', [
      maker,
      String(count),
    ])
    const rate = (count / seconds).toFixed(1)
    return `${title.padEnd(34)} ${count} in ${seconds.toFixed(1)} s  ${rate}/s  peak ${peak.toFixed(0)} MB  ${kilobytes.toFixed(1)} kB each`
  }
  return [
    row('stele, one PDF/X-4 each', 'stele', LABELS),
    row('pdfme, two documents of pages', 'pdfme-pages', LABELS),
    row('pdfme, one PDF each', 'pdfme', SINGLE),
    ...(await wholeParcel()),
  ]
}

/** What is measured is what a province runs: the bundle, without the compiler. */
async function production(): Promise<void> {
  spawnSync(process.execPath, [join(HERE, '../src/build.mjs')], { stdio: 'inherit' })
  await build({
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    entryPoints: [join(HERE, 'labels.ts'), join(HERE, 'measured.ts')],
    outdir: join(HERE, '../dist/bench'),
  })
}

async function wholeParcel(): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'stele-bench-'))
  let site: Started | null = null
  try {
    const codes = installation(root)
    const env = {
      STELE_CONTENT: root,
      STELE_DATA: join(root, 'data'),
      STELE_ORIGIN: 'https://qr.langson.gov.vn',
    }
    const command = (...words: string[]) => measured<Measured>('bench/measured.js', words, env)
    command('import')
    site = await start(['dist/stele.js', 'serve', '--port', '0'], env)
    const where = ['--site', site.address]
    const ordered = command('order', 'new', '--codes', codes)
    const zip = join(root, 'parcel.zip')
    const parcel = command('order', 'parcel', ordered.said, '--out', zip, ...where)
    const first = readFileSync(zip)
    const again = command('order', 'parcel', ordered.said, '--out', zip, ...where)
    const same = readFileSync(zip).equals(first) ? 'the same bytes' : 'OTHER BYTES'
    const took = ({ seconds, peak }: Measured) =>
      `${seconds.toFixed(1)} s  peak ${peak.toFixed(0)} MB`
    return [
      `order of ${SIGNS} signs, freezing it         ${took(ordered)}`,
      `parcel of ${SIGNS} signs                     ${took(parcel)}  ZIP ${(statSync(zip).size / 1e6).toFixed(0)} MB`,
      `the same parcel again                ${took(again)}  ${same}`,
    ]
  } finally {
    if (site) await stop(site)
    rmSync(root, { recursive: true, force: true })
  }
}

/** Real content with two streets approved and a thousand signs on them; gives the file of codes. */
function installation(root: string): string {
  for (const part of ['content', 'signs', 'templates'])
    cpSync(join(HERE, '..', part), join(root, part), { recursive: true })
  const streets = ['streets/hoang-van-thu', 'streets/le-loi']
  for (const street of streets) {
    const file = join(root, 'content', street, 'entry.yaml')
    const yaml = readFileSync(file, 'utf8')
      .replace('review: { state: pending }', 'review: { state: approved, by: Lan, on: 2026-11-01 }')
      .replace('{ id: g, kind: general-knowledge', '{ id: g, title: Hồ sơ thẩm định')
      .replace(/^toVerify:\n(?: {2}- .*\n)+/m, '')
    writeFileSync(file, yaml)
  }
  let state = 5
  const random = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const codes = Array.from({ length: SIGNS }, () => newShortCode(random))
  const rows = codes.map(
    (code, i) =>
      `${code},${streets[i % 2]},2026-11-23,Cột số ${i + 1},,,,post,1300,750,placard-150x200,1,,,,,\n`,
  )
  appendFileSync(join(root, 'signs/register.csv'), rows.join(''))
  const file = join(root, 'codes.txt')
  writeFileSync(file, codes.join('\n'))
  return file
}
