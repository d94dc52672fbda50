/**
 * Names to choose from, for the fields of the desk where one of many is sought: a bounded answer to what is typed, as a
 * list of labels, each of which can be typed and is then understood.
 */
import { Hono, type Context } from 'hono'
import { allow } from './desk.tsx'
import type { DeskEnv } from './desk-env.ts'
import { sought, type SoughtKind } from './sought.ts'

/** Withheld entries are among those of the desk: their names are for whoever sees every sign. */
export const choiceRoutes = new Hono<DeskEnv>()
  .get('/admin/choices/entries', allow('sign.read'), (c) => labels(c, 'entries'))
  .get('/admin/choices/works', allow('entry.write'), (c) => labels(c, 'works'))
  .get('/admin/choices/units', allow('desk.open'), (c) => labels(c, 'units'))

async function labels(c: Context<DeskEnv>, kind: SoughtKind): Promise<Response> {
  const { typed, chosen, offered } = await sought(c, kind, c.req.query('q') ?? '')
  c.header('Cache-Control', 'private, max-age=60')
  return c.json(chosen === null ? offered.map(({ label }) => label) : [typed])
}
