/** The running texts of a template: which languages and paragraphs they get, and in which fonts. */
import type { FontShelf, PrintFont } from './fonts.ts'
import type { FlowTexts, Paragraph } from './passage.ts'
import { textProblems, type PlacardTexts } from './placard-texts.ts'
import type { TemplateFlow, TemplatePassage } from '../template/template-parts.ts'
import { fontFor, type Template } from '../template/template.ts'
import type { Span } from './typesetting.ts'
import type { LocalText } from './local-text.ts'
import type { FaceProblem } from './problems.ts'

export interface WantedPassage {
  passage: TemplatePassage
  flows: FlowTexts[]
}

/** The passages for as many languages as the texts come in; empty for a template without running text. */
export function passagesFor(
  texts: PlacardTexts,
  template: Template,
  fonts: FontShelf,
): { wanted: WantedPassage[]; problems: FaceProblem[] } {
  const { texts: choices = [] } = template
  if (choices.length === 0) return { wanted: [], problems: [] }
  const locales = localesOf(texts, choices)
  // Without its first language a face would greet its own people in a foreign one.
  if (locales.length === 0 || locales[0] !== texts.names[0]?.locale) {
    const values = { template: template.id }
    return { wanted: [], problems: [{ code: 'nothing-to-print', values }] }
  }
  const byNumber = [...choices].sort((a, b) => a.languages - b.languages)
  const choice = byNumber.find(({ languages }) => languages >= locales.length) ?? byNumber.at(-1)
  const problems: FaceProblem[] = []
  const wanted = (choice?.passages ?? []).map((passage) => ({
    passage,
    flows: passage.flows.map((flow) => ({
      flow,
      paragraphs: paragraphsOf(flow, texts, locales).map(
        ({ part, text: { locale, text } }): Paragraph => {
          const main = fontFor(template, locale, part.weight)
          const lent = lenders(template, fonts, main, part.weight)
          const role = `${part.bind}-${locale}`
          problems.push(...textProblems(role, text, main, fonts.get(main), lent))
          const { language } = part
          const spans = spansOf(text, fonts.get(main), lent)
          return { role, language, isBody: part.bind === 'body', spans }
        },
      ),
    })),
  }))
  return { wanted, problems }
}

/** In the order of the names, those that have all the kinds of text that the template prints in its first language. */
function localesOf(
  { names, intro = [], body = [] }: PlacardTexts,
  choices: NonNullable<Template['texts']>,
): string[] {
  const parts = choices.flatMap(({ passages }) =>
    passages.flatMap(({ flows }) => flows.flatMap((flow) => flow.parts)),
  )
  const needed = [intro, body].filter((_, i) =>
    parts.some(({ bind, language }) => language === 1 && bind === (['intro', 'body'] as const)[i]),
  )
  return names
    .map(({ locale }) => locale)
    .filter((locale) => needed.every((texts) => texts.some((text) => text.locale === locale)))
}

function paragraphsOf(
  { parts }: TemplateFlow,
  { intro = [], body = [] }: PlacardTexts,
  locales: readonly string[],
) {
  return parts.flatMap((part) => {
    const locale = locales[part.language - 1]
    const source: readonly LocalText[] = part.bind === 'intro' ? intro : body
    return source.filter((one) => one.locale === locale).map((text) => ({ part, text }))
  })
}

/** The template's other fonts of this weight, in the order of the file. */
function lenders(
  template: Template,
  fonts: FontShelf,
  main: string,
  weight: 'strong' | 'plain',
): PrintFont[] {
  const ids = new Set(Object.values(template.fonts).map((choice) => choice[weight]))
  return [...ids].flatMap((id) => (id === main ? [] : (fonts.get(id) ?? [])))
}

/** Each character in the main font if it has it, else in the first that does; marks stay with what they mark. */
function spansOf(text: string, main: PrintFont | undefined, lent: readonly PrintFont[]): Span[] {
  if (!main) return []
  if (main.missingIn(text) === null) return [{ text, font: main }]
  const spans: Span[] = []
  for (const character of text) {
    const last = spans.at(-1)
    const own = [main, ...lent].find((font) => font.missingIn(character) === null) ?? main
    const font = last && /\p{M}/u.test(character) ? last.font : own
    if (last?.font === font) last.text += character
    else spans.push({ text: character, font })
  }
  return spans
}
