/**
 * The entry a row is about: by its address, else by its name. A name that is nearly one, that stands in two rows, or that
 * is one of another commune is asked about, row by row, and what was answered is done.
 */
import { entryPath, parseEntryPath, type Kind } from '../../domain/entry.ts'
import { fold } from '../../domain/name.ts'
import { proposedSlug, slugFault } from '../../domain/slug.ts'
import type { EntrySketch } from '../../store/facts.ts'
import type { EntryFinder } from './entry-facts.ts'
import type { KnownEntries } from '../entry-lookup.ts'
import { short } from '../problem.ts'
import type { Cells } from './cells.ts'
import type { Choice } from './question.ts'

export interface EntryRowTarget {
  cells: Cells
  /** '' where nobody can know yet. */
  slug: string
  /** Null for a new entry. */
  entry: EntrySketch | null
}

interface TargetSearch {
  known: KnownEntries
  found: EntryFinder
  /** Path -> the row that is about it; each row adds its own. */
  earlier: Map<string, Cells>
}

export function targetOf(cells: Cells, kind: Kind, search: TargetSearch): EntryRowTarget {
  const { known, earlier } = search
  const target = targetAlone(cells, kind, search)
  if (target.slug === '') return target
  const path = entryPath(kind, target.slug)
  const first = earlier.get(path)
  if (!first) {
    earlier.set(path, cells)
    return target
  }
  const answer = cells.answers.to(`row-${cells.row.number}`)
  if (answer?.startsWith('new:')) {
    const slug = freeSlug(target.slug, kind, known, earlier)
    earlier.set(entryPath(kind, slug), cells)
    return { cells, slug, entry: null }
  }
  const row = String(first.row.number)
  const values = { row, name: cells.text('name') || path }
  askAboutRow(cells, cells.say('import.ask.twice', values), [
    { value: 'new:', label: cells.say('import.ask.row.twin') },
  ])
  return { cells, slug: '', entry: null }
}

function targetAlone(
  cells: Cells,
  kind: Kind,
  { known, found, earlier }: TargetSearch,
): EntryRowTarget {
  const { say } = cells
  const name = cells.text('name')
  const typed = cells.text('slug')
  const nothing = { cells, slug: '', entry: null }
  const said = cells.text('kind')
  if (said !== '' && ![kind, say(`entries.kind.${kind}`)].some((one) => fold(one) === fold(said)))
    cells.fail('kind', say('import.said.kind', { value: short(said) }))
  if (typed !== '') {
    const parsed = parseEntryPath(typed)
    const slug = parsed?.kind === kind ? parsed.slug : typed
    const entry = known.byPath(entryPath(kind, slug), kind)
    if (entry) return { cells, slug: entry.slug, entry }
    const fault = slugFault(slug, kind, []) !== null
    if (fault) cells.fail('slug', say('import.said.slug', { value: short(typed) }))
    if (name === '') cells.fail('name', say('import.said.noName'))
    return fault ? nothing : { cells, slug, entry: null }
  }
  if (name === '') {
    if (!cells.isWrong('name')) cells.fail('name', say('import.said.noName'), 'import.said.noName')
    return nothing
  }
  const answered = cells.answers.to(`row-${cells.row.number}`) ?? ''
  const chosen = answered.startsWith('is:') ? known.byPath(answered.slice(3), kind) : null
  if (chosen) return sameEntry(cells, chosen)
  const named = known.named(name, kind)
  const units = cells.list('unit').flatMap((text) => found.units(text).map(({ code }) => code))
  const here = named.filter((entry) => mayLieIn(entry, units, kind, found))
  const [one, ...more] = here
  if (one && more.length === 0) return { cells, slug: one.slug, entry: one }
  const slug = proposedSlug(name, kind)
  const elsewhere = here.length === 0 ? named[0] : undefined
  const near = elsewhere ?? one ?? known.similar(name, kind)[0] ?? known.byPath(slug, kind)
  if (near) {
    if (answered === 'new:')
      return { cells, slug: freeSlug(slug || near.slug, kind, known, earlier), entry: null }
    if (isSameButCase(name, known.nameOf(near)) && mayLieIn(near, units, kind, found)) {
      const values = { value: short(name), name: known.nameOf(near) }
      cells.note('name', say('import.said.sameButCase', values))
      return sameEntry(cells, near)
    }
    askAboutNear(cells, kind, near, elsewhere !== undefined, { known, found, earlier })
    return nothing
  }
  if (slug === '') cells.fail('slug', say('import.said.noSlug'))
  else if (slugFault(slug, kind, [])) cells.fail('slug', say('import.said.slug', { value: slug }))
  return { cells, slug, entry: null }
}

/** The name it has stays: what a list made by hand calls it is no renaming. */
function sameEntry(cells: Cells, entry: EntrySketch): EntryRowTarget {
  cells.clear('name')
  return { cells, slug: entry.slug, entry }
}

function isSameButCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function askAboutNear(
  cells: Cells,
  kind: Kind,
  near: EntrySketch,
  isElsewhere: boolean,
  { known, found, earlier }: TargetSearch,
): void {
  const { say } = cells
  const path = entryPath(kind, near.slug)
  const values = {
    value: short(cells.text('name')),
    name: known.nameOf(near),
    path,
    units: unitsOf(near).map(found.unitName).join(', '),
    free: freeSlug(near.slug, kind, known, earlier),
  }
  askAboutRow(cells, say(isElsewhere ? 'import.said.elsewhere' : 'import.said.similar', values), [
    { value: `is:${path}`, label: say('import.ask.row.same', { name: values.name, path }) },
    { value: 'new:', label: say('import.ask.row.new', { path: entryPath(kind, values.free) }) },
  ])
}

function askAboutRow(cells: Cells, text: string, choices: Choice[]): void {
  const skip = { value: 'skip', label: cells.say('import.ask.row.skip') }
  cells.ask(`row-${cells.row.number}`, 'name', text, { choices: [...choices, skip] })
}

function freeSlug(
  slug: string,
  kind: Kind,
  known: KnownEntries,
  earlier: ReadonlyMap<string, unknown>,
): string {
  let n = 2
  const isTaken = (one: string) => known.byPath(one, kind) || earlier.has(entryPath(kind, one))
  while (isTaken(`${slug}-${n}`)) n++
  return `${slug}-${n}`
}

const unitsOf = ({ facts }: EntrySketch) => (facts.adminUnits ?? []).map(({ code }) => code)

/** A street of the same name in another commune is another street. Where either does not say, they may be one. */
function mayLieIn(
  entry: EntrySketch,
  units: readonly string[],
  kind: Kind,
  found: EntryFinder,
): boolean {
  const there = unitsOf(entry)
  if (kind === 'figure' || units.length === 0 || there.length === 0) return true
  return there.some((code) => units.some((unit) => found.isSameGround(code, unit)))
}
