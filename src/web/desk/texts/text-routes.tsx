/** The texts of an entry: read and written. */
import { Hono, type Context } from 'hono'
import { bodyOf } from '../../../content/paragraphs.ts'
import { may } from '../../../domain/editor.ts'
import { ConflictList } from './conflict.tsx'
import { sayFor } from '../desk-layout.tsx'
import { actOf, allow, deskOf, missing, refuse } from '../desk.tsx'
import { textOf, type TextAtDesk } from '../entry-of.ts'
import { readForm } from '../form.ts'
import {
  draftProblems,
  readDraft,
  saveDraft,
  type TextDraft,
  type DraftSaved,
  type DraftConflict,
} from './text-draft.ts'
import { showText } from './show-text.tsx'
import type { DeskEnv } from '../desk-env.ts'
import type { DeskKey } from '../../../messages/desk-key.ts'

const TEXT = '/admin/entries/:folder/:slug/:locale'

/** 422 with the fields as they were sent, 409 with both people's words where they collide. */
export const textRoutes = new Hono<DeskEnv>()
  .get(TEXT, allow('entry.read'), async (c) => {
    const text = await textOf(c)
    return text ? showText(c, text) : missing(c)
  })
  .post(`${TEXT}/revisions`, allow('text.write'), async (c) => {
    const text = await textOf(c)
    if (!text) return missing(c)
    if (!mayWrite(c, text)) return refuse(c)
    const form = await readForm(c)
    const draft = readDraft(form, text)
    const problems = draftProblems(draft, sayFor(deskOf(c)))
    if (Object.keys(problems).length > 0) return showText(c, text, { draft, problems, status: 422 })
    const saving = await saveDraft(c.env.services.db, text, draft, actOf(c))
    return afterSaving(c, draft, saving, form.isRighted())
  })

/** False before signing in, and for a translator of other languages. */
export function mayWrite(c: Context<DeskEnv>, { locale }: TextAtDesk): boolean {
  const editor = c.get('session')?.editor
  return editor !== undefined && may(editor, 'text.write', locale)
}

async function afterSaving(
  c: Context<DeskEnv>,
  draft: TextDraft,
  saving: DraftSaved,
  isRighted: boolean,
): Promise<Response> {
  const say = sayFor(deskOf(c))
  const text = (await textOf(c)) as TextAtDesk
  const saved = (key: DeskKey, values: Record<string, string | number>) =>
    showText(c, text, {
      said: [say(key, values), ...(isRighted ? [say('letters.righted')] : [])].join(' '),
      outcome: 'saved',
    })
  switch (saving.outcome) {
    case 'unchanged':
      return saved('text.unchanged', { number: saving.number })
    case 'saved':
      return saved('text.saved', { number: saving.number })
    case 'joined':
      return saved('text.joined', { number: saving.number, by: saving.by })
    case 'conflict': {
      const { merge, latest, by } = saving
      const conflict = (
        <ConflictList
          say={say}
          locale={text.locale}
          conflicts={merge.conflicts}
          by={by}
          number={latest}
        />
      )
      const both = withBoth(draft, saving)
      return showText(c, text, { draft: both, conflict, outcome: 'conflict', status: 409 })
    }
  }
}

/**
 * What the fields hold after a conflict, begun anew from the other's revision: what only one of the two changed is
 * as they made it, what both changed is the writer's, and the body has both.
 */
function withBoth(draft: TextDraft, { merge, latest, base, theirs }: DraftConflict): TextDraft {
  const kept = <Part extends 'title' | 'summary' | 'basedOn'>(part: Part) =>
    draft[part] === base[part] ? theirs[part] : draft[part]
  const body = merge.body.flatMap((part) =>
    typeof part === 'string' ? [part] : [...part.mine, ...part.theirs],
  )
  return {
    number: latest,
    title: kept('title'),
    summary: kept('summary'),
    body: bodyOf(body),
    basedOn: kept('basedOn'),
  }
}
