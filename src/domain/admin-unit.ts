/**
 * Wards and communes. On 1 July 2025 codes and names were given to other units, so neither
 * identifies a unit without a date: a unit is a code together with the day it came into force.
 */
import type { IsoDate } from './entry.ts'

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

export function isValidOn(unit: AdminUnit, day: IsoDate): boolean {
  return unit.validFrom <= day && (unit.validTo === '' || day < unit.validTo)
}
