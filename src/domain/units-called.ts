/**
 * Wards and communes as people write them: `P. Đông Kinh`, `Đông Kinh`, `Phường Tam Thanh (cũ)`. On 1 July 2025 names
 * were given to other units, so one name may mean two: whoever asks is told all of them.
 */
import { readingsOf } from './abbreviation.ts'
import { isCommuneLevel, isValidOn, spanOf, type AdminUnit } from './admin-unit.ts'
import type { IsoDate } from './entry.ts'
import { fold } from './name.ts'

const PREFIX = /^(?:phuong|xa|thi tran) /
const OLD = /[\s(,-]+cu\)?$/
const NEW = /[\s(,-]+moi\)?$/

/**
 * Units that bear the name, those of `today` first; with `(cũ)` behind it those of before, with `(mới)` those of today.
 * A unit that goes on under its code and name is one. Without its first word, a name is one of a ward or commune.
 */
export function unitsCalled(
  text: string,
  units: readonly AdminUnit[],
  today: IsoDate,
): AdminUnit[] {
  const said = fold(text)
  const bare = said.replace(OLD, '').replace(NEW, '')
  const wanted = readingsOf(text).map((one) => fold(one).replace(OLD, '').replace(NEW, ''))
  wanted.push(bare)
  const whole = units.filter(({ name }) => wanted.includes(fold(name)))
  const found =
    whole.length > 0
      ? whole
      : units.filter((unit) => isCommuneLevel(unit) && fold(unit.name).replace(PREFIX, '') === bare)
  const meant = found.filter((unit) => {
    if (OLD.test(said) && whole.every(({ name }) => fold(name) !== said)) return unit.validTo !== ''
    return !NEW.test(said) || isValidOn(unit, today)
  })
  const sorted = [...meant].sort(
    (a, b) => Number(isValidOn(b, today)) - Number(isValidOn(a, today)),
  )
  return sorted.filter((unit, i) => sorted.findIndex(({ code }) => code === unit.code) === i)
}

/**
 * Units of `today` that `text` may mean: by code, by name, by a name of before whose territory is theirs now, or by part
 * of a name; the nearest meaning there is, and all that share it.
 */
export function presentUnitsCalled(
  text: string,
  units: readonly AdminUnit[],
  today: IsoDate,
): AdminUnit[] {
  const present = units.filter((unit) => isValidOn(unit, today) && isCommuneLevel(unit))
  const [first = ''] = text.trim().split(/\s/)
  const coded = present.filter(({ code }) => code === first)
  if (coded.length > 0) return coded
  const called = unitsCalled(text, units, today).flatMap((unit) => presentOf(unit, present, units))
  const part = fold(text)
  const found = called.length > 0 ? called : present.filter(({ name }) => fold(name).includes(part))
  return [...new Set(found)]
}

/** What a unit became; it itself while it exists. */
function presentOf(
  unit: AdminUnit,
  present: readonly AdminUnit[],
  units: readonly AdminUnit[],
): AdminUnit[] {
  if (present.includes(unit)) return [unit]
  return unit.successors.flatMap((code) =>
    units
      .filter((one) => one.code === code && one.validFrom >= unit.validTo)
      .flatMap((one) => presentOf(one, present, units)),
  )
}

/** Names one unit among all there ever were, as in `05980@before-2025-07-01`. */
export function unitKey(unit: AdminUnit): string {
  return `${unit.code}@${spanOf(unit)}`
}

/** The one unit that took all of the territory; null where there are several, or while it exists. */
export function soleSuccessor(unit: AdminUnit): string | null {
  return unit.validTo !== '' && unit.successors.length === 1 ? (unit.successors[0] ?? null) : null
}
