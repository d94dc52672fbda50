/** Preflight of what goes into a parcel: an error keeps the sign out, a warning wants a named sign-off. */
import {
  isReleased,
  PREFLIGHT_FOLDER,
  type PreflightReport,
  type SignReport,
} from '../domain/preflight.ts'
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { preflightMessage } from '../messages/preflight-message.ts'
import { dxfOf } from '../press/files/dxf.ts'
import { ndefOf } from '../press/files/ndef.ts'
import type { PlacardArtwork } from '../press/files/placard-artwork.ts'
import { preflight, profileOf } from '../press/preflight/preflight-made.ts'
import { promisedBy, type SiteAnswers } from '../press/preflight/preflight-site.ts'
import { svgOf } from '../press/files/svg.ts'
import { matrixSha256 } from '../press/face/symbol.ts'
import type { PlacardKit } from './placard-kit.ts'
import { printEngines } from './print-engines.ts'
import { printedAddress } from '../domain/placard.ts'
import type { ParcelFile } from './parcel-file.ts'
import { sentence, sentenceInBoth, type SentenceKey } from '../messages/bilingual.ts'
import { ownName, type Locale } from '../domain/locale.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

export interface MadeSign {
  made: PlacardArtwork
  /** The same, made a second time. */
  again: PlacardArtwork
  /** Name of its files, without their endings. */
  name: string
  /** What the running site said; null when nobody asked. */
  answers: SiteAnswers | null
}

/**
 * The other forms of the drawing, and the report on all of them. Throws in both languages when the face must not be
 * printed; a draft never is refused.
 */
export async function vectorFiles(
  order: PrintOrder,
  kit: PlacardKit,
  recipe: Recipe,
  { made, again, name, answers }: MadeSign,
): Promise<ParcelFile[]> {
  await refuseOtherSymbol(recipe, made)
  const svg = svgOf(made.drawing, kit.fonts, profileOf(kit.condition).screen)
  const dxf = dxfOf(made.drawing, kit.fonts)
  const engines = await printEngines()
  const address = made.symbol && printedAddress(order.origin, recipe.code)
  const report = await preflight(
    {
      drawing: made.drawing,
      symbol: made.symbol,
      warnings: made.warnings,
      pdf: made.pdf,
      again: again.pdf,
      svg,
      dxf,
      ...kit,
      sign: {
        payload: address,
        // A draft may carry any origin: it says on its face that it is none.
        origins: order.isDraft ? null : [order.origin],
        isIssued: true,
        isEnded: false,
        pinned: recipe.symbol,
      },
      review: order.isDraft
        ? null
        : { isApproved: recipe.approved, names: recipe.names.map(({ text }) => text) },
      // Nobody need ask about a draft.
      site: order.isDraft && !answers ? null : { promised: promisedBy(recipe), answers },
      scanMetres: recipe.readingDistanceMm === null ? null : recipe.readingDistanceMm / 1000,
    },
    engines,
  )
  if (!order.isDraft && !isReleased(report)) throw new Error(refusal(recipe, report))
  return [
    { path: `vector/${name}.svg`, bytes: utf8(svg) },
    { path: `cnc/${name}.dxf`, bytes: utf8(dxf) },
    ...(address ? [{ path: `nfc/${name}.ndef`, bytes: ndefOf(address) }] : []),
    {
      path: `${PREFLIGHT_FOLDER}${recipe.code}__preflight.json`,
      bytes: utf8(`${JSON.stringify({ code: recipe.code, ...report }, null, 1)}\n`),
    },
  ]
}

/** Throws unless the reprint is the very symbol of the order: version, level, mask and every module. */
async function refuseOtherSymbol({ code, symbol }: Recipe, made: PlacardArtwork): Promise<void> {
  const digest = made.symbol && (await matrixSha256(made.symbol))
  if ((symbol?.matrixSha256 ?? null) !== digest)
    throw new Error(`${code}: QR-02.pinned: ${digest} / ${symbol?.matrixSha256}`)
}

function refusal({ code }: Recipe, { findings }: PreflightReport): string {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const words = errors.map(
    (one) =>
      `${one.fault} (${one.measured}): ${preflightMessage('vi', one)} / ${preflightMessage('en', one)}`,
  )
  return `${code}: ${words.join('; ')}`
}

/** A page for printers: what was measured, in Vietnamese and English; rules that all signs keep are one row. */
export function reportPage(order: PrintOrder, reports: readonly SignReport[]): string {
  const escaped = (text: string) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const row = (cells: string[], tag = 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  const ids = [...new Set(reports.flatMap(({ rows }) => rows.map(({ id }) => id)))]
  const kept = ids.map((id) => {
    const rows = reports.flatMap((report) => report.rows.filter((one) => one.id === id))
    const count = (state: string) => String(rows.filter((one) => one.state === state).length)
    const measured = [...new Set(rows.map((one) => one.measured).filter(Boolean))]
    const shown = measured.length > 3 ? `${measured[0]} … ${measured.at(-1)}` : measured.join(', ')
    return row([
      id,
      count('pass'),
      count('warning'),
      count('error'),
      shown,
      rows[0]?.threshold ?? '',
    ])
  })
  const findings = reports.flatMap(({ code, findings }) =>
    findings.map((one) =>
      row([
        code,
        one.id,
        one.severity,
        one.measured,
        preflightMessage('vi', one),
        preflightMessage('en', one),
      ]),
    ),
  )
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Preflight ${order.id}</title><style>
body{font:14px/1.5 system-ui,sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}
</style></head><body>
<h1>${tagged('preflight.title')}: ${order.id}</h1>
<p>${reports.length} ${tagged('preflight.signs')}, ${escaped(order.templateName)}</p>
<table>${row(['Rule', ...HEADINGS.map((key) => sentenceInBoth(key))], 'th')}
${kept.join('\n')}</table>
<h2>${tagged('preflight.findings')}</h2>
${findings.length === 0 ? `<p>${tagged('preflight.none')}</p>` : `<table>${row(['Code', 'Rule', sentenceInBoth('preflight.severity'), sentenceInBoth('preflight.measured'), ownName('vi' as Locale), ownName('en' as Locale)], 'th')}\n${findings.join('\n')}</table>`}
</body></html>
`
}

const HEADINGS = [
  'preflight.pass',
  'preflight.warning',
  'preflight.error',
  'preflight.measured',
  'preflight.threshold',
] as const

/** Vietnamese first; the English is told apart for who has the page read aloud. */
function tagged(key: SentenceKey): string {
  const { vi, en } = sentence(key)
  return `${vi} <span lang="en">/ ${en}</span>`
}
