/** What the editor of a text sends, and what becomes of it. */
import * as z from 'zod'
import { mergeTexts, type Merge } from '../../../content/merge.ts'
import { canonicalBody } from '../../../content/text-file.ts'
import { damageIn } from '../../../domain/damaged-letters.ts'
import { StaleRevisionError } from '../../../domain/errors.ts'
import {
  BODY_MAX,
  characters,
  SUMMARY_MAX,
  TITLE_MAX,
  type Text,
} from '../../../domain/revision.ts'
import type { Database } from '../../../store/database.ts'
import type { Act } from '../../../store/entries.ts'
import { findLatestRevision, findRevision } from '../../../store/revisions.ts'
import { saveText } from '../../../store/texts.ts'
import type { TextAtDesk } from '../entry-of.ts'
import type { Form } from '../form.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { FormProblems } from '../form-view.tsx'

/** 0 for what is no number. */
const number = z.coerce.number().int().min(0).max(1_000_000).catch(0)

/** Line ends and blank lines of the body are already canonical. */
export interface TextDraft extends Text {
  /** The revision the writer started from; 0 for none. */
  number: number
}

/**
 * What is typed, trimmed and in canonical form; nothing is refused here. `answersTo`: the source revision that counts
 * unless the writer says that they followed a later one.
 */
export function readDraft(form: Form, { isSource, standing }: TextAtDesk): TextDraft {
  const followed = number.parse(form.text('followed'))
  const before = number.parse(form.text('basedOn')) || (standing.latest?.answersTo ?? null)
  return {
    number: number.parse(form.text('number')),
    title: form.words('title').trim(),
    summary: form.words('summary').replace(/\s+/g, ' ').trim(),
    body: canonicalBody(form.words('body')),
    basedOn: isSource ? null : followed || before,
  }
}

/**
 * What keeps a draft from being saved, at its field: no title, or more characters than there is room for. Everything
 * else may be mended later.
 */
export function draftProblems(draft: TextDraft, say: Say): FormProblems {
  const limits = [
    ['title', TITLE_MAX],
    ['summary', SUMMARY_MAX],
    ['body', BODY_MAX],
  ] as const
  const problems: FormProblems = {}
  for (const [name, most] of limits) {
    const count = characters(draft[name])
    const field = say(`text.field.${name}`)
    if (count > most) problems[name] = { key: 'problem.tooLong', values: { field, count, most } }
  }
  for (const [name] of limits) {
    const damage = damageIn(draft[name])
    if (!damage) continue
    const { kind, found, meant, encoding } = damage
    problems[name] ??= { key: `letters.said.${kind}`, values: { found, meant, encoding } }
  }
  if (draft.title === '')
    problems['title'] ??= { key: 'problem.empty', values: { field: say('text.field.title') } }
  return problems
}

/** `joined`: with what `by` had saved meanwhile. A conflict has written nothing. */
export type DraftSaved =
  | { outcome: 'unchanged'; number: number }
  | { outcome: 'saved'; number: number }
  | { outcome: 'joined'; number: number; by: string }
  | DraftConflict

export interface DraftConflict {
  outcome: 'conflict'
  merge: Merge
  /** The other's revision. */
  latest: number
  by: string
  /** What both started from; empty texts where that revision is unknown. */
  base: Text
  theirs: Text
}

const NOTHING: Text = { title: '', summary: '', body: '', basedOn: null }

/**
 * The next revision, by hand. What somebody else saved meanwhile is joined with it, or handed back as a conflict; a
 * draft that says what is there already is not saved again.
 */
export async function saveDraft(
  db: Database,
  text: Pick<TextAtDesk, 'locale' | 'history'>,
  draft: TextDraft,
  act: Act,
): Promise<DraftSaved> {
  const ref = { entry: text.history.id, locale: text.locale }
  for (;;) {
    const latest = await findLatestRevision(db, ref)
    const theirs = latest ?? NOTHING
    const mine: Text = draft
    if (latest && isSame(mine, theirs)) return { outcome: 'unchanged', number: latest.number }
    const isNewest = (latest?.number ?? 0) === draft.number
    const base = isNewest
      ? theirs
      : (draft.number > 0 && (await findRevision(db, { ...ref, number: draft.number }))) || NOTHING
    const merge = mergeTexts(base, mine, theirs)
    const by = latest?.savedBy ?? ''
    if (!merge.text)
      return { outcome: 'conflict', merge, latest: latest?.number ?? 0, by, base, theirs }
    const number = (latest?.number ?? 0) + 1
    const { title, summary, body, basedOn } = merge.text
    try {
      await saveText(db, { ...ref, number, title, summary, body, basedOn, origin: 'hand' }, act)
      return isNewest ? { outcome: 'saved', number } : { outcome: 'joined', number, by }
    } catch (error) {
      // Somebody saved between the look and the writing: their revision is now the one to join with.
      if (!(error instanceof StaleRevisionError)) throw error
    }
  }
}

function isSame(a: Text, b: Text): boolean {
  return (
    a.title === b.title && a.summary === b.summary && a.body === b.body && a.basedOn === b.basedOn
  )
}
