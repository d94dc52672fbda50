/** The works that entries rest on: which bears what, which entries rest on one alone, and one told anew everywhere. */
import { Hono, type Context } from 'hono'
import { may } from '../../../domain/editor.ts'
import { WORK_KEYS } from '../../../domain/work.ts'
import { FileFault } from '../../../exchange/file-fault.ts'
import {
  findWorks,
  findWorkTold,
  listRestingOnOne,
  listWorks,
  listWorkUses,
} from '../../../store/works.ts'
import { allow, deskOf, missing, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { readForm } from '../form.ts'
import { exchange } from '../ask-exchange.ts'
import { AlonePage, WorkPage, WorksPage } from './works-page.tsx'

const WORKS = '/admin/review/works'
/** Rows of one page. */
const SHOWN = 50
const LONGEST = 1000

/** 422 where what was typed cannot be saved. */
export const worksRoutes = new Hono<DeskEnv>()
  .get(WORKS, allow('entry.read'), async (c) => {
    const words = (c.req.query('q') ?? '').slice(0, 200)
    const from = fromOf(c)
    const works = await listWorks(c.env.services.db, { words, from, most: SHOWN + 1 })
    return page(
      c,
      <WorksPage
        desk={deskOf(c)}
        words={words}
        works={works.slice(0, SHOWN)}
        from={from}
        more={moreAfter(works, from)}
      />,
    )
  })
  .get(`${WORKS}/alone`, allow('entry.read'), async (c) => {
    const from = fromOf(c)
    const entries = await listRestingOnOne(c.env.services.db, { from, most: SHOWN + 1 })
    return page(
      c,
      <AlonePage
        desk={deskOf(c)}
        entries={entries.slice(0, SHOWN)}
        more={moreAfter(entries, from)}
      />,
    )
  })
  .get(`${WORKS}/:id`, allow('entry.read'), (c) => workPage(c))
  .post(`${WORKS}/:id`, allow('text.publish'), async (c) => {
    const form = await readForm(c)
    const told = Object.fromEntries(
      WORK_KEYS.map((key) => [key, form.words(key).replace(/\s+/g, ' ').trim().slice(0, LONGEST)]),
    )
    try {
      const answer = await exchange(c, { do: 'save-work', id: numberOf(c), told })
      const count = 'written' in answer ? answer.written : 0
      const now = await findWorkTold(c.env.services.db, told)
      return c.redirect(`${WORKS}/${now ?? numberOf(c)}?saved=${count}`, 303)
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      return workPage(c, { typed: told, fault: error })
    }
  })

interface Sent {
  typed: Record<string, string>
  fault: FileFault
}

async function workPage(c: Context<DeskEnv>, sent: Sent | null = null): Promise<Response> {
  const desk = deskOf(c)
  const { db } = c.env.services
  const id = numberOf(c)
  const work = (await findWorks(db, [id])).get(id)
  if (!work) return missing(c)
  const from = fromOf(c)
  const uses = await listWorkUses(db, id, { from, most: SHOWN + 1 })
  const view = (
    <WorkPage
      desk={desk}
      work={work}
      typed={sent?.typed ?? work}
      fault={sent?.fault ?? null}
      saved={Number(c.req.query('saved') ?? '') || null}
      uses={uses.slice(0, SHOWN)}
      more={moreAfter(uses, from)}
      mayTell={desk.editor !== null && may(desk.editor, 'text.publish')}
    />
  )
  return page(c, view, sent ? 422 : 200)
}

/** 0 for what is no number: no work has it. */
function numberOf(c: Context<DeskEnv>): number {
  const id = Number(c.req.param('id'))
  return Number.isSafeInteger(id) ? id : 0
}

function fromOf(c: Context<DeskEnv>): number {
  const from = Number(c.req.query('from') ?? '')
  return Number.isSafeInteger(from) && from > 0 ? from : 0
}

/** Where the next page begins; null where there is none. */
function moreAfter(found: readonly unknown[], from: number): number | null {
  return found.length > SHOWN ? from + SHOWN : null
}
