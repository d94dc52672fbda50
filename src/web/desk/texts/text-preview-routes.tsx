/**
 * What is typed, looked at before it is saved: as a page, as print, as speech, and by the checks. Nothing is kept, and
 * nothing is refused for being too long.
 */
import { Hono, type Context } from 'hono'
import { heardSentences } from '../../../content/heard.ts'
import { paragraphsOf } from '../../../content/paragraphs.ts'
import { printedLine, printedParagraphs } from '../../../content/printed-text.ts'
import { isEnded, stateOf } from '../../../domain/sign.ts'
import { boundTexts } from '../../../press/template/template.ts'
import { findEntryPage } from '../../../store/public-entry.ts'
import { listSignsAtDesk } from '../../../store/signs-at-desk.ts'
import { entryOpening } from '../../public/entry/entry-opening.tsx'
import { FindingList } from './text-beside.tsx'
import { HeardPreviewPage, PlacardPreviewPage, type PrintedShown } from './text-previews.tsx'
import { allow, deskOf, missing, page } from '../desk.tsx'
import { textOf, type TextAtDesk, factsOf, nameOfEntry } from '../entry-of.ts'
import { readForm, type Form } from '../form.ts'
import { readDraft, type TextDraft } from './text-draft.ts'
import { findingsFor } from './show-text.tsx'
import { templatesFor } from './text-templates.ts'
import type { DeskEnv } from '../desk-env.ts'

const TEXT = '/admin/entries/:folder/:slug/:locale'

/** The form of a text, with what else was sent beside it. */
interface PreviewInput {
  text: TextAtDesk
  draft: TextDraft
  form: Form
}

async function typedOf(c: Context<DeskEnv>): Promise<PreviewInput | null> {
  const text = await textOf(c)
  if (!text) return null
  const form = await readForm(c)
  return { text, draft: readDraft(form, text), form }
}

export const textPreviewRoutes = new Hono<DeskEnv>()
  .post(`${TEXT}/preview`, allow('text.write'), async (c) => {
    const typed = await typedOf(c)
    return typed ? preview(c, typed.text, typed.draft) : missing(c)
  })
  .post(`${TEXT}/preview/placard`, allow('text.write'), async (c) => {
    const typed = await typedOf(c)
    if (!typed) return missing(c)
    const { text } = typed
    const facts = await factsOf(c, text)
    const printed = await printedFor(c, typed, facts.sources)
    const { locale } = text
    const name = nameOfEntry(facts, text)
    return page(
      c,
      <PlacardPreviewPage desk={deskOf(c)} name={name} locale={locale} printed={printed} />,
    )
  })
  .post(`${TEXT}/preview/heard`, allow('text.write'), async (c) => {
    const typed = await typedOf(c)
    if (!typed) return missing(c)
    const { text, draft } = typed
    const { locale } = text
    const name = nameOfEntry(await factsOf(c, text), text)
    const blocks = heardSentences(draft, locale)
    return page(
      c,
      <HeardPreviewPage desk={deskOf(c)} name={name} locale={locale} blocks={blocks} />,
    )
  })
  .post(`${TEXT}/findings`, allow('text.write'), async (c) => {
    const typed = await typedOf(c)
    if (!typed) return missing(c)
    const { text, draft, form } = typed
    // Blank lines at the top are not saved, but they stand in the editor.
    const blank = /^(?:[^\S\n]*\r?\n)*/.exec(form.text('body'))?.[0].split('\n').length ?? 1
    const found = await findingsFor(c, text, draft, await factsOf(c, text))
    const findings = found.map((one) =>
      one.place?.field === 'body'
        ? { ...one, place: { ...one.place, line: one.place.line + blank - 1 } }
        : one,
    )
    return c.html(<FindingList desk={deskOf(c)} findings={findings} />)
  })

/** Paragraphs as the placard prints them, citations of general knowledge taken out. */
async function printedFor(
  c: Context<DeskEnv>,
  { text, draft, form }: PreviewInput,
  sources: readonly { id: string; kind?: string | undefined }[],
): Promise<PrintedShown> {
  const known = sources.filter(({ kind }) => kind === 'general-knowledge').map(({ id }) => id)
  return {
    drawn: await drawnFor(c, text, draft, form.text('template')),
    hasPrinting: c.env.services.printing !== undefined,
    summary: printedLine(draft.summary),
    paragraphs: printedParagraphs(draft.body, new Set(known)),
    count: paragraphsOf(draft.body).length,
  }
}

/** Drawn for the first sign of the entry that lives; null where there is none, or nothing is drawn here. */
async function drawnFor(
  c: Context<DeskEnv>,
  { history, locale }: TextAtDesk,
  { summary, body }: TextDraft,
  wished: string,
): Promise<PrintedShown['drawn']> {
  const { printing, db } = c.env.services
  if (!printing) return null
  const signs = await listSignsAtDesk(db, { entry: history.id, unit: null, begins: '' })
  const sign = signs.find(({ events }) => !isEnded(stateOf(events)))
  const templates = await printing.listTemplates()
  const ids = await templatesFor(c)
  const template = templates.find(({ id }) => id === (ids?.includes(wished) ? wished : ids?.[0]))
  if (!sign || !template) return null
  const bound = boundTexts(template)
  return {
    code: sign.code,
    template: template.id,
    prints: bound.has('body') ? 'all' : bound.has('intro') ? 'summary' : 'names',
    face: await printing.draw(sign.code, template.id, { locale, summary, body }),
  }
}

const SCRIPTS = /<script\b[^>]*>[\s\S]*?<\/script>/g

/**
 * The public page as it would be, with what is in the fields in place of what is published. 404 for a withheld entry,
 * which has no such page.
 */
async function preview(c: Context<DeskEnv>, text: TextAtDesk, draft: TextDraft): Promise<Response> {
  const { services } = c.env
  const { history, locale } = text
  const entry = await findEntryPage(services.db, history.kind, history.slug)
  if (!entry) return missing(c)
  const shown = {
    ...draft,
    locale,
    number: Math.max(1, draft.number),
    origin: 'hand' as const,
    publishedAt: services.now().toISOString(),
  }
  const texts = [...entry.texts.filter((one) => one.locale !== locale), shown]
  // A sandboxed frame sends no cookies, so there the desk's own address of a picture would be closed.
  const isFramed = c.req.header('sec-fetch-dest') === 'iframe'
  const pictures = isFramed ? {} : { mediaAt: `${text.path}/media` }
  const opening = entryOpening({
    services,
    site: c.get('site'),
    entry: { ...entry, texts, ...pictures },
    sign: null,
    note: null,
    chosen: locale,
  })
  const drawn = await opening.render({ wished: locale, shown: locale })
  const headers = new Headers(drawn.headers)
  const policy = headers.get('Content-Security-Policy') ?? ''
  // In a frame of the desk, and of nobody else.
  headers.set(
    'Content-Security-Policy',
    policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  )
  // Scripts may not run in the frame, and the browser would complain of each.
  const html = isFramed ? drawn.html.replace(SCRIPTS, '') : drawn.html
  return new Response(html, { headers })
}
