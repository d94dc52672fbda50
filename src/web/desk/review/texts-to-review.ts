/** The latest text in every language as visitors would see it, or how it differs from what they see now. */
import type { Context } from 'hono'
import { renderBody } from '../../../content/markdown.ts'
import { differencesBetween, type Differences } from '../../../content/paragraph-diff.ts'
import { paragraphsOf } from '../../../content/paragraphs.ts'
import { shortened } from '../../../domain/folder.ts'
import type { Locale } from '../../../domain/locale.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { listTextsOf } from '../../../store/import-rows.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { FactsDesk } from '../facts/facts-desk.ts'

export interface TextToReview {
  locale: Locale
  number: number
  title: string
  summary: string
  /** Safe HTML; headings begin at h3, marks of citations lead to `#source-ID`. */
  html: string
  /** From what is public; null where the same is, or nothing. */
  differences: Differences | null
  isPublic: boolean
  /** The first words of each paragraph, to hang a note on. */
  paragraphs: string[]
}

/** The source language first, then the others in the order of the site. */
export async function textsToReview(
  c: Context<DeskEnv>,
  { state }: FactsDesk,
): Promise<TextToReview[]> {
  const site = c.get('site')
  const source = sourceLocale(site)
  const order = [source, ...site.locales, ...state.texts.map(({ locale }) => locale)]
  const texts = [...state.texts].sort((a, b) => order.indexOf(a.locale) - order.indexOf(b.locale))
  return Promise.all(
    texts.map(async ({ locale, number, title, summary, body }) => {
      const found = await listTextsOf(c.env.services.db, [state.id], locale, 'public')
      const shown = found.get(state.id)
      const isPublic = shown?.isPublic === true && shown.number === number
      const isOther = shown?.isPublic === true && shown.number !== number
      return {
        locale,
        number,
        title,
        summary,
        html: reviewedHtml(body),
        differences: isOther ? differencesBetween(shown, { title, summary, body }, locale) : null,
        isPublic,
        paragraphs: paragraphsOf(body).map((paragraph) => shortened(paragraph)),
      }
    }),
  )
}

/** As a page has it, but that a citation is called what the facts call its source: one list serves all languages. */
function reviewedHtml(body: string): string {
  const { html, cited } = renderBody(body)
  return html
    .replace(
      /<sup><a href="#source-(\d+)" id="[^"]*" role="doc-noteref">\[\d+\]<\/a><\/sup>/g,
      (_, number: string) => {
        const id = cited[Number(number) - 1] ?? ''
        return `<sup><a href="#source-${id}">[${id}]</a></sup>`
      },
    )
    .replace(
      /(<\/?h)(\d)/g,
      (_, tag: string, level: string) => `${tag}${Math.min(6, Number(level) + 1)}`,
    )
}
