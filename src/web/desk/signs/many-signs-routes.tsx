/** Codes for every entry of a list that has no sign yet: told first, then issued in one act. */
import { Hono, type Context } from 'hono'
import { randomBelow } from '../../../domain/random.ts'
import { localDay } from '../../../domain/scan.ts'
import { issueForMany, listEntriesWithoutSign } from '../../../store/issue-signs.ts'
import { actOf, allow, deskOf, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { foundEntries } from '../entries-listed.ts'
import { readForm } from '../form.ts'
import type { FormProblems } from '../form-view.tsx'
import { ManySignsPage } from './many-signs-page.tsx'
import { wholeNumber } from './placement-form.ts'

/** Signs of one entry, and codes of one act: more is a slip of the finger. */
const EACH_MAX = 4
const CODES_MAX = 2000

/** 409 where the list has changed since it was shown; nothing was issued then, and the new list is shown. */
export const manySignsRoutes = new Hono<DeskEnv>()
  .get('/admin/entries/signs', allow('sign.write'), (c) => manySigns(c, { each: '2' }))
  .post('/admin/entries/signs', allow('sign.write'), async (c) => {
    const { db, now } = c.env.services
    const form = await readForm(c)
    const typed = form.text('each').trim()
    const each = wholeNumber(typed, EACH_MAX)
    const ids = (await without(c)).map(({ id }) => id)
    const problems: FormProblems = {}
    if (each === null)
      problems['each'] = { key: 'signs.problem.number', values: { most: EACH_MAX } }
    else if (ids.length * each > CODES_MAX)
      problems['each'] = { key: 'many.problem.many', values: { most: CODES_MAX } }
    if (each === null || Object.keys(problems).length > 0)
      return manySigns(c, { each: typed, problems, status: 422 })
    if (form.text('shown') !== String(ids.length)) {
      const changed: FormProblems = { each: { key: 'many.problem.changed' } }
      return manySigns(c, { each: typed, problems: changed, status: 409 })
    }
    const issuedOn = localDay(now(), c.get('site').timeZone)
    await issueForMany(db, ids, { each, issuedOn }, { random: randomBelow, act: actOf(c) })
    return c.redirect('/admin/orders/ready?only=unplaced', 303)
  })

async function without(c: Context<DeskEnv>) {
  const found = await foundEntries(c)
  const ids = await listEntriesWithoutSign(
    c.env.services.db,
    found.map(({ id }) => id),
  )
  const bare = new Set(ids)
  return found.filter(({ id }) => bare.has(id))
}

interface ManySignsInput {
  each: string
  problems?: FormProblems
  status?: 200 | 409 | 422
}

async function manySigns(
  c: Context<DeskEnv>,
  { each, problems = {}, status = 200 }: ManySignsInput,
): Promise<Response> {
  const { search } = new URL(c.req.url)
  const view = (
    <ManySignsPage
      desk={deskOf(c)}
      search={search}
      entries={await without(c)}
      each={each}
      problems={problems}
    />
  )
  return page(c, view, status)
}
