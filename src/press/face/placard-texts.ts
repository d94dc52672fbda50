/** What is said on a placard, and whether it can be set: texts in NFC, without strays, every character in its font. */
import { readableHost } from '../../domain/placard.ts'
import { spaced, type ShortCode } from '../../domain/short-code.ts'
import type { FontShelf, PrintFont } from './fonts.ts'
import { splitName } from './kind-word.ts'
import { namePieces, piecesFrom } from './name-pieces.ts'
import type { TemplateLine } from '../template/template-parts.ts'
import { fontFor, type Template, type TextWeight } from '../template/template.ts'
import type { Span, WantedLine } from './typesetting.ts'
import type { LocalText, NamePiece } from './local-text.ts'
import type { FaceProblem } from './problems.ts'

export interface PlacardTexts {
  code: ShortCode
  origin: string
  /** The first is set largest. */
  names: LocalText[]
  /** `Đường` where the first name begins with it; without it, the template's own list decides. */
  kindWord?: LocalText | null
  /** A word or two above the name, one per language: the rank of a heritage site. */
  captions?: LocalText[]
  /** One paragraph per language that says what the thing is. */
  intro?: LocalText[]
  /** Further paragraphs, in the order of reading, those of one language together. */
  body?: LocalText[]
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
): { wanted: WantedLine[]; problems: FaceProblem[] } {
  const problems: FaceProblem[] = []
  const wanted = lines.flatMap((line) => {
    const { bind: role, comfort = 0, lines: count, gap, lineGap } = line
    return partsFor(line, texts, template).map((parts): WantedLine => {
      const spans = parts.flatMap(({ locale, text, weight }): Span[] => {
        const id = fontFor(template, locale, weight)
        const font = fonts.get(id)
        problems.push(...textProblems(line.bind, text, id, font))
        return font ? [{ text: inCapitals(line, locale, text), font }] : []
      })
      const em = line.measure === 'capitals' ? 1 / (spans[0]?.font.capHeight ?? 1) : 1
      const [most, least] = line.size.map((size) => size * em) as [number, number]
      const sizes = { most, least, comfort: comfort * em }
      const [{ pieces, locale } = { locale: 'und' }] = parts
      const set = pieces?.map((one) => ({ ...one, text: inCapitals(line, locale, one.text) }))
      return { role, spans, ...sizes, lines: count, gap, lineGap, ...(set && { pieces: set }) }
    })
  })
  return { wanted, problems }
}

/** By the rules of the language: đ becomes Đ and ễ Ễ in one character each. */
function inCapitals({ capitals }: TemplateLine, locale: string, text: string): string {
  return capitals ? text.toLocaleUpperCase(locale).normalize('NFC') : text
}

interface TextPart extends LocalText {
  weight: TextWeight
  /** Of a name whose template breaks by meaning. */
  pieces?: NamePiece[]
}

/** One list of parts per line to be set. */
function partsFor(
  { bind, weight }: TemplateLine,
  texts: PlacardTexts,
  template: Template,
): TextPart[][] {
  const each = (list: readonly LocalText[] = []) => list.map((text) => [{ ...text, weight }])
  const named = (names: readonly LocalText[], part = (name: LocalText) => name) =>
    names.map((name): TextPart[] => {
      const { locale, text } = part(name)
      const pieces = piecesFrom(namePieces(name), name.text.length - text.length)
      return [{ locale, text, weight, ...(template.breaks && { pieces }) }]
    })
  const host = { locale: 'und', text: readableHost(texts.origin) }
  const code = { locale: 'und', text: spaced(texts.code) }
  switch (bind) {
    case 'name-first':
      return named(texts.names.slice(0, 1))
    case 'name-others':
      return named(texts.names.slice(1))
    case 'name-bare':
      return named(texts.names.slice(0, 1), (name) => split(name, texts, template).bare)
    case 'kind-word':
      return each(
        texts.names.slice(0, 1).flatMap((name) => split(name, texts, template).kindWord ?? []),
      )
    case 'caption-first':
      return each(texts.captions?.slice(0, 1))
    case 'caption-others':
      return each(texts.captions?.slice(1))
    case 'invitation-first':
      return each(texts.invitations.slice(0, 1))
    case 'invitation-others':
      return each(texts.invitations.slice(1))
    case 'publisher':
      return each([texts.publisher])
    case 'hotline':
      return each(texts.hotline ? [texts.hotline] : [])
    case 'host':
      return each([host])
    case 'code':
      return each([code])
    case 'address':
      return [
        [
          { ...host, weight: 'plain' },
          { ...code, weight: 'strong' },
        ],
      ]
  }
}

function split(name: LocalText, { kindWord }: PlacardTexts, { kindWords }: Template) {
  return splitName(name, kindWords, kindWord)
}

/** A board must say ĐƯỜNG or PHỐ above the name. */
export function kindWordProblems(texts: PlacardTexts, template: Template): FaceProblem[] {
  const [name] = texts.names
  if (!name || !template.kindWords?.required || split(name, texts, template).kindWord) return []
  const words = Object.values(template.kindWords.words).flat().join(', ')
  return [{ code: 'no-kind-word', values: { text: name.text, words } }]
}

/** `others` may lend a font for what the first lacks, as a Chinese name in an English sentence. */
export function textProblems(
  field: string,
  text: string,
  fontId: string,
  font: PrintFont | undefined,
  others: readonly PrintFont[] = [],
): FaceProblem[] {
  const values = { field, text }
  if (!font) return [{ code: 'no-such-font', values: { ...values, font: fontId } }]
  if (text.trim() === '') return [{ code: 'empty-text', values: { field } }]
  if (text !== text.normalize('NFC')) return [{ code: 'not-nfc', values }]
  if (text !== text.trim()) return [{ code: 'surrounding-space', values }]
  // \p{Co}: private use, whose picture depends on the font.
  if (/[\p{Cc}\p{Co}\p{Zl}\p{Zp}]/u.test(text)) return [{ code: 'control-character', values }]
  const [lacking = null] = [...text].filter((character) =>
    [font, ...others].every((one) => one.missingIn(character) !== null),
  )
  if (lacking === null) return []
  return [
    {
      code: 'missing-glyph',
      values: { ...values, character: lacking, codePoint: codePoint(lacking), font: fontId },
    },
  ]
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
