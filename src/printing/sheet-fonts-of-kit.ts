import type { SheetFonts } from '../press/files/sheet-fonts.ts'
import { fontFor } from '../press/template/template.ts'
import type { PlacardKit } from './placard-kit.ts'

/**
 * Fonts of office sheets: those the template names for all languages but those with their own. Throws where it names
 * none.
 */
export function sheetFonts({ template, files }: PlacardKit): SheetFonts {
  const bytes = (weight: 'strong' | 'plain') => files[fontFor(template, 'und', weight)]
  const [plain, strong] = [bytes('plain'), bytes('strong')]
  if (!plain || !strong) throw new Error(`template ${template.id} names no fonts for und`)
  return { plain, strong }
}

/** The same, with the fonts of the template's other languages. */
export function allSheetFonts(kit: PlacardKit): SheetFonts {
  const { template, files } = kit
  const others = Object.keys(template.fonts)
    .filter((language) => language !== 'und')
    .flatMap((language) => {
      const bytes = files[fontFor(template, language, 'plain')]
      return bytes ? [[language, bytes] as const] : []
    })
  return { ...sheetFonts(kit), others: Object.fromEntries(others) }
}
