/** The entries there are, found by path and by name, whatever the marks. */
import { nearest } from '../content/nearest-key.ts'
import { isValidOn, type AdminUnit } from '../domain/admin-unit.ts'
import { entryPath, officialName, parseEntryPath, type Kind } from '../domain/entry.ts'
import { fold } from '../domain/name.ts'
import { soleSuccessor, unitKey, unitsCalled } from '../domain/units-called.ts'
import { sourceLocale, type Site } from '../domain/site.ts'
import type { EntrySketch } from '../store/facts.ts'
import type { EntryFinder, UnitFound } from './tables/entry-facts.ts'

/** Names are those of the source language; withheld entries are among them. */
export interface KnownEntries {
  /**
   * The entry with this path, of today before a former one; a bare slug is one of `kind`. Null where there is none.
   */
  byPath: (text: string, kind: Kind | null) => EntrySketch | null
  /** Those called so, exactly. */
  named: (name: string, kind: Kind | null) => EntrySketch[]
  /** Those called so but for marks, capitals and the first word of a street's name. */
  similar: (name: string, kind: Kind | null) => EntrySketch[]
  /** Official name in the source language; the slug where there is none. */
  nameOf: (entry: EntrySketch) => string
  /** '' where there is no entry of this kind. */
  nearestName: (name: string, kind: Kind) => string
}

export function knownEntries(sketches: readonly EntrySketch[], site: Site): KnownEntries {
  const nameOf = ({ facts, slug }: EntrySketch) =>
    officialName(facts, sourceLocale(site))?.text ?? slug
  const paths = new Map<string, EntrySketch>()
  const names = new Map<string, EntrySketch[]>()
  const folded = new Map<string, EntrySketch[]>()
  const add = (map: Map<string, EntrySketch[]>, key: string, entry: EntrySketch) => {
    const some = map.get(key)
    if (!some) map.set(key, [entry])
    else if (!some.includes(entry)) some.push(entry)
  }
  for (const entry of sketches) {
    for (const slug of entry.facts.formerSlugs ?? []) paths.set(entryPath(entry.kind, slug), entry)
    add(names, nameOf(entry), entry)
    for (const key of foldedNames(nameOf(entry), entry.kind)) add(folded, key, entry)
  }
  for (const entry of sketches) paths.set(entryPath(entry.kind, entry.slug), entry)
  const ofKind = (some: EntrySketch[] | undefined, kind: Kind | null) =>
    (some ?? []).filter((entry) => kind === null || entry.kind === kind)
  return {
    nameOf,
    byPath(text, kind) {
      const path = parseEntryPath(text)?.path ?? (kind && entryPath(kind, text))
      return (path && paths.get(path)) ?? null
    },
    named: (name, kind) => ofKind(names.get(name), kind),
    similar(name, kind) {
      const keys = kind ? foldedNames(name, kind) : [fold(name)]
      return [...new Set(keys.flatMap((key) => ofKind(folded.get(key), kind)))]
    },
    nearestName: (name, kind) =>
      nearest(name, sketches.filter((one) => one.kind === kind).map(nameOf)),
  }
}

/**
 * Folded names under which an entry is looked for: a street goes with and without its first word, "Đường Lê Lợi", "Phố
 * Lê Lợi", "Lê Lợi".
 */
function foldedNames(name: string, kind: Kind): string[] {
  const whole = fold(name)
  const shorter = whole.replace(/^(?:duong|pho|dai lo|ngo|hem|quoc lo|tinh lo) /, '')
  return kind === 'street' ? [...new Set([whole, shorter])] : [whole]
}

/** What cells that name a unit or a figure find: units by any code there ever was, or by any name. */
export function foundIn(
  known: KnownEntries,
  units: readonly AdminUnit[],
  today: string,
): EntryFinder {
  const codes = new Set(units.map(({ code }) => code))
  const now = units.filter((unit) => isValidOn(unit, today))
  const met = new Map<string, UnitFound[]>()
  return {
    units(text) {
      const [first = ''] = text.split(/\s/)
      if (codes.has(first)) return [{ key: first, label: first, code: first, to: '', then: null }]
      const found =
        met.get(text) ?? unitsCalled(text, units, today).map((unit) => unitFound(unit, today))
      met.set(text, found)
      return found
    },
    figure(text) {
      const [one, ...more] = known.named(text, 'figure')
      const entry = known.byPath(text, 'figure') ?? (more.length === 0 ? one : undefined)
      return entry?.kind === 'figure' ? entryPath('figure', entry.slug) : null
    },
    nearestUnit(text) {
      const whole = text.padStart(5, '0')
      const named = now.find(({ code }) => code === whole)
      const { code = '', name = '' } =
        named ??
        now.find(
          (one) =>
            one.name ===
            nearest(
              text,
              now.map(({ name: n }) => n),
            ),
        ) ??
        {}
      return `${code} ${name}`.trim()
    },
    unitName: (code) => units.findLast((unit) => unit.code === code)?.name ?? code,
    isSameGround(code, other) {
      const ground = groundOf(code, units)
      return groundOf(other, units).some((one) => ground.includes(one))
    },
    nearestFigure: (text) => known.nearestName(text, 'figure'),
  }
}

function unitFound(unit: AdminUnit, today: string): UnitFound {
  const to = unit.validTo !== '' && unit.validTo <= today ? unit.validTo : ''
  return {
    key: unitKey(unit),
    label: `${unit.code} ${unit.name}`,
    code: unit.code,
    to,
    then: soleSuccessor(unit),
  }
}

/** The unit and all that took its territory since. */
function groundOf(code: string, units: readonly AdminUnit[]): string[] {
  const ground = [code]
  for (const one of ground)
    for (const unit of units)
      if (unit.code === one)
        for (const next of unit.successors) if (!ground.includes(next)) ground.push(next)
  return ground
}
