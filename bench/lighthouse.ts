/**
 * Lighthouse on scanned pages, as a telephone: its four categories, and what it complains of. It is fetched for the
 * occasion by npm, for it is larger than everything else here together.
 */
import { execFile } from 'node:child_process'
import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serve } from '../test/web/server.ts'
import { readFolderFromDisk } from '../src/exchange/folder/folder-on-disk.ts'

const LIGHTHOUSE = 'lighthouse@12.8.2'
const PAGES = ['/7K3QXC/vi', '/vi/streets/hoang-van-thu', '/EC85VC/en', '/zh-Hans/']
const RUNS = 3
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-background-networking'

interface Report {
  categories: Record<string, { title: string; score: number; auditRefs: { id: string }[] }>
  audits: Record<string, { title: string; score: number | null; scoreDisplayMode: string }>
}

export async function benchLighthouse(): Promise<string[]> {
  const site = await serve(await readFolderFromDisk('.'))
  const kept = await mkdtemp(join(tmpdir(), 'stele-lighthouse-'))
  const lines: string[] = []
  try {
    for (const path of PAGES) {
      const reports: Report[] = []
      for (let run = 0; run < RUNS; run++) reports.push(await look(site.address + path, kept))
      const scores = Object.values(reports[0]?.categories ?? {}).map(({ title }, i) => {
        const of = reports.map(({ categories }) => Object.values(categories)[i]?.score ?? NaN)
        return `${title} ${of.map((score) => Math.round(score * 100)).join(', ')}`
      })
      const complaints = reports.flatMap(({ audits }) =>
        Object.entries(audits)
          .filter(([, { score, scoreDisplayMode }]) => scoreDisplayMode === 'binary' && score === 0)
          .map(([id]) => id),
      )
      lines.push(`${path}: ${scores.join('; ')}; fails: ${[...new Set(complaints)].join(', ')}`)
    }
  } finally {
    await site.remove()
    await rm(kept, { recursive: true, force: true })
  }
  return lines
}

async function look(url: string, folder: string): Promise<Report> {
  const file = join(folder, 'report.json')
  const options = ['--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${FLAGS}`]
  await promisify(execFile)('npm', ['exec', '--yes', '--', LIGHTHOUSE, url, ...options], {
    env: { ...process.env, CHROME_PATH: process.env['STELE_CHROMIUM'] ?? '/usr/bin/chromium' },
  })
  return JSON.parse(await readFile(file, 'utf8')) as Report
}
