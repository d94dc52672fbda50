/** The facts of one entry as they lie on the desk, with everything they are judged against. */
import type { Context } from 'hono'
import { checkFacts, type FactsFinding, type Surroundings } from '../../../content/check-facts.ts'
import { isValidOn } from '../../../domain/admin-unit.ts'
import {
  entryPath,
  kindOfFolder,
  officialName,
  type EntryPath,
  type Facts,
  type IsoDate,
  type Kind,
} from '../../../domain/entry.ts'
import { localDay } from '../../../domain/scan.ts'
import { sourceLocale, type Site } from '../../../domain/site.ts'
import { findFacts, listSketches, type EntrySketch, type FactsState } from '../../../store/facts.ts'
import { listUnits } from '../../../store/site-settings.ts'
import { namingFor, type FactsNaming } from './facts-naming.ts'
import { namesAtDesk } from '../editor-names.ts'
import { entryAddress } from '../entry-address.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { FactsChoices } from './facts-page-view.tsx'

export interface FactsDesk {
  state: FactsState
  /** Official name in the source language; the slug where there is none. */
  name: string
  /** As in `/admin/entries/streets/le-loi`; the slug is today's. */
  at: string
  naming: FactsNaming
  /** Every entry of the site in outline, this one included. */
  sketches: EntrySketch[]
  /** What the rules ask about beside the facts: the other entries, units, the site, and the local day. */
  surroundings: Surroundings
  /** Path of today -> id, of every entry. */
  ids: ReadonlyMap<EntryPath, EntryPath>
  /** Name of whoever has an address. */
  nameOf: (by: string) => string
}

/** The entry of the address, under its slug of today or a former one; null when there is none. */
export async function openFacts(c: Context<DeskEnv>): Promise<FactsDesk | null> {
  const kind = kindOfFolder(c.req.param('folder') ?? '')
  return kind && openFactsOf(c, kind, c.req.param('slug') ?? '')
}

/** As openFacts, of an entry that the address does not name. */
export async function openFactsOf(
  c: Context<DeskEnv>,
  kind: Kind,
  slug: string,
): Promise<FactsDesk | null> {
  const state = await findFacts(c.env.services.db, kind, slug)
  if (!state) return null
  const { site, sketches, surroundings, ids } = await openSurroundings(c)
  const { units, today } = surroundings
  return {
    state,
    sketches,
    ids,
    name: officialName(state.facts, sourceLocale(site))?.text ?? state.slug,
    at: entryAddress(state),
    nameOf: await namesAtDesk(c.env.services.db),
    naming: namingFor({ site, units, sketches, today, facts: state.facts }),
    surroundings: { ...surroundings, others: sketches.filter(({ id }) => id !== state.id) },
  }
}

/** What every form of facts is judged against, whether its entry exists yet or not. Two queries. */
export async function openSurroundings(c: Context<DeskEnv>): Promise<{
  site: Site
  sketches: EntrySketch[]
  surroundings: Surroundings
  ids: FactsDesk['ids']
}> {
  const { db, now } = c.env.services
  const site = c.get('site')
  const [sketches, units] = await Promise.all([listSketches(db), listUnits(db)])
  const today: IsoDate = localDay(now(), site.timeZone)
  const ids = new Map(sketches.map(({ id, kind, slug }) => [entryPath(kind, slug), id]))
  return { site, sketches, ids, surroundings: { others: sketches, units, site, today } }
}

/** Findings about `facts` as if they were saved under `slug`; in the order of the rules. */
export function findingsOf(
  { state, surroundings }: FactsDesk,
  facts: Facts = state.facts,
  slug: string = state.slug,
): FactsFinding[] {
  const { kind, texts, files } = state
  return checkFacts({ kind, slug, facts, texts, files: Object.keys(files) }, surroundings)
}

/** Abolished units are offered, after those of today: facts name units of their own time. */
export function choicesFor(desk: FactsDesk, sources: FactsChoices['sources']): FactsChoices {
  const { units, today } = desk.surroundings
  const now = (one: (typeof units)[number]) => Number(!isValidOn(one, today))
  return {
    // Units of today first: they are what is mostly looked for.
    units: [
      ...new Set(
        [...units].sort((a, b) => now(a) - now(b)).map(({ code, name }) => `${code} ${name}`),
      ),
    ],
    sources,
  }
}
