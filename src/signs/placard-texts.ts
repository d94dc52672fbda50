/** What is said on a placard, and whether it can be set: texts in NFC, without strays, every character in its font. */
import { readableHost } from '../domain/placard.ts'
import { spaced, type ShortCode } from '../domain/short-code.ts'
import type { FontShelf, PrintFont } from './fonts.ts'
import type { Problem } from './problems.ts'
import { fontFor, type Template, type TemplateLine } from './template.ts'
import type { Span, Wanted } from './typesetting.ts'

export interface LocalText {
  locale: string
  text: string
}

export interface PlacardTexts {
  code: ShortCode
  origin: string
  /** The first is set largest. */
  names: LocalText[]
  /** What a scan gives, one line per language. */
  invitations: LocalText[]
  publisher: LocalText
  /** Null while there is none: the line is then left out. */
  hotline: LocalText | null
}

/** The lines of one stack of the template, ready to be fitted. */
export function wantedFor(
  lines: readonly TemplateLine[],
  texts: PlacardTexts,
  template: Template,
  fonts: FontShelf,
): { wanted: Wanted[]; problems: Problem[] } {
  const problems: Problem[] = []
  const wanted = lines.flatMap((line) => {
    const [most, least] = line.size
    const { bind: role, comfort = 0, lines: count, gap } = line
    const rest = { role, most, least, comfort, lines: count, gap }
    return spansFor(line, texts).map((parts) => ({
      ...rest,
      spans: parts.flatMap(({ locale, text, weight }): Span[] => {
        const id = fontFor(template, locale, weight)
        const font = fonts.get(id)
        problems.push(...textProblems(line.bind, text, id, font))
        return font ? [{ text, font }] : []
      }),
    }))
  })
  return { wanted, problems }
}

type Part = LocalText & { weight: 'strong' | 'plain' }

/** One list of parts per line to be set. */
function spansFor({ bind, weight }: TemplateLine, texts: PlacardTexts): Part[][] {
  const each = (list: LocalText[]) => list.map((text) => [{ ...text, weight }])
  switch (bind) {
    case 'name-first':
      return each(texts.names.slice(0, 1))
    case 'name-others':
      return each(texts.names.slice(1))
    case 'invitation-first':
      return each(texts.invitations.slice(0, 1))
    case 'invitation-others':
      return each(texts.invitations.slice(1))
    case 'publisher':
      return each([texts.publisher])
    case 'hotline':
      return each(texts.hotline ? [texts.hotline] : [])
    case 'address':
      return [
        [
          { locale: 'und', text: readableHost(texts.origin), weight: 'plain' },
          { locale: 'und', text: spaced(texts.code), weight: 'strong' },
        ],
      ]
  }
}

function textProblems(
  field: string,
  text: string,
  fontId: string,
  font: PrintFont | undefined,
): Problem[] {
  const values = { field, text }
  if (!font) return [{ code: 'no-such-font', values: { ...values, font: fontId } }]
  if (text.trim() === '') return [{ code: 'empty-text', values: { field } }]
  if (text !== text.normalize('NFC')) return [{ code: 'not-nfc', values }]
  if (text !== text.trim()) return [{ code: 'surrounding-space', values }]
  // \p{Co}: private use, whose picture depends on the font.
  if (/[\p{Cc}\p{Co}\p{Zl}\p{Zp}]/u.test(text)) return [{ code: 'control-character', values }]
  const character = font.missingIn(text)
  if (character === null) return []
  return [{ code: 'missing-glyph', values: { ...values, character, codePoint: codePoint(character), font: fontId } }]
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
