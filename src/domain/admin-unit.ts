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

export function isValidOn(unit: Pick<AdminUnit, 'validFrom' | 'validTo'>, day: IsoDate): boolean {
  return unit.validFrom <= day && (unit.validTo === '' || day < unit.validTo)
}

/** The units among `units` that something lies in on `day`, by the dates of both the fact and the unit. */
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

/** Every unit something has lain in, whenever, and those that were merged into them: the names people remember. */
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
