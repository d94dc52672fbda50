/** What preflight tests share: a face judged whole, after something was done to its drawing. */
import { printEngines } from '../../src/printing/print-engines.ts'
import type { PreflightReport } from '../../src/domain/preflight.ts'
import type { Drawing } from '../../src/press/face/drawing.ts'
import { dxfOf } from '../../src/press/files/dxf.ts'
import { pdfOf } from '../../src/press/files/pdf.ts'
import type { PlacardInput } from '../../src/press/files/placard-artwork.ts'
import {
  preflight,
  profileOf,
  type PreflightInput,
} from '../../src/press/preflight/preflight-made.ts'
import { promisedBy, type SiteFacts } from '../../src/press/preflight/preflight-site.ts'
import { svgOf } from '../../src/press/files/svg.ts'
import { condition, fonts, INPUT, made, template } from './placard-kit.ts'
import type { LocalText } from '../../src/press/face/local-text.ts'

const FACTS = {
  title: 'Đường Hoàng Văn Thụ',
  subject: 'HTTPS://QR.LANGSON.GOV.VN/7K3QXC · placard-150x200@2',
  creator: 'Stele',
  producer: 'Stele with pdfkit',
  date: new Date('2026-11-22T00:00:00Z'),
}

export function pdfFrom(drawing: Drawing): Uint8Array {
  return pdfOf(drawing, FACTS, fonts, condition)
}

export function inputFor(
  change: Partial<PlacardInput> = {},
  alter: (drawing: Drawing) => Drawing = (drawing) => drawing,
): PreflightInput {
  const placard = made(change)
  const { symbol } = placard
  const drawing = alter(placard.drawing)
  return {
    drawing,
    symbol,
    template,
    fonts,
    condition,
    pdf: pdfFrom(drawing),
    again: null,
    svg: svgOf(drawing, fonts, profileOf(condition).screen),
    dxf: dxfOf(drawing, fonts),
    sign: {
      payload: symbol.payload,
      origins: INPUT.allowedOrigins,
      isIssued: true,
      isEnded: false,
      pinned: null,
    },
    review: { isApproved: true, names: (change.names ?? INPUT.names).map(({ text }) => text) },
    site: siteOf(change.names ?? INPUT.names),
    scanMetres: 0.75,
  }
}

/** A site that answers as it should. */
function siteOf(names: readonly LocalText[]): SiteFacts {
  const promised = promisedBy({ names, invitations: INPUT.invitations })
  const pages = promised.map(({ locale, name }) => ({
    locale,
    status: 200,
    language: locale,
    heading: name ?? '',
  }))
  return {
    promised,
    answers: { address: 'https://qr.langson.gov.vn/7K3QXC', status: 200, pages },
  }
}

export async function judge(input: PreflightInput): Promise<PreflightReport> {
  return preflight(input, await printEngines())
}

export function faultsOf({ findings }: PreflightReport): string[] {
  return [...new Set(findings.map(({ fault }) => fault))]
}
