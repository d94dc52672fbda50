/** The files that `stele placard` writes of one sign. */
import { type Address, printedAddress } from '../domain/placard.ts'
import { spaced } from '../domain/short-code.ts'
import { sourceLocale, type Site } from '../domain/site.ts'
import { interfaceLocale, message } from '../messages/messages.ts'
import { dxfOf } from '../press/files/dxf.ts'
import { ndefOf } from '../press/files/ndef.ts'
import type { PlacardArtwork, PlacardInput } from '../press/files/placard-artwork.ts'
import { profileOf } from '../press/preflight/preflight-made.ts'
import { screenFile } from '../press/files/screen-file.ts'
import { svgOf } from '../press/files/svg.ts'
import type { Template } from '../press/template/template.ts'
import { allSheetFonts } from './sheet-fonts-of-kit.ts'
import type { PlacardKit } from './placard-kit.ts'
import { previewOf } from './preview.ts'

export const FORMATS = ['pdf', 'screen', 'svg', 'dxf', 'ndef', 'png'] as const
export type Format = (typeof FORMATS)[number]

/** What follows the name that the files of a sign share. */
export function endingOf(format: Format, template: Template): string {
  if (format === 'screen') return '__screen.pdf'
  return format === 'pdf' ? printEnding(template) : `.${format}`
}

/** Nobody is to take the mirror image for the face. */
export function printEnding({ material }: Template): string {
  return material.mirrored ? '__mirrored.pdf' : '.pdf'
}

/** The bytes of one format; null for the tag of a face that carries no address. */
export async function bytesFor(
  format: Format,
  site: Site,
  kit: PlacardKit,
  input: PlacardInput,
  made: PlacardArtwork,
): Promise<Uint8Array | string | null> {
  const inks = { fonts: kit.fonts, screen: profileOf(kit.condition).screen }
  const svg = () => svgOf(made.drawing, inks.fonts, inks.screen)
  switch (format) {
    case 'pdf':
      return made.pdf
    case 'screen':
      return screenFile(input, made, wordsFor(site, input, made), allSheetFonts(kit), inks)
    case 'svg':
      return svg()
    case 'png':
      return previewOf(made.drawing, svg())
    case 'dxf':
      return dxfOf(made.drawing, inks.fonts)
    case 'ndef':
      return made.symbol && ndefOf(made.symbol.payload as Address)
  }
}

function wordsFor(site: Site, { names, code, origin }: PlacardInput, { symbol }: PlacardArtwork) {
  const language = sourceLocale(site)
  const words = interfaceLocale(language, site.fallbackLocale)
  const values = { code: spaced(code), name: names[0]?.text ?? '' }
  const alt = symbol
    ? message(words, 'placard.alt', { ...values, address: printedAddress(origin, code) ?? '' })
    : message(words, 'placard.alt.bare', values)
  return { language, alt }
}
