/** The latest text in every language as visitors would see it, or how it differs from what they see now. */
import type { Context } from 'hono'
import { differencesBetween, type Differences } from '../../../content/paragraph-diff.ts'
import { paragraphsOf } from '../../../content/paragraphs.ts'
import { shortened } from '../../../domain/folder.ts'
import type { Locale } from '../../../domain/locale.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { listTextsOf } from '../../../store/import-rows.ts'
import type { DeskEnv } from '../desk-env.ts'
import { readHtml } from '../read-html.ts'
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
        html: readHtml(body),
        differences: isOther ? differencesBetween(shown, { title, summary, body }, locale) : null,
        isPublic,
        paragraphs: paragraphsOf(body).map((paragraph) => shortened(paragraph)),
      }
    }),
  )
}
