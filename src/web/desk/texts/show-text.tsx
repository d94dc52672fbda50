/** Gathers what the page of one text shows, for whoever looks at it. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { differencesBetween } from '../../../content/paragraph-diff.ts'
import { may } from '../../../domain/editor.ts'
import { type Facts } from '../../../domain/entry.ts'
import type { Revision, Text } from '../../../domain/revision.ts'
import { localDay } from '../../../domain/scan.ts'
import { writersOf } from '../../../domain/text-state.ts'
import { findRevision } from '../../../store/revisions.ts'
import type { SourceShown } from '../source-column.tsx'
import type { TextNotesProps } from './text-notes-view.tsx'
import { TextPage } from './text-page.tsx'
import { namesAtDesk } from '../editor-names.ts'
import { listLivingSigns } from '../living-signs.ts'
import { deskOf, page } from '../desk.tsx'
import { type TextAtDesk, factsOf, nameOfEntry } from '../entry-of.ts'
import { actsFor } from './text-acts-for.ts'
import { textFindings, type PlacedFinding } from './text-findings.ts'
import { notesFor, openIn } from './text-notes.ts'
import { templatesFor } from './text-templates.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { FormProblems } from '../form-view.tsx'
import type { TextDraft } from './text-draft.ts'

export interface TextPageInput {
  /** What was typed; null shows the latest revision. */
  draft?: TextDraft | null
  problems?: FormProblems
  /** What has just been done, as a sentence. */
  said?: string | null
  /** Passages to be decided, as a view. */
  conflict?: Child
  /** A note that was sent back, with its words. */
  note?: TextNotesProps['typed']
  /** 200 unless told. */
  status?: 200 | 409 | 422
}

/**
 * The page of a text. A text without revisions opens with the name of its entry as title; a draft is shown as it was
 * sent.
 */
export async function showText(
  c: Context<DeskEnv>,
  text: TextAtDesk,
  given: TextPageInput = {},
): Promise<Response> {
  const { draft = null, problems = {}, said = null, conflict, status = 200 } = given
  const { db } = c.env.services
  const { history, locale, standing, isSource, path } = text
  const facts = await factsOf(c, text)
  const latest =
    standing.latest &&
    (await findRevision(db, { entry: history.id, locale, number: standing.latest.number }))
  const source = isSource ? null : await sourceRevision(c, text)
  const shown = draft ?? {
    ...(latest ?? { title: nameOfEntry(facts, text), summary: '', body: '' }),
    number: latest?.number ?? 0,
    basedOn: isSource ? null : (standing.latest?.answersTo ?? null),
  }
  const names = await namesAtDesk(db)
  const findings = latest || draft ? await findingsBeside(c, text, shown, { facts, source }) : []
  const notes = latest && (await notesFor(c, text, latest, { names, typed: given.note ?? null }))
  const editor = c.get('session')?.editor
  const mayEnd = editor !== undefined && may(editor, 'text.publish')
  const signs = mayEnd ? await listLivingSigns(db, history.id) : []
  const acts = actsFor(c, text, facts, { names, signs })
  // Whoever wrote it goes on writing; everybody else who may decide looks at it as visitors will.
  const isWriter =
    latest !== null && writersOf(history, locale, latest.number).includes(editor?.email ?? '')
  const isRead =
    acts.decide !== null && !draft && latest !== null && !isWriter && !c.req.query('edit')
  const view = (
    <TextPage
      desk={deskOf(c)}
      name={nameOfEntry(facts, text)}
      path={`${path}/${locale}`}
      entryPath={path}
      locale={locale}
      standing={standing}
      problems={problems}
      said={said}
      findings={findings}
      conflict={conflict}
      draft={shown}
      source={source && (await sourceShown(c, text, source))}
      mayWrite={editor !== undefined && may(editor, 'text.write', locale)}
      sources={facts.sources}
      toVerify={facts.toVerify ?? []}
      notes={notes}
      templates={await templatesFor(c)}
      acts={{ ...acts, openNotes: openIn(notes) }}
      reading={isRead ? { differences: await sincePublic(c, text, latest) } : null}
    />
  )
  return page(c, view, status)
}

/** From what visitors read now to `latest`; null where they read nothing, or the same. */
async function sincePublic(
  c: Context<DeskEnv>,
  { standing, history, locale }: TextAtDesk,
  latest: Revision,
) {
  const number = standing.published?.number
  if (number === undefined || number === latest.number) return null
  const before = await findRevision(c.env.services.db, { entry: history.id, locale, number })
  return before && differencesBetween(before, latest, locale)
}

/** What the checks say of a draft, in the order of the file. */
export async function findingsFor(
  c: Context<DeskEnv>,
  text: TextAtDesk,
  draft: Text,
  facts: Facts,
): Promise<PlacedFinding[]> {
  const source = text.isSource ? null : await sourceRevision(c, text)
  return findingsBeside(c, text, draft, { facts, source })
}

function findingsBeside(
  c: Context<DeskEnv>,
  text: TextAtDesk,
  draft: Text,
  { facts, source }: { facts: Facts; source: Revision | null },
): Promise<PlacedFinding[]> {
  const { db, now } = c.env.services
  const site = c.get('site')
  const today = localDay(now(), site.timeZone)
  return textFindings(db, text, draft, { site, facts, source, today })
}

/**
 * The source revision a translator works from: the public one, or the latest where none is public; null where the
 * source has no text.
 */
async function sourceRevision(
  c: Context<DeskEnv>,
  { standings, source, history }: TextAtDesk,
): Promise<Revision | null> {
  const standing = standings.find(({ locale }) => locale === source)
  const number = (standing?.published ?? standing?.latest)?.number
  return number === undefined
    ? null
    : findRevision(c.env.services.db, { entry: history.id, locale: source, number })
}

/** Without a revision to compare with, all of it is shown as unchanged. */
async function sourceShown(
  c: Context<DeskEnv>,
  { standing, source, history }: TextAtDesk,
  to: Revision,
): Promise<SourceShown> {
  const since = standing.latest?.answersTo ?? null
  const from =
    since !== null && since < to.number
      ? await findRevision(c.env.services.db, { entry: history.id, locale: source, number: since })
      : null
  const before: Text = from ?? to
  return {
    locale: source,
    number: to.number,
    since: from ? since : null,
    differences: differencesBetween(before, to, source),
  }
}
