import { beforeAll, describe, expect, test } from 'vitest'
import { printEngines } from '../../src/printing/print-engines.ts'
import { isReleased, type PreflightReport } from '../../src/domain/preflight.ts'
import { preflightMessage } from '../../src/messages/preflight-message.ts'
import { preflightFile, type FileFacts } from '../../src/press/preflight/preflight-file.ts'
import { KNOWN } from './known-sign.ts'
import { template } from './placard-kit.ts'
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

describe('a file of a sign nobody knows, on a template that we have', () => {
  const ALONE: FileFacts = { ...KNOWN, faces: [], isKnown: false, review: null, template }

  test('is released when nothing is wrong with it', async () => {
    expect(faultsOf(await judged(GOOD_FACE.pdf, ALONE))).toEqual([])
  })

  test.each(
    [...REPORTED, ...SIBLINGS].filter(([, fault]) =>
      /^(?:GE-01\.(?!changed)|CO-01|QZ-01|QR-08|IM-01|PF-02\.crop)/.test(fault),
    ),
  )('is refused with %s (%s)', async (_, __, edit) => {
    expect(isReleased(await judged(await wrongFile(edit), ALONE))).toBe(false)
  })
})
