/** Where an entry lies: the ends and measures of a street, its position, its ward or commune on a day. */
import { isValidOn, type AdminUnit } from '../domain/admin-unit.ts'
import type { EntryPath } from '../domain/entry.ts'
import { fold } from '../domain/name.ts'
import { positionFault } from '../domain/position.ts'
import type { Checking, EntryCheck } from './checking.ts'
import type { EntryFolder } from './read-content.ts'

/** Metres. The longest street of a province and the widest boulevard stay well below. */
const MOST = { lengthM: 50_000, widthM: 100 } as const

/** Ends are compared without marks and case. */
export const checkExtent: EntryCheck = ({ yaml, file }, { report }) => {
  const { extent, names } = yaml.facts
  if (!extent) return
  for (const key of ['lengthM', 'widthM'] as const) {
    const value = extent[key]
    if (value !== undefined && (value <= 0 || value > MOST[key]))
      report('extent.absurd', file, yaml.lineOf(['extent', key]), { key, value, most: MOST[key] })
  }
  if (fold(extent.from) === fold(extent.to))
    report('extent.same-ends', file, yaml.lineOf(['extent', 'to']), { end: extent.to })
  for (const end of ['from', 'to'] as const)
    if (names.some((name) => name.kind === 'official' && fold(name.text) === fold(extent[end])))
      report('extent.ends-at-itself', file, yaml.lineOf(['extent', end]), { end: extent[end] })
}

/** Judged against the middle of the map in site.yaml: numbers that were swapped have words of their own. */
export const checkPosition: EntryCheck = ({ yaml, file }, { site, report }) => {
  const { position } = yaml.facts
  const fault = position && positionFault(position.lat, position.lon, site?.map ?? null)
  if (position && fault)
    report(`position.${fault}`, file, yaml.lineOf(['position']), {
      lat: position.lat,
      lon: position.lon,
    })
}

/**
 * A unit is a code on a day: the entry's dates must fall within those of the unit that had the code. Without a
 * beginning, today is asked about, or the unit that had the code before the end.
 */
export const checkEntryUnits: EntryCheck = ({ yaml, file }, { units, today, report }) => {
  yaml.facts.adminUnits?.forEach(({ code, from, to }, i) => {
    const line = yaml.lineOf(['adminUnits', i])
    const named = units.filter((unit) => unit.code === code)
    if (named.length === 0) return report('unit.unknown', file, line, { code })
    const first = from ?? today
    const unit =
      named.find((one) => isValidOn(one, first)) ??
      (from === undefined && to !== undefined ? named.find((one) => one.validFrom < to) : undefined)
    if (!unit) return reportInvalid(named, code, first, file, line, report)
    // While no end is given, the unit has to exist today.
    const last = to ?? (first > today ? first : today)
    if (unit.validTo !== '' && (to === undefined ? unit.validTo <= last : unit.validTo < last))
      report('unit.abolished', file, line, { ...wordsFor(unit), date: last })
  })
}

/** Abolished before, or not yet in force: the two have different cures. */
function reportInvalid(
  named: readonly AdminUnit[],
  code: string,
  day: string,
  file: string,
  line: number,
  report: Checking['report'],
): void {
  const later = named.filter((unit) => unit.validFrom > day)
  const earlier = named.filter((unit) => unit.validTo !== '' && unit.validTo <= day)
  const [ended] = earlier.slice(-1)
  if (ended) return report('unit.abolished', file, line, { ...wordsFor(ended), date: day })
  const [coming] = later
  report('unit.not-yet-valid', file, line, {
    code,
    name: coming?.name ?? code,
    validFrom: coming?.validFrom ?? '?',
    date: day,
  })
}

function wordsFor(unit: AdminUnit) {
  return { code: unit.code, name: unit.name, validTo: unit.validTo }
}

/**
 * A figure that two streets of one ward or commune are named after today, told at the later of them in the alphabet:
 * one name for one figure in one unit.
 */
export const checkSameFigure: EntryCheck = (entry, { entries, report }) => {
  if (entry.kind !== 'street') return
  const { facts, lineOf } = entry.yaml
  const units = new Set((facts.adminUnits ?? []).filter(({ to }) => !to).map(({ code }) => code))
  const sharedWith = (other: EntryFolder, figure: EntryPath): string | null => {
    const theirs = other.yaml?.facts
    if (other.kind !== 'street' || !theirs?.namedAfter?.includes(figure)) return null
    return theirs.adminUnits?.find(({ code, to }) => !to && units.has(code))?.code ?? null
  }
  facts.namedAfter?.forEach((figure, i) => {
    for (const other of entries.values()) {
      const code = other.path < entry.path ? sharedWith(other, figure) : null
      if (code === null) continue
      report('street.same-figure', entry.file, lineOf(['namedAfter', i]), {
        figure,
        street: other.path,
        code,
      })
      break
    }
  })
}

/** The list of units itself: no code twice on a day, and successors that exist. */
export function checkUnits({ units, report }: Checking, file: string): void {
  units.forEach((unit, i) => {
    const earlier = units
      .slice(0, i)
      .find(
        (other) =>
          other.code === unit.code &&
          (other.validTo === '' || unit.validFrom < other.validTo) &&
          (unit.validTo === '' || other.validFrom < unit.validTo),
      )
    if (earlier) report('unit.twice', file, unit.line, { code: unit.code, other: earlier.line })
    for (const code of unit.successors)
      if (!units.some((other) => other.code === code))
        report('unit.successor-unknown', file, unit.line, { code: unit.code, successor: code })
  })
}
