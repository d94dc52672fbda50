/**
 * Wards and communes. On 1 July 2025 codes and names were given to other units, so neither
 * identifies a unit without a date: a unit is a code together with the day it came into force.
 */
import type { EntryUnit, IsoDate } from './entry.ts'

export const UNIT_KINDS = ['ward', 'commune', 'township', 'city', 'district', 'province'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export interface AdminUnit {
  code: string
  /** With its prefix, as in `Phường Tam Thanh`. */
  name: string
  kind: UnitKind
  /** Empty when the start is not known. */
  validFrom: IsoDate | ''
  /** First day on which it no longer existed; empty while it exists. */
  validTo: IsoDate | ''
  /** Codes of the units that took its territory on `validTo`. */
  successors: string[]
}

/** On the first day it is valid, on `validTo` no longer; a unit whose start is unknown was always there. */
export function isValidOn(unit: Pick<AdminUnit, 'validFrom' | 'validTo'>, day: IsoDate): boolean {
  return unit.validFrom <= day && (unit.validTo === '' || day < unit.validTo)
}

/**
 * Units among `units` that something lies in on `day`, by the dates of both the fact and the unit, in the order of the
 * facts.
 */
export function unitsOn<Unit extends Pick<AdminUnit, 'code' | 'validFrom' | 'validTo'>>(
  facts: readonly EntryUnit[],
  units: readonly Unit[],
  day: IsoDate,
): Unit[] {
  return facts.flatMap((fact) => {
    if ((fact.to && fact.to <= day) || (fact.from && fact.from > day)) return []
    return units.filter((unit) => unit.code === fact.code && isValidOn(unit, day))
  })
}

/**
 * Every unit something has lain in, whenever, and those that were merged into them: the names people remember. Each
 * once.
 */
export function unitsOver(facts: readonly EntryUnit[], units: readonly AdminUnit[]): AdminUnit[] {
  const lay = facts.flatMap((fact) =>
    units.filter(
      (unit) =>
        unit.code === fact.code &&
        (!fact.to || unit.validFrom < fact.to) &&
        (!fact.from || unit.validTo === '' || fact.from < unit.validTo),
    ),
  )
  const before = units.filter((unit) =>
    lay.some(
      ({ code, validFrom }) =>
        validFrom !== '' && unit.validTo === validFrom && unit.successors.includes(code),
    ),
  )
  return [...new Set([...lay, ...before])]
}

type Dated = Pick<AdminUnit, 'code' | 'validFrom' | 'validTo'>

/** Names a unit among those that had its code: its first day, or where that is not known `before-` and its end. */
export function spanOf(unit: Pick<Dated, 'validFrom' | 'validTo'>): string {
  return unit.validFrom || `before-${unit.validTo}`
}

/** The day for which a page about the unit speaks: `today` while it exists, else its last day or its first. */
export function dayShown(unit: Pick<Dated, 'validFrom' | 'validTo'>, today: IsoDate): IsoDate {
  if (unit.validFrom > today) return unit.validFrom
  return unit.validTo === '' || today < unit.validTo ? today : dayBefore(unit.validTo)
}

/** Units whose territory, or part of it, `unit` took over; those of unknown start took over nothing that is known. */
export function unitsBefore(unit: Dated, units: readonly AdminUnit[]): AdminUnit[] {
  return units.filter(
    ({ validTo, successors }) =>
      validTo !== '' && successors.includes(unit.code) && isValidOn(unit, validTo),
  )
}

/** Units that took the territory of `unit`; none while it exists. */
export function unitsAfter(unit: AdminUnit, units: readonly AdminUnit[]): AdminUnit[] {
  if (unit.validTo === '') return []
  return units.filter(
    (other) => unit.successors.includes(other.code) && isValidOn(other, unit.validTo),
  )
}

/** Wards, communes and townships, as opposed to what they are or were part of. */
export function isCommuneLevel({ kind }: Pick<AdminUnit, 'kind'>): boolean {
  return kind === 'ward' || kind === 'commune' || kind === 'township'
}

function dayBefore(day: IsoDate): IsoDate {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
