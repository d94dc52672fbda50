/**
 * The face of every entry of the content on every template, judged as it is made and as a file that came back, every
 * tenth of them packed anew: none may have a fault. The method is in README.md here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { PDFDocument } from '@cantoo/pdf-lib'
import { isReleased } from '../src/domain/preflight.ts'
import { newShortCode } from '../src/domain/short-code.ts'
import type { LocalText } from '../src/press/face/local-text.ts'
import { isProblems } from '../src/press/face/problems.ts'
import { dxfOf } from '../src/press/files/dxf.ts'
import { makePlacard } from '../src/press/files/placard-artwork.ts'
import { svgOf } from '../src/press/files/svg.ts'
import { preflightFile } from '../src/press/preflight/preflight-file.ts'
import { preflight, profileOf } from '../src/press/preflight/preflight-made.ts'
import { printEngines } from '../src/printing/print-engines.ts'
import { condition, fonts, INPUT } from '../test/press/placard-kit.ts'
import { TEMPLATES } from '../test/press/template-cases.ts'
import { FACES } from '../test/print/faces.ts'

const CONTENT = join(import.meta.dirname, '../content')
/** Of the files that come back, every so many is packed anew, so that it has to be compared. */
const PACKED = 10

function namesOfEntries(): LocalText[][] {
  return ['streets', 'figures', 'heritage-sites', 'places'].flatMap((kind) =>
    readdirSync(join(CONTENT, kind)).flatMap((slug) => {
      const text = readFileSync(join(CONTENT, kind, slug, 'entry.yaml'), 'utf8')
      const { names = [] } = parse(text) as { names?: (LocalText & { kind: string })[] }
      const locales = ['vi', 'en', 'zh-Hans']
      const first = locales.flatMap((locale) => {
        const found = names.find((name) => name.locale === locale)
        return found ? [{ locale, text: found.text }] : []
      })
      return first[0]?.locale === 'vi' ? [first] : []
    }),
  )
}

/** What a template prints besides the names. */
function textsOf(id: string) {
  return FACES.find(({ template }) => template === id)?.words
}

export async function benchFaces(): Promise<string[]> {
  const engines = await printEngines()
  let seed = 1
  const random = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit
  const faults: Record<string, number> = {}
  const times = { made: [] as number[], back: [] as number[], packed: [] as number[] }
  let [faces, unfit] = [0, 0]
  for (const template of TEMPLATES)
    for (const names of namesOfEntries()) {
      const words = { ...textsOf(template.id), names, code: newShortCode(random) }
      const made = makePlacard({ ...INPUT, ...words, template })
      if (isProblems(made)) {
        unfit++
        continue
      }
      const { drawing, symbol, pdf, warnings } = made
      const review = { isApproved: true, names: names.map(({ text }) => text) }
      const sign = {
        payload: symbol?.payload ?? null,
        origins: INPUT.allowedOrigins,
        isIssued: true,
        isEnded: false,
        pinned: null,
      }
      const timed = async <T>(into: number[], work: () => Promise<T>): Promise<T> => {
        const begin = performance.now()
        const result = await work()
        into.push(performance.now() - begin)
        return result
      }
      const svg = svgOf(drawing, fonts, profileOf(condition).screen)
      const files = { pdf, again: pdf, svg, dxf: dxfOf(drawing, fonts) }
      const report = await timed(times.made, () =>
        preflight(
          {
            drawing,
            symbol,
            warnings,
            template,
            fonts,
            condition,
            sign,
            review,
            ...files,
            site: null,
            scanMetres: null,
          },
          engines,
        ),
      )
      const facts = {
        sign: { ...sign, payload: null },
        review,
        site: null,
        scanMetres: null,
        minModule: template.symbol?.minModule ?? 0,
        wanted: { trim: template.trim, bleed: template.bleed },
        maxInk: template.maxInk,
        faces: [{ made, template }],
        isKnown: true,
        profile: profileOf(condition),
      }
      const judged = (bytes: Uint8Array) =>
        preflightFile(bytes, () => Promise.resolve(facts), engines)
      const reports = [report, await timed(times.back, () => judged(pdf))]
      if (faces % PACKED === 0) {
        const document = await PDFDocument.load(pdf, { updateMetadata: false })
        const packed = await document.save({ useObjectStreams: false })
        reports.push(await timed(times.packed, () => judged(packed)))
      }
      faces++
      for (const one of reports)
        if (!isReleased(one))
          for (const { fault, severity, measured } of one.findings)
            if (severity === 'error') {
              const key = `${fault} ${template.id} ${names[0]?.text}: ${measured}`
              faults[key] = (faults[key] ?? 0) + 1
            }
    }
  const median = (all: number[]) =>
    ([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0).toFixed(0)
  return [
    `${faces} faces, ${unfit} names that do not fit their template`,
    ...Object.entries(times).map(
      ([name, all]) => `${name}: ${all.length}, median ${median(all)} ms`,
    ),
    `not released: ${Object.keys(faults).length}`,
    ...Object.entries(faults).map(([fault, count]) => `${fault} (${count})`),
  ]
}
