/** Pictures of entries for messages, on Node. Fonts are read when the first is asked for. */
import { cardSvg, type CardWords } from '../press/files/card.ts'
import { openFonts, type FontShelf } from '../press/face/fonts.ts'

/** Fonts by id; the first that has a letter draws it. */
const FONTS = ['be-vietnam-pro-700', 'noto-sans-sc-500', 'noto-sans-khmer-500']

/**
 * What draws a card, as PNG. `readFont`: the bytes of a font of templates/fonts by its id; a font that is missing
 * throws at the first card.
 */
export function sharpCards(readFont: (id: string) => Promise<Uint8Array>) {
  let shelf: Promise<FontShelf> | null = null
  const opened = async () =>
    openFonts(
      Object.fromEntries(
        await Promise.all(FONTS.map(async (id) => [id, await readFont(id)] as const)),
      ),
    )
  return async (words: CardWords): Promise<Uint8Array<ArrayBuffer>> => {
    const fonts = await (shelf ??= opened())
    const { default: sharp } = await import('sharp')
    const svg = Buffer.from(cardSvg(words, fonts))
    return new Uint8Array(await sharp(svg).png({ palette: true, colours: 64 }).toBuffer())
  }
}
