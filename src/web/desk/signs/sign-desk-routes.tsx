/** Signs: which there are, what is known of one, and the face it would have today. */
import { Hono, type Context } from 'hono'
import { may } from '../../../domain/editor.ts'
import { parseEntryPath } from '../../../domain/entry.ts'
import { codesOneSlipAway } from '../../../domain/short-code.ts'
import { isEnded, stateOf } from '../../../domain/sign.ts'
import type { Template } from '../../../press/template/template.ts'
import { listOpenReportsOf } from '../../../store/sign-reports.ts'
import { listIssued } from '../../../store/signs.ts'
import { findEntryNames, listSignsAtDesk, placementOf } from '../../../store/signs-at-desk.ts'
import { namesAtDesk } from '../editor-names.ts'
import { dateIn } from '../dates.ts'
import { EntryChoicePage, NewSignsPage } from './new-signs-page.tsx'
import { SignPage } from './sign-page.tsx'
import { SignsPage } from './signs-page.tsx'
import { allow, deskOf, missing, page } from '../desk.tsx'
import { placementFor, readTyped, typedOf, type TypedPlacement } from './placement-form.ts'
import { adviceFor, signOf, type SignAtDesk } from './sign-of.ts'
import type { DeskEnv } from '../desk-env.ts'
import { nameFor } from '../name-for.ts'
import { signFilter } from '../sign-filter.ts'
import { soughtIn } from '../sought.ts'
import type { FormProblems } from '../form-view.tsx'

/** Signs on a page of the list. */
const PER_PAGE = 50
/**
 * What a sign is issued with unless something else is said: a post, one face, at the height that suits everybody. mm.
 */
const USUAL: TypedPlacement = {
  placement: '',
  position: '',
  mount: 'post',
  faces: '1',
  height_mm: '1300',
  reading_distance_mm: '800',
  note: '',
}

/**
 * The drawing of a face is answered in a sandbox without scripts: it is a picture, and it was made of what people
 * wrote.
 */
export const signDeskRoutes = new Hono<DeskEnv>()
  .get('/admin/signs', allow('sign.read'), async (c) => {
    const { db } = c.env.services
    const asked = await signFilter(c)
    const all = await listSignsAtDesk(db, asked)
    const signs = all
      .map((sign) => ({
        ...sign,
        name: nameFor(c, sign.names, sign.entry),
        state: stateOf(sign.events),
      }))
      .filter(({ state }) => asked.state === null || state === asked.state)
    const pages = Math.max(1, Math.ceil(signs.length / PER_PAGE))
    const number = Math.min(pages, Math.max(1, Number(c.req.query('page')) || 1))
    const meant =
      // Only where nothing was found is a slip of the finger looked for.
      signs.length === 0 && asked.typed ? await listIssued(db, codesOneSlipAway(asked.typed)) : []
    const view = (
      <SignsPage
        desk={deskOf(c)}
        asked={asked}
        found={signs.length}
        signs={signs.slice((number - 1) * PER_PAGE, number * PER_PAGE)}
        number={number}
        pages={pages}
        meant={meant}
        entry={await soughtIn(c, 'entries', 'entry')}
        unit={await soughtIn(c, 'units', 'unit')}
        mayWrite={mayWriteSigns(c)}
      />
    )
    return page(c, view)
  })
  .get('/admin/signs/new', allow('sign.write'), async (c) => {
    const entry = await soughtIn(c, 'entries', 'entry')
    if (entry.chosen === null)
      return page(c, <EntryChoicePage desk={deskOf(c)} entry={entry} />, entry.typed ? 422 : 200)
    const isAsked = c.req.query('placement') !== undefined
    const typed = isAsked ? readTyped((name) => c.req.query(name) ?? '') : USUAL
    return newSigns(c, entry.chosen, { typed, count: c.req.query('count') ?? '1' })
  })
  .get('/admin/signs/:code', allow('sign.read'), async (c) => {
    const sign = await signOf(c)
    return sign ? showSign(c, sign) : missing(c)
  })
  .get('/admin/signs/:code/placard.svg', allow('sign.read'), async (c) => {
    const sign = await signOf(c)
    const { printing } = c.env.services
    const template = c.req.query('template') ?? ''
    const isKnown = (await printing?.listTemplates())?.some(({ id }) => id === template)
    if (!sign || !printing || !isKnown) return missing(c)
    const drawn = await printing.draw(sign.sign.code, template)
    if (!('svg' in drawn)) return missing(c)
    return c.body(drawn.svg, 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
  })

/** False before signing in. */
export function mayWriteSigns(c: Context<DeskEnv>): boolean {
  const editor = c.get('session')?.editor
  return editor !== undefined && may(editor, 'sign.write')
}

/** The form of new signs; 404 for an entry that does not exist, 422 with problems. */
export async function newSigns(
  c: Context<DeskEnv>,
  entry: string,
  {
    typed,
    count,
    problems = {},
  }: { typed: TypedPlacement; count: string; problems?: FormProblems },
): Promise<Response> {
  const path = parseEntryPath(entry)?.path
  const names = path && (await findEntryNames(c.env.services.db, path))
  if (!path || !names) return missing(c)
  const { placement } = placementFor(typed)
  const advice = await adviceFor(c, placement.readingDistanceMm, placement.heightMm)
  const view = (
    <NewSignsPage
      desk={deskOf(c)}
      name={nameFor(c, names, path)}
      entry={path}
      typed={typed}
      count={count}
      problems={problems}
      advice={advice}
    />
  )
  return page(c, view, Object.keys(problems).length > 0 ? 422 : 200)
}

interface SignPageInput {
  /** What was sent; what is known of the sign unless told. */
  typed?: TypedPlacement
  /** An end that was refused, as it was typed. */
  ending?: { reason: string; successor: string }
  problems?: FormProblems
  status?: 200 | 409 | 422
}

/** Id of the smallest template with a symbol, by area; null where nothing is drawn here. */
function smallest(templates: readonly Template[]): string | null {
  const area = ({ trim: [width, height] }: Template) => width * height
  const [first] = templates.filter(({ symbol }) => symbol).sort((a, b) => area(a) - area(b))
  return first?.id ?? null
}

/**
 * The template asked for in the address, else the sign's own, else the smallest. The face is drawn to know whether it
 * can be.
 */
export async function showSign(
  c: Context<DeskEnv>,
  sign: SignAtDesk,
  {
    typed,
    ending = { reason: '', successor: '' },
    problems = {},
    status = 200,
  }: SignPageInput = {},
): Promise<Response> {
  const { printing } = c.env.services
  const { heightMm, readingDistanceMm, template } = sign.sign
  const known = await printing?.listTemplates()
  const templates = known?.map(({ id }) => id) ?? null
  const wished = c.req.query('template') ?? template?.split('@')[0] ?? ''
  const chosen = templates?.find((id) => id === wished) ?? smallest(known ?? [])
  const drawn = chosen && printing ? await printing.draw(sign.sign.code, chosen) : null
  const before = placementOf(sign.sign)
  const view = (
    <SignPage
      desk={deskOf(c)}
      sign={sign}
      typed={typed ?? typedOf(before)}
      before={JSON.stringify(before)}
      problems={problems}
      ending={ending}
      advice={await adviceFor(c, readingDistanceMm, heightMm)}
      mayWrite={mayWriteSigns(c)}
      mayEnd={mayWriteSigns(c) && !isEnded(sign.state)}
      nameOf={await namesAtDesk(c.env.services.db)}
      reports={await listOpenReportsOf(c.env.services.db, sign.sign.code)}
      dateOf={(iso) => dateIn(c.get('language'), iso, c.get('site').timeZone)}
      preview={templates && { templates, chosen, why: drawn && 'why' in drawn ? drawn.why : null }}
    />
  )
  return page(c, view, status)
}
