import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preflightCommand } from '../../src/commands/preflight-command.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { made } from '../press/placard-kit.ts'
import { LANG_SON } from '../web/both/installations.ts'
import { serve } from '../web/server.ts'

let folder = ''
let good = ''
let bad = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stele-'))
  good = join(folder, 'good.pdf')
  bad = join(folder, 'bad.pdf')
  await writeFile(good, made().pdf)
  await writeFile(bad, (await readFile(good)).subarray(0, 400))
})

afterAll(() => rm(folder, { recursive: true }))

async function preflight(
  words: string[],
  options: Record<string, string> = {},
  data = join(folder, 'data'),
) {
  const lines: string[] = []
  const status = await preflightCommand.run({
    settings: readSettings({ STELE_DATA: data }) as Settings,
    words,
    options: { format: 'text', lang: 'vi', ...options },
    out: (line) => lines.push(line),
    note: () => {},
    calledWrongly: () => 2,
  })
  return { status, lines }
}

describe('stele preflight', () => {
  test('gives a line for every rule, and status 0 for a good file', async () => {
    const { status, lines } = await preflight([good])
    expect(status).toBe(0)
    const cells = lines.map((line) => line.split('\t'))
    expect(cells.every((row) => row.length === 6 && row[0] === good)).toBe(true)
    expect(cells.find(([, id]) => id === 'QR-04')?.[2]).toBe('pass')
    expect(cells.find(([, id]) => id === 'PF-02')?.[4]).toBe('150 x 200 + 3 mm')
  })

  // Each call opens the engines anew, on a thread of its own.
  test('asks the running site about a sign of the database', { timeout: 90_000 }, async () => {
    const site = await serve(LANG_SON)
    try {
      const asked = async (where: string) => {
        const { lines } = await preflight([good], { site: where }, site.settings.data)
        return lines.filter((line) => line.includes('\tQR-07\t')).map((line) => line.split('\t'))
      }
      const [[, , state, measured] = []] = await asked(site.address)
      expect([state, measured]).toEqual([
        'pass',
        '200 in vi, en, zh-Hans; asked at another origin than the printed one',
      ])
      expect((await asked('none')).map((row) => row[2])).toEqual(['warning'])
      await site.stop()
      expect((await asked(site.address)).map((row) => row[2])).toEqual(Array(4).fill('error'))
    } finally {
      await site.remove()
    }
  })

  test('gives status 1, and the cure, for a file that must not be printed', async () => {
    const far = await preflight([good], { distance: '4' })
    expect(far.status).toBe(1)
    expect(far.lines.find((line) => line.includes('\tQR-03\t'))).toContain('Hãy chọn mẫu lớn hơn')
    const { status, lines } = await preflight([good, bad], { format: 'json', lang: 'en' })
    expect(status).toBe(1)
    const reports = lines.map(
      (line) =>
        JSON.parse(line) as { released: boolean; findings: { fault: string; message: string }[] },
    )
    expect(reports.map(({ released }) => released)).toEqual([true, false])
    expect(reports[1]?.findings[0]).toMatchObject({ fault: 'PF-02.unreadable' })
    expect(reports[1]?.findings[0]?.message).toContain('Send the file again')
  })

  test.each([{ lang: 'fr' }, { format: 'xml' }, { distance: 'far' }, { site: 'here' }])(
    'is called wrongly with %o',
    async (options) => {
      expect((await preflight([good], options as unknown as Record<string, string>)).status).toBe(2)
    },
  )
})
