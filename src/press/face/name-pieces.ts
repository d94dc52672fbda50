/** Where a name may be broken by what it means: by the rule of its language, or as its entry says. */
import { piecesOfBreaks, unbroken } from '../../domain/name-breaks.ts'
import { chinesePieces } from './chinese-pieces.ts'
import { englishPieces } from './english-pieces.ts'
import { piecesOf } from './line-breaks.ts'
import type { LocalText, NamePiece } from './local-text.ts'
import { vietnamesePieces } from './vietnamese-pieces.ts'

/** Joined, they are the text. Khmer breaks by word, as all its texts do. */
export function namePieces({ locale, text, breaks }: LocalText): NamePiece[] {
  if (breaks !== undefined && unbroken(breaks) === text) return plain(piecesOfBreaks(breaks))
  const { language, script } = new Intl.Locale(locale).maximize()
  if (language === 'en') return englishPieces(text)
  if (script === 'Latn') return vietnamesePieces(text)
  return plain(language === 'zh' ? chinesePieces(text) : piecesOf(text))
}

const plain = (texts: readonly string[]) => texts.map((text) => ({ text }))

/** The pieces of what is left of a name without its first `count` units of text. */
export function piecesFrom(pieces: readonly NamePiece[], count: number): NamePiece[] {
  let left = count
  return pieces.flatMap((piece) => {
    const cut = Math.min(left, piece.text.length)
    left -= cut
    return cut === piece.text.length ? [] : [{ ...piece, text: piece.text.slice(cut) }]
  })
}
