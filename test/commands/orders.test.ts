import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../src/cli.ts'
import { decode, decodeAll, render, textOf } from '../print/decode.ts'

/** An installation of its own: real content, one entry approved, in a folder that is thrown away. */
let root: string
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
  for (const part of ['content', 'signs', 'templates'])
    cpSync(part, join(root, part), { recursive: true })
  approve('streets/hoang-van-thu')
  approve('streets/le-loi')
  process.env['STELE_CONTENT'] = root
  process.env['STELE_DATA'] = join(root, 'data')
  process.env['STELE_ORIGIN'] = 'https://qr.langson.gov.vn'
  expect((await stele('import')).status).toBe(0)
})

afterAll(() => {
  Object.assign(process.env, { STELE_CONTENT, STELE_DATA, STELE_ORIGIN })
  for (const name of ['STELE_CONTENT', 'STELE_DATA', 'STELE_ORIGIN'])
    if (process.env[name] === 'undefined') Reflect.deleteProperty(process.env, name)
  rmSync(root, { recursive: true, force: true })
})

const codesFile = (...codes: string[]) => {
  const file = join(root, 'codes.txt')
  writeFileSync(file, codes.join('\n'))
  return file
}

/** In a process of its own: the database is open here only while a command runs. */
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
    expect(await stele('order', 'parcel', 'LS-2026-001', '--out', zip)).toMatchObject({ status: 0 })
    const parcel = unzipSync(readFileSync(zip))
    const sums = strFromU8(parcel['LS-2026-001/SHA256SUMS']!).trim().split('\n')
    expect(sums.length).toBeGreaterThanOrEqual(3)
    for (const line of sums) {
      const [digest, path = ''] = line.split('  ')
      const bytes = parcel[`LS-2026-001/${path}`]!
      expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(digest)
    }
    const pdf = parcel['LS-2026-001/print/7K3QXC__placard-150x200@1.pdf']!
    const address = 'HTTPS://QR.LANGSON.GOV.VN/7K3QXC'
    expect(await decode(await render(pdf, 150))).toMatchObject({ zxing: address, zbar: address })

    const codes = ['7K3QXC', '9XTHQ9', 'AZT3EP']
    const addresses = codes.map((code) => `HTTPS://QR.LANGSON.GOV.VN/${code}`)
    const sheet = parcel['LS-2026-001/sheets/panel-1220x2440-01.pdf']!
    expect(await decodeAll(await render(sheet, 40))).toEqual(addresses)
    const list = strFromU8(parcel['LS-2026-001/sheets/cut-list.csv']!).trim().split('\r\n')
    expect(list).toEqual([
      'sheet,position,code,x_mm,y_mm,w_mm,h_mm',
      '1,1,7K3QXC,10,10,150,200',
      '1,2,9XTHQ9,166,10,150,200',
      '1,3,AZT3EP,322,10,150,200',
    ])
    const proof = parcel['LS-2026-001/proof/proof-sheet.pdf']!
    expect(await decodeAll(await render(proof, 150))).toEqual(addresses)
    const words = await textOf(proof)
    for (const word of ['7K3 QXC', '9XT HQ9', 'AZT 3EP', 'Đường Lê Lợi', '黎利街'])
      expect(words).toContain(word)

    const again = join(root, 'b.zip')
    await stele('order', 'parcel', 'LS-2026-001', '--out', again)
    expect(readFileSync(again).equals(readFileSync(zip))).toBe(true)
  })

  test('goes on where it was interrupted, with the same parcel in the end', async () => {
    forgetIssued(
      "path LIKE 'sheets/panel%' OR path LIKE 'proof/%' OR path LIKE '%9XTHQ9\\_\\_%' ESCAPE '\\'",
    )
    const resumed = join(root, 'resumed.zip')
    expect((await stele('order', 'parcel', 'LS-2026-001', '--out', resumed)).status).toBe(0)
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
    await stele('order', 'parcel', 'LS-2026-001', '--out', join(root, 'c.zip'))
    expect(readFileSync(join(root, 'c.zip')).equals(before)).toBe(true)
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
