/** Pictures and recordings of an entry: sent in, described, put in order, taken out. */
import { Hono, type Context } from 'hono'
import { changedKeys } from '../../../content/facts-changes.ts'
import { parseMediaFile } from '../../../domain/media-file.ts'
import { addAudit } from '../../../store/audit-log.ts'
import { listFactsSaved } from '../../../store/facts.ts'
import { isMediaOf, removeUploads } from '../../../store/media.ts'
import { answerMedia } from '../../media-answer.ts'
import type { FactsProblem } from '../problem-list.tsx'
import { sayFor } from '../desk-layout.tsx'
import { actOf, allow, deskOf, missing } from '../desk.tsx'
import { conflictWith } from '../facts/facts-conflict.ts'
import { openFacts } from '../facts/facts-desk.ts'
import { judge } from '../facts/facts-judging.ts'
import { mayWithhold, speaking, typedFor } from '../facts/facts-page.tsx'
import { saveFacts } from '../facts/facts-saving.ts'
import { readForm } from '../form.ts'
import { knownFiles, settleFiles } from '../facts/media-files.ts'
import { readArranged } from './media-form.ts'
import { mediaPage } from './media-page.tsx'
import { takeIn } from './media-taking.ts'
import type { DeskEnv } from '../desk-env.ts'
import { openMedia, type MediaDesk } from './media-desk.ts'
import type { TypedFacts } from '../facts/facts-fields.ts'

const PATH = '/admin/entries/:folder/:slug/media'

/**
 * Sending answers JSON to a script, with the names that were taken in: 422 and a sentence when a file was refused,
 * those before it kept.
 */
export const mediaRoutes = new Hono<DeskEnv>()
  .get(PATH, allow('media.write'), async (c) => {
    const desk = await openMedia(c)
    return desk ? mediaPage(c, desk, { done: doneIn(c, desk) }) : missing(c)
  })
  .post(`${PATH}/uploads`, allow('media.write'), async (c) => {
    const desk = await openMedia(c)
    if (!desk) return missing(c)
    const { problem, names } = await takeIn(c, desk)
    const isScript = c.req.header('accept') === 'application/json'
    if (isScript) return c.json({ problem, names }, problem ? 422 : 200)
    if (!problem) return c.redirect(`${desk.at}/media?sent=${names.length}`, 303)
    const now = await openMedia(c)
    return now ? mediaPage(c, now, { refused: problem }, 422) : missing(c)
  })
  .post(PATH, allow('media.write'), async (c) => {
    const desk = await openMedia(c)
    return desk ? save(c, desk) : missing(c)
  })
  .get(`${PATH}/:file`, allow('entry.read'), async (c) => {
    const desk = await openFacts(c)
    const file = parseMediaFile(c.req.param('file'))
    if (!desk || !file || !(await isMediaOf(c.env.services.db, desk.state.id, file.digest)))
      return missing(c)
    return (await answerMedia(c as never, file, 'no-store')) ?? missing(c)
  })

async function save(c: Context<DeskEnv>, desk: MediaDesk): Promise<Response> {
  const { state, uploads } = desk
  const { db } = c.env.services
  const form = await readForm(c)
  const waiting = new Set(uploads.map(({ name }) => name))
  const { typed, discarded, cited } = readArranged(form, desk, waiting)
  const number = Number(form.text('number'))
  if (number !== state.factsNumber) return conflictPage(c, desk, typed, number)

  const files = knownFiles(state, uploads)
  const judging = { ...desk, state: { ...state, files } }
  const whole = withMedia(typedFor(desk), typed)
  const { facts, problems } = judge(judging, whole, mayWithhold(c), speaking(c))
  const kept = cited.map(({ prefix, file }): FactsProblem => {
    const { say } = speaking(c)
    return { field: prefix, place: '', text: say('media.cited', { file }), severity: 'error' }
  })
  if (!facts || kept.length > 0)
    return mediaPage(c, desk, { typed: whole, problems: [...kept, ...problems] }, 422)

  const act = actOf(c)
  const settled = settleFiles(state, uploads, facts, act)
  const gone = discarded.length > 0 ? [removeUploads(state.id, discarded)] : []
  const told = discarded.map((file) =>
    addAudit({ what: 'media.discarded', subject: state.id, details: { file } }, act),
  )
  const changed = changedKeys(state.facts, facts)
  if (changed.length === 0) {
    await db.batch([...gone, ...told])
    return c.redirect(`${desk.at}/media${gone.length > 0 ? '' : '?unchanged=1'}`, 303)
  }
  const outcome = await saveFacts(
    db,
    desk,
    {
      facts,
      slug: state.slug,
      what: 'facts.saved',
      details: { changed },
      files: settled.files,
      also: [...settled.also, ...gone, ...told],
    },
    act,
  )
  if (outcome === 'saved') return c.redirect(`${desk.at}/media?saved=1`, 303)
  const now = await openMedia(c)
  return now ? conflictPage(c, now, typed, state.factsNumber) : missing(c)
}

/** Nothing is saved: what only the other has changed is taken over into the form. */
async function conflictPage(
  c: Context<DeskEnv>,
  desk: MediaDesk,
  mine: TypedFacts,
  number: number,
): Promise<Response> {
  const states = await listFactsSaved(c.env.services.db, desk.state.id)
  const begun = states.find((one) => one.number === number)?.facts ?? desk.state.facts
  const whole = withMedia(typedFor(desk, begun), mine)
  const { typed, conflict } = await conflictWith(c, desk, whole, number)
  return mediaPage(c, desk, { typed, conflict }, 409)
}

/** What is typed of all other parts is as the facts have it. */
function withMedia(typed: TypedFacts, media: TypedFacts): TypedFacts {
  const others = Object.entries(typed).filter(([name]) => !/^(?:images|audio)-/.test(name))
  return { ...Object.fromEntries(others), ...media }
}

function doneIn(c: Context<DeskEnv>, { state }: MediaDesk): string {
  const say = sayFor(deskOf(c))
  if (c.req.query('sent')) return say('media.sent')
  if (c.req.query('saved')) return say('facts.saved', { number: state.factsNumber })
  return c.req.query('unchanged') ? say('facts.unchanged') : ''
}
