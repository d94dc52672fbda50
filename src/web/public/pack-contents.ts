/** Which pages belong together in the pack of a ward or commune. */
import { isValidOn, unitsOn } from '../../domain/admin-unit.ts'
import type { EntryPath, IsoDate } from '../../domain/entry.ts'
import type { Site } from '../../domain/site.ts'
import type { EntryPage } from '../../store/entry-page.ts'
import {
  countForPack,
  listEntriesOfUnit,
  listUnitsWith,
  type PackFigures,
  type UnitOfPack,
} from '../../store/packs.ts'
import type { Services } from '../services.ts'

export interface PackContents {
  unit: UnitOfPack
  /** Of entries that lie in it, and of those they are named after. */
  ids: EntryPath[]
}

/** Null when no unit has this code today, or nothing is published about it. */
export async function packContents(
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
  return entries.length > 0 ? { unit, ids: [...new Set(ids)] } : null
}

export interface PackOffer extends PackFigures {
  unit: UnitOfPack
  /** Of the download, estimated: exact would mean to render every page first. */
  bytes: number
}

/**
 * Bytes of a pack, compressed: before its first page, what an address adds besides its text, and what a character of a
 * text adds. Fitted to both installations of the tests, which hold the estimate to a third of what is sent.
 */
const PACK_BYTES = 2500
const ADDRESS_BYTES = 550
const CHARACTER_BYTES = 0.5

/** The pack of the unit that an entry lies in today; null where there is none to offer. */
export async function packOffer(
  services: Pick<Services, 'db' | 'pages' | 'withoutPacks'>,
  site: Site,
  entry: EntryPage,
  today: IsoDate,
): Promise<PackOffer | null> {
  const [unit] = unitsOn(entry.facts.adminUnits ?? [], entry.units, today)
  if (!unit || services.withoutPacks) return null
  const { offer } = await services.pages.once(`pack ${unit.code}`, async () => {
    const contents = await packContents(services, unit.code, today)
    if (!contents) return { offer: null }
    const figures = await countForPack(services.db, contents.ids)
    const addresses = (figures.entries + figures.signs + 1) * site.locales.length
    const bytes = PACK_BYTES + addresses * ADDRESS_BYTES + figures.characters * CHARACTER_BYTES
    return { offer: { ...figures, unit: contents.unit, bytes } }
  })
  return offer
}
