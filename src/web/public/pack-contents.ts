/** Which pages belong together in the pack of a ward or commune, and in that of a walk. */
import { isValidOn, unitsOn } from '../../domain/admin-unit.ts'
import type { EntryPath, IsoDate } from '../../domain/entry.ts'
import type { Site } from '../../domain/site.ts'
import {
  findEntryPage,
  findSlugNow,
  type EntryPage,
  type WalkWithStops,
} from '../../store/public-entry.ts'
import {
  countForPack,
  listEntriesOfUnit,
  listUnitsWith,
  type PackFigures,
  type UnitOfPack,
} from '../../store/packs.ts'
import type { Services } from '../services.ts'

/** What a pack is of. */
export type PackSubject =
  { is: 'unit'; unit: UnitOfPack } | { is: 'walk'; walk: Omit<WalkWithStops, 'stops'> }

export interface PackContents {
  subject: PackSubject
  /** Of a unit: what lies in it, and whom it is named after. Of a walk: itself and its stops. */
  ids: EntryPath[]
}

/** Null when no unit has this code today, or nothing is published about it. */
export async function unitContents(
  { db }: Pick<Services, 'db'>,
  code: string,
  today: IsoDate,
): Promise<PackContents | null> {
  const unit = (await listUnitsWith(db, code)).find((one) => isValidOn(one, today))
  if (!unit) return null
  const entries = (await listEntriesOfUnit(db, code)).filter(
    ({ adminUnits }) => unitsOn(adminUnits, [unit], today).length > 0,
  )
  const ids = entries.flatMap(({ id, namedAfter }) => [id, ...namedAfter])
  return entries.length > 0 ? { subject: { is: 'unit', unit }, ids: [...new Set(ids)] } : null
}

/** Of the walk that has this slug or once had it; null when there is none, or nothing to walk to is public. */
export async function walkContents(
  { db }: Pick<Services, 'db'>,
  slug: string,
): Promise<PackContents | null> {
  const now = (await findSlugNow(db, 'walk', slug)) ?? slug
  const entry = await findEntryPage(db, 'walk', now)
  const walk = entry && entry.walks.find(({ id }) => id === entry.id)
  return walk ? contentsOf(walk) : null
}

function contentsOf(walk: WalkWithStops): PackContents | null {
  if (Object.keys(walk.titles).length === 0 || walk.stops.length === 0) return null
  return { subject: { is: 'walk', walk }, ids: [walk.id, ...walk.stops.map(({ id }) => id)] }
}

/** `/packs/units/05983.json`, `/packs/walks/nhi-thanh-tam-thanh.json` */
export function addressOfPack(subject: PackSubject): string {
  const name = subject.is === 'unit' ? subject.unit.code : subject.walk.slug
  return `/packs/${subject.is}s/${name}.json`
}

export interface PackOffer extends PackFigures {
  subject: PackSubject
  /** Of the download, estimated: exact would mean to render every page first. */
  bytes: number
}

/**
 * Bytes of a pack, compressed: before its first page, what an address adds besides its text, and what a character of a
 * text adds, on the page of its entry and again on those of its signs. Fitted to both installations of the tests, which hold the estimate to a third of what is sent.
 */
const PACK_BYTES = 2500
const ADDRESS_BYTES = 600
const CHARACTER_BYTES = 2.7

interface Offered {
  services: Pick<Services, 'db' | 'pages' | 'withoutPacks'>
  site: Site
  entry: EntryPage
  /** Whether the page was opened from a sign: only there a ward is offered. */
  isScanned: boolean
  today: IsoDate
}

/** The pack of the walk, or of one the entry is a stop of; after it, at a sign, that of the unit it lies in today. */
export async function packOffers(about: Offered): Promise<PackOffer[]> {
  const { services, site, entry, isScanned, today } = about
  if (services.withoutPacks) return []
  const walks = entry.walks.filter(({ id }) => entry.kind !== 'walk' || id === entry.id)
  const walk = walks.map(contentsOf).find((contents) => contents !== null)
  const [unit] = isScanned ? unitsOn(entry.facts.adminUnits ?? [], entry.units, today) : []
  const offers = [
    walk && (await offerOf(services, site, walk)),
    unit && (await offerOfUnit(services, site, unit.code, today)),
  ]
  return offers.filter((offer) => offer !== undefined && offer !== null)
}

async function offerOfUnit(
  services: Offered['services'],
  site: Site,
  code: string,
  today: IsoDate,
): Promise<PackOffer | null> {
  const { contents } = await services.pages.once(`unit ${code}`, async () => ({
    contents: await unitContents(services, code, today),
  }))
  return contents && offerOf(services, site, contents)
}

async function offerOf(
  services: Offered['services'],
  site: Site,
  { subject, ids }: PackContents,
): Promise<PackOffer> {
  return services.pages.once(`pack ${addressOfPack(subject)}`, async () => {
    const figures = await countForPack(services.db, ids)
    const addresses = (figures.entries + figures.signs + 1) * site.locales.length
    const bytes = PACK_BYTES + addresses * ADDRESS_BYTES + figures.characters * CHARACTER_BYTES
    return { ...figures, subject, bytes }
  })
}
