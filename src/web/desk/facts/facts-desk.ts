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
} from '../../../domain/entry.ts'
import { localDay } from '../../../domain/scan.ts'
import { sourceLocale, type Site } from '../../../domain/site.ts'
import { findFacts, listSketches, type EntrySketch, type FactsState } from '../../../store/facts.ts'
import { listUnits } from '../../../store/site-settings.ts'
import { namingFor, type FactsNaming } from './facts-naming.ts'
import { entryAddress } from '../entry-address.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { FactsChoices } from './facts-page-view.tsx'

export interface FactsDesk {
  state: FactsState
  /** Official name. */
  name: string
  /** `/admin/entries/streets/le-loi` */
  at: string
  naming: FactsNaming
  sketches: EntrySketch[]
  surroundings: Surroundings
  /** Path -> id, of every entry. */
  ids: ReadonlyMap<EntryPath, EntryPath>
}

/** The entry of the address; null when there is none. */
export async function openFacts(c: Context<DeskEnv>): Promise<FactsDesk | null> {
  const { db } = c.env.services
  const kind = kindOfFolder(c.req.param('folder') ?? '')
  const state = kind && (await findFacts(db, kind, c.req.param('slug') ?? ''))
  if (!state) return null
  const { site, sketches, surroundings, ids } = await openSurroundings(c)
  const { units, today } = surroundings
  return {
    state,
    sketches,
    ids,
    name: officialName(state.facts, sourceLocale(site))?.text ?? state.slug,
    at: entryAddress(state),
    naming: namingFor({ site, units, sketches, today, facts: state.facts }),
    surroundings: { ...surroundings, others: sketches.filter(({ id }) => id !== state.id) },
  }
}

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

export function findingsOf(
  { state, surroundings }: FactsDesk,
  facts: Facts = state.facts,
  slug: string = state.slug,
): FactsFinding[] {
  const { kind, texts, files } = state
  return checkFacts({ kind, slug, facts, texts, files: Object.keys(files) }, surroundings)
}

export function choicesFor(desk: FactsDesk, sources: FactsChoices['sources']): FactsChoices {
  const { naming, sketches, surroundings, state } = desk
  const { units, today } = surroundings
  const others = sketches.filter(({ id }) => id !== state.id)
  const named = (some: EntrySketch[]) =>
    some.map(({ kind, slug }) => naming.entry(entryPath(kind, slug)))
  const now = (one: (typeof units)[number]) => Number(!isValidOn(one, today))
  return {
    // Units of today first: they are what is mostly looked for.
    units: [
      ...new Set(
        [...units].sort((a, b) => now(a) - now(b)).map(({ code, name }) => `${code} ${name}`),
      ),
    ],
    figures: named(others.filter(({ kind }) => kind === 'figure')),
    entries: named(others),
    sources,
  }
}
