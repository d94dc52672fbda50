/** The texts of an entry: read and written. */
import { Hono, type Context } from 'hono'
import { bodyOf } from '../../../content/paragraphs.ts'
import { may } from '../../../domain/editor.ts'
import { ConflictList } from './conflict.tsx'
import { sayFor } from '../desk-layout.tsx'
import { actOf, allow, deskOf, missing, refuse } from '../desk.tsx'
import { textOf, type TextAtDesk } from '../entry-of.ts'
import { namesAtDesk } from '../editor-names.ts'
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

const TEXT = '/admin/entries/:folder/:slug/:locale'

/** 422 with the fields as they were sent, 409 with both people's words where they collide. */
export const textRoutes = new Hono<DeskEnv>()
  .get(TEXT, allow('entry.read'), async (c) => {
    const text = await textOf(c)
    return text ? showText(c, text, { said: await saidIn(c, text) }) : missing(c)
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

/** Saved, it leads on to the page that says so; a conflict is answered as it is, for nothing was saved. */
async function afterSaving(
  c: Context<DeskEnv>,
  draft: TextDraft,
  saving: DraftSaved,
  isRighted: boolean,
): Promise<Response> {
  const text = (await textOf(c)) as TextAtDesk
  if (saving.outcome !== 'conflict') {
    const righted = isRighted ? '&righted=1' : ''
    const said = `${saving.outcome}=${saving.number}${righted}`
    return c.redirect(`${text.path}/${text.locale}?${said}`, 303)
  }
  const { merge, latest, by } = saving
  const names = await namesAtDesk(c.env.services.db)
  const conflict = (
    <ConflictList
      say={sayFor(deskOf(c))}
      locale={text.locale}
      conflicts={merge.conflicts}
      by={names(by)}
      number={latest}
    />
  )
  return showText(c, text, { draft: withBoth(draft, saving), conflict, status: 409 })
}

/** What the address says was done: one of a revision that there is; null otherwise. */
async function saidIn(
  c: Context<DeskEnv>,
  { history, locale }: TextAtDesk,
): Promise<string | null> {
  const outcome = (['saved', 'unchanged', 'joined'] as const).find((one) => c.req.query(one))
  const number = Number(outcome && c.req.query(outcome))
  const mine = history.revisions.filter((one) => one.locale === locale)
  if (!outcome || !mine.some((one) => one.number === number)) return null
  const before = mine.find((one) => one.number === number - 1)?.savedBy ?? ''
  const by = outcome === 'joined' ? (await namesAtDesk(c.env.services.db))(before) : ''
  const say = sayFor(deskOf(c))
  const righted = c.req.query('righted') ? ` ${say('letters.righted')}` : ''
  return say(`text.${outcome}`, { number, by }) + righted
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
