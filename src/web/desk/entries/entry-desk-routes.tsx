/** One entry at the desk. */
import { Hono } from 'hono'
import { allow, deskOf, missing, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { entryOf, factsOf, nameOfEntry } from '../entry-of.ts'
import { EntryDeskPage } from './entry-desk-page.tsx'

/** 404 under a former slug: the desk follows none. */
export const entryDeskRoutes = new Hono<DeskEnv>().get(
  '/admin/entries/:folder/:slug',
  allow('entry.read'),
  async (c) => {
    const entry = await entryOf(c)
    if (!entry) return missing(c)
    const name = nameOfEntry(await factsOf(c, entry), entry)
    return page(c, <EntryDeskPage desk={deskOf(c)} entry={entry} name={name} />)
  },
)
