import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../src/cli.ts'
import { filesForSign } from '../../src/printing/parcel-files.ts'
import type { SignReport } from '../../src/domain/preflight.ts'
import { kitFor } from '../../src/printing/placard-kit.ts'
import { startServer, type RunningServer } from '../../src/server.ts'
import { readSettings } from '../../src/settings.ts'
import { findParcel } from '../../src/store/parcel-requests.ts'
import { findOrder, listRecipes } from '../../src/store/print-orders.ts'
import { listScans } from '../../src/store/scans.ts'
import { layOut } from '../web/on-disk.ts'
import { wrongFile, type WrongFile } from '../press/wrong-files.ts'
import { decode, decodeAll, render, textOf } from '../print/decode.ts'

/** An installation of its own, two of its entries approved, in a folder that is thrown away. */
let root: string
/** Its site, running over the same data as the commands. */
let site: RunningServer
const { STELE_CONTENT, STELE_DATA, STELE_ORIGIN } = process.env

interface Ran {
  status: number
  out: string
  err: string
}

async function stele(...words: string[]): Promise<Ran> {
  const written = { out: '', err: '' }
  const [stdout, stderr] = [process.stdout.write, process.stderr.write]
  process.stdout.write = ((text: string) => (written.out += text)) as never
  process.stderr.write = ((text: string) => (written.err += text)) as never
  try {
    return { status: await main(words), ...written }
  } finally {
    process.stdout.write = stdout
    process.stderr.write = stderr
  }
}

const approve = (entry: string) => {
  const file = join(root, 'content', entry, 'entry.yaml')
  const yaml = readFileSync(file, 'utf8')
  const approved = 'review: { state: approved, by: Lan, on: 2026-11-01 }'
  // General knowledge may not stay among the sources of an approved entry.
  const text = yaml
    .replace('review: { state: pending }', approved)
    .replace('{ id: g, kind: general-knowledge }', '{ id: g, title: Hồ sơ thẩm định }')
  writeFileSync(file, text)
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'stele-orders-'))
  layOut(root)
  approve('streets/hoang-van-thu')
  approve('streets/le-loi')
  process.env['STELE_CONTENT'] = root
  process.env['STELE_DATA'] = join(root, 'data')
  process.env['STELE_ORIGIN'] = 'https://qr.langson.gov.vn'
  expect((await stele('import')).status).toBe(0)
  const settings = readSettings({ ...process.env, PORT: '0' })
  if (Array.isArray(settings)) throw new Error(settings.join('; '))
  site = await startServer(settings)
})

afterAll(async () => {
  await site.stop()
  Object.assign(process.env, { STELE_CONTENT, STELE_DATA, STELE_ORIGIN })
  for (const name of ['STELE_CONTENT', 'STELE_DATA', 'STELE_ORIGIN'])
    if (process.env[name] === 'undefined') Reflect.deleteProperty(process.env, name)
  rmSync(root, { recursive: true, force: true })
})

const reportsIn = (zip: string) => {
  const files = unzipSync(readFileSync(zip))
  const path = Object.keys(files).find((name) => name.endsWith('/preflight-report.json')) ?? ''
  return JSON.parse(strFromU8(files[path]!)) as SignReport[]
}

const codesFile = (...codes: string[]) => {
  const file = join(root, 'codes.txt')
  writeFileSync(file, codes.join('\n'))
  return file
}

const parcel = (id: string, zip: string, ...words: string[]) =>
  stele(
    'order',
    'parcel',
    id,
    '--out',
    zip,
    ...(words.length > 0 ? words : ['--site', site.address]),
  )

/** In a process of its own, as an operator would. */
const forgetIssued = (where: string) => {
  const script = `const D=require('better-sqlite3');new D(process.argv[1]).exec(process.argv[2])`
  const statement = `DELETE FROM issued_file WHERE ${where}`
  const words = ['-e', script, join(root, 'data/stele.sqlite'), statement]
  expect(spawnSync(process.execPath, words, { encoding: 'utf8' }).stderr).toBe('')
}

describe('a print order', () => {
  test('is refused whole, and by line, when one sign cannot be printed', async () => {
    const ran = await stele(
      'order',
      'new',
      '--codes',
      codesFile('7K3QXC', 'ZZZZZZ', 'EC85VC', '7K3QXC'),
    )
    expect(ran.status).toBe(1)
    expect(ran.out).toBe('')
    for (const line of ['2: ZZZZZZ', '3: EC85VC', '4: 7K3QXC']) expect(ran.err).toContain(line)
    expect(ran.err).toContain('No order was made')
  })

  test('gives a parcel whose files decode to their addresses, and the same bytes again', async () => {
    const ordered = await stele(
      'order',
      'new',
      '--codes',
      codesFile('7K3QXC', '9XTHQ9', '', 'AZT3EP'),
    )
    expect([ordered.status, ordered.out.trim()]).toEqual([0, 'LS-2026-001'])
    const zip = join(root, 'a.zip')
    expect(await parcel('LS-2026-001', zip)).toMatchObject({ status: 0 })
    const files = unzipSync(readFileSync(zip))
    const sums = strFromU8(files['LS-2026-001/SHA256SUMS']!).trim().split('\n')
    // All that is in the parcel but the list itself.
    const listed = sums.map((line) => `LS-2026-001/${line.split('  ')[1]}`)
    expect([...listed, 'LS-2026-001/SHA256SUMS'].sort()).toEqual(Object.keys(files).sort())
    for (const name of ['job-ticket.vi.pdf', 'job-ticket.en.pdf', 'box-labels.pdf'])
      expect(listed).toContain(`LS-2026-001/${name}`)
    // The desk, and whoever holds an address of it, gets the same bytes.
    const kept = await findParcel(site.services.db, 'LS-2026-001')
    const digest = createHash('sha256').update(readFileSync(zip)).digest('hex')
    expect(kept).toEqual({ digest, size: readFileSync(zip).byteLength })
    expect(readFileSync(join(root, 'data/media', digest)).equals(readFileSync(zip))).toBe(true)
    for (const line of sums) {
      const [digest, path = ''] = line.split('  ')
      const bytes = files[`LS-2026-001/${path}`]!
      expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(digest)
    }
    const pdf = files['LS-2026-001/print/7K3QXC__placard-150x200@2.pdf']!
    const address = 'HTTPS://QR.LANGSON.GOV.VN/7K3QXC'
    expect(await decode(await render(pdf, 150))).toMatchObject({ zxing: address, zbar: address })

    const codes = ['7K3QXC', '9XTHQ9', 'AZT3EP']
    const addresses = codes.map((code) => `HTTPS://QR.LANGSON.GOV.VN/${code}`)
    const sheet = files['LS-2026-001/sheets/panel-1220x2440-01.pdf']!
    expect(await decodeAll(await render(sheet, 40))).toEqual(addresses)
    const list = strFromU8(files['LS-2026-001/sheets/cut-list.csv']!).trim().split('\r\n')
    expect(list).toEqual([
      'sheet,position,code,x_mm,y_mm,w_mm,h_mm',
      '1,1,7K3QXC,10,10,150,200',
      '1,2,9XTHQ9,166,10,150,200',
      '1,3,AZT3EP,322,10,150,200',
    ])
    const proof = files['LS-2026-001/proof/proof-sheet.pdf']!
    expect(await decodeAll(await render(proof, 150))).toEqual(addresses)
    const words = await textOf(proof)
    for (const word of ['7K3 QXC', '9XT HQ9', 'AZT 3EP', 'Đường Lê Lợi', '黎利街'])
      expect(words).toContain(word)

    const again = join(root, 'b.zip')
    await parcel('LS-2026-001', again)
    expect(readFileSync(again).equals(readFileSync(zip))).toBe(true)
  })

  test('goes on where it was interrupted, with the same parcel in the end', async () => {
    forgetIssued(
      "path LIKE 'sheets/panel%' OR path LIKE 'proof/%' OR path LIKE '%9XTHQ9\\_\\_%' ESCAPE '\\'",
    )
    const resumed = join(root, 'resumed.zip')
    expect((await parcel('LS-2026-001', resumed)).status).toBe(0)
    expect(readFileSync(resumed).equals(readFileSync(join(root, 'a.zip')))).toBe(true)
  })

  test('stays as it was when the template and the names change', async () => {
    const before = readFileSync(join(root, 'a.zip'))
    const template = join(root, 'templates/placard-150x200.json')
    writeFileSync(
      template,
      readFileSync(template, 'utf8').replace('"blue": [100, 80, 10, 15]', '"blue": [0, 90, 90, 0]'),
    )
    rmSync(join(root, 'data/media'), { recursive: true })
    // Made anew from the frozen recipe, not read back.
    forgetIssued('true')
    await parcel('LS-2026-001', join(root, 'c.zip'))
    expect(readFileSync(join(root, 'c.zip')).equals(before)).toBe(true)
  })

  test('is asked for at the running site, which counts nothing of it', async () => {
    const [report] = reportsIn(join(root, 'a.zip'))
    expect(report?.rows.filter(({ id }) => id === 'QR-07')).toMatchObject([
      {
        state: 'pass',
        measured: '200 in vi, en, zh-Hans; asked at another origin than the printed one',
      },
    ])
    await site.services.scans.flush()
    expect(await listScans(site.services.db, '2000-01-01', '2100-01-01')).toEqual([])
  })

  test('holds a template that was used to its version', async () => {
    // The test before has changed its blue.
    const ran = await stele('order', 'new', '--codes', codesFile('AZT3EP'))
    expect([ran.status, ran.out]).toEqual([1, ''])
    expect(ran.err).toContain('raise its version')
  })

  test('tells which signs in the street say other words than are published today', async () => {
    expect((await stele('order', 'differences')).out).toBe('')
    const file = join(root, 'content/streets/le-loi/entry.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('text: 黎利街', 'text: 黎利大街'))
    await stele('import')
    expect((await stele('order', 'differences')).out).toContain(
      'AZT3EP\tzh-Hans 黎利街\tzh-Hans 黎利大街',
    )
  })

  test('keeps what people said of it', async () => {
    const note = (...words: string[]) => stele('order', 'note', 'LS-2026-001', ...words)
    expect((await note('--what', 'defect', '--text', 'xước')).status).toBe(2)
    expect((await note('--what', 'received', '--by', 'Xưởng in')).status).toBe(0)
    expect(
      (await note('--what', 'defect', '--code', '9XTHQ9', '--text', 'xước góc', '--by', 'Xưởng in'))
        .status,
    ).toBe(0)
    expect((await note()).out).toMatch(
      /received\t\tXưởng in\t\n.*defect\t9XTHQ9\tXưởng in\txước góc/,
    )
  })
})

// Each parcel starts threads of its own.
describe('a parcel', { timeout: 90_000 }, () => {
  /** Of one sign, whose reading distance has been signed off. */
  const order = async (...words: string[]) => {
    const file = codesFile('7K3QXC')
    const ordered = await stele(
      'order',
      'new',
      '--codes',
      file,
      '--template',
      'placard-180x120',
      ...words,
    )
    const id = ordered.out.trim()
    await signOff(id, 'QR-03 treo gần')
    return { id, zip: join(root, `${id}.zip`) }
  }
  const signOff = (id: string, text: string) =>
    stele('order', 'note', id, '--what', 'signed-off', '--text', text, '--by', 'Lan')
  const askedIn = (reports: readonly SignReport[]) =>
    reports.flatMap(({ rows }) => rows.filter(({ id }) => id === 'QR-07'))

  test('does not leave while the site is silent, nor unasked without a name to it', async () => {
    const { id, zip } = await order()
    const silent = await parcel(id, zip, '--site', 'http://127.0.0.1:9')
    expect([silent.status, existsSync(zip)]).toEqual([1, false])
    expect(silent.err).toMatch(/7K3QXC: QR-07\.silent .*Hãy chạy trang web.* \/ .*Start the site/)

    const unasked = await parcel(id, zip, '--site', 'none')
    expect([unasked.status, existsSync(zip)]).toEqual([1, false])
    expect(unasked.err).toContain('warnings need a named sign-off: QR-07.')

    // Asked after all: nobody need sign any more.
    expect(await parcel(id, zip)).toMatchObject({ status: 0 })
    expect(askedIn(reportsIn(zip))).toMatchObject([{ state: 'pass' }])
  })

  test('leaves unasked with a name to it', async () => {
    const { id, zip } = await order()
    await signOff(id, 'QR-07 mở bằng điện thoại')
    expect(await parcel(id, zip, '--site', 'none')).toMatchObject({ status: 0 })
    expect(askedIn(reportsIn(zip))).toMatchObject([{ fault: 'QR-07.unasked' }])
  })

  test('of a draft is asked about only when --site says where', async () => {
    const { id } = await order('--draft')
    const { db } = site.services
    const found = await findOrder(db, id)
    const [recipe] = await listRecipes(db, id)
    if (!found || !recipe) throw new Error(`no order ${id}`)
    const kit = await kitFor(root, found.template)
    const rowsWith = async (where: string | null) => {
      const files = await filesForSign(found, kit, recipe, where)
      const report = files.find(({ path }) => path.startsWith('preflight/'))
      return askedIn([JSON.parse(strFromU8(report!.bytes)) as SignReport])
    }
    expect(await rowsWith(null)).toMatchObject([{ state: 'not-applicable' }])
    expect(await rowsWith(site.address)).toMatchObject([{ state: 'pass' }])
  })

  test('is called wrongly with a site that is no origin', async () => {
    const { status, err } = await parcel('LS-2026-001', join(root, 'x.zip'), '--site', 'qr.vn')
    expect(status).toBe(2)
    expect(err).toContain('--site is scheme and host')
  })
})

describe('a text that is small', { timeout: 90_000 }, () => {
  test('wants a name to it before its parcel leaves', async () => {
    const path = 'templates/placard-150x200.json'
    const template = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown> & {
      stacks: { lines: { bind: string; signOff?: number }[] }[]
    }
    template['id'] = 'placard-small'
    for (const line of template.stacks.flatMap(({ lines }) => lines))
      if (line.bind === 'name-first') line.signOff = 13
    writeFileSync(join(root, 'templates/placard-small.json'), JSON.stringify(template))
    const codes = join(root, 'small.txt')
    writeFileSync(codes, '7K3QXC\n')
    const ordered = await stele('order', 'new', '--codes', codes, '--template', 'placard-small')
    expect(ordered.err).toMatch(/7K3QXC: .*ký duyệt.* \/ .*Somebody must sign/)
    const id = ordered.out.trim()
    const zip = join(root, `${id}.zip`)
    const parcel = () => stele('order', 'parcel', id, '--out', zip, '--site', site.address)
    const unsigned = await parcel()
    expect([unsigned.status, existsSync(zip)]).toEqual([1, false])
    expect(unsigned.err).toContain('need a named sign-off: TX-03.')
    await stele(
      'order',
      'note',
      id,
      '--what',
      'signed-off',
      '--text',
      'TX-03 đọc gần',
      '--by',
      'Lan',
    )
    expect((await parcel()).status).toBe(0)
  })
})

describe('a file that comes back', { timeout: 90_000 }, () => {
  const judged = async (file: string) => {
    const { status, out } = await stele('preflight', file, '--format', 'json', '--site', 'none')
    const { findings } = JSON.parse(out) as { findings: { fault: string; severity: string }[] }
    const errors = findings.filter(({ severity }) => severity === 'error')
    return { status, faults: [...new Set(errors.map(({ fault }) => fault))] }
  }
  const written = async (template: string, code = '9XTHQ9') => {
    const { out } = await stele(
      'placard',
      code,
      '--template',
      template,
      '--out',
      join(root, 'back'),
    )
    return out.trim()
  }

  test('is released as it was, and packed anew, but not with another header', async () => {
    const file = await written('placard-150x200')
    const good = new Uint8Array(readFileSync(file))
    expect(await judged(file)).toEqual({ status: 0, faults: [] })
    const changed = join(root, 'back/changed.pdf')
    writeFileSync(changed, await wrongFile(() => {}, good))
    expect(await judged(changed)).toEqual({ status: 0, faults: [] })
    const paler = (one: WrongFile) => one.replace(/[\d. ]+ k\n-3 -3/, '0.9 0.6 0.2 0.1 k\n-3 -3')
    writeFileSync(changed, await wrongFile(paler, good))
    const { status, faults } = await judged(changed)
    expect(status).toBe(1)
    expect(faults).toContain('PF-05.face')
  })

  test('is refused on a template that neither register nor order names', async () => {
    expect(await judged(await written('placard-180x120'))).toEqual({
      status: 1,
      faults: ['SZ-01.template', 'PF-02.boxes'],
    })
  })

  test('is released on the template of its order', async () => {
    const codes = join(root, 'narrow.txt')
    writeFileSync(codes, '7K3QXC\n')
    await stele('order', 'new', '--codes', codes, '--template', 'placard-180x120')
    expect(await judged(await written('placard-180x120', '7K3QXC'))).toEqual({
      status: 0,
      faults: [],
    })
  })

  test('is held against the board of its order too, though it has no code', async () => {
    const codes = join(root, 'board.txt')
    writeFileSync(codes, '9XTHQ9\n')
    await stele('order', 'new', '--codes', codes, '--template', 'board-750x400')
    const file = await written('board-750x400')
    expect(await judged(file)).toEqual({ status: 0, faults: [] })
    const changed = join(root, 'back/board.pdf')
    const without = (one: WrongFile) => one.replace(/BT[^]*?ET/, '')
    writeFileSync(changed, await wrongFile(without, new Uint8Array(readFileSync(file))))
    expect((await judged(changed)).faults).toContain('TX-07.words')
  })
})
