import { beforeAll, describe, expect, test } from 'vitest'
import { printEngines } from '../../src/printing/print-engines.ts'
import { isReleased, type PreflightReport } from '../../src/domain/preflight.ts'
import { preflightMessage } from '../../src/messages/preflight-message.ts'
import { preflightFile, type FileFacts } from '../../src/press/preflight/preflight-file.ts'
import { KNOWN } from './known-sign.ts'
import { REPORTED, SIBLINGS } from './planted-faults.ts'
import { GOOD_FACE, wrongFile } from './wrong-files.ts'

async function judged(pdf: Uint8Array, facts: FileFacts = KNOWN): Promise<PreflightReport> {
  return preflightFile(pdf, () => Promise.resolve(facts), await printEngines())
}

const faultsOf = ({ findings }: PreflightReport) => [...new Set(findings.map(({ fault }) => fault))]

beforeAll(printEngines)

describe('a file of a sign that is known', () => {
  test('is released when it is the very file', async () => {
    expect(faultsOf(await judged(GOOD_FACE.pdf))).toEqual([])
  })

  test('is released when it is only packed otherwise', async () => {
    expect(faultsOf(await judged(await wrongFile(() => {})))).toEqual([])
  })

  test.each([...REPORTED, ...SIBLINGS])('is refused with %s (%s)', async (_, fault, edit) => {
    const report = await judged(await wrongFile(edit))
    expect(isReleased(report)).toBe(false)
    expect(faultsOf(report)).toContain(fault)
    for (const finding of report.findings)
      for (const lang of ['vi', 'en'] as const)
        expect(preflightMessage(lang, finding)).not.toMatch(/[{}]/)
  })
})
