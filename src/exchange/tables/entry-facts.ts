/** A row of a table laid over what an entry has: an empty cell leaves things as they are. */
import type { Facts, Kind } from '../../domain/entry.ts'
import { RANKS } from '../../domain/entry.ts'
import { parseLocale } from '../../domain/locale.ts'
import { fold } from '../../domain/name.ts'
import { type Site, otherLocales } from '../../domain/site.ts'
import { sourceLocale } from '../../domain/site.ts'
import { DESK_LANGUAGES, deskMessage } from '../../messages/desk-message.ts'
import type { Cells } from './cells.ts'
import { short } from '../problem.ts'

type Raw = Record<string, string>
type RawFacts = Record<string, string | Raw | (string | Raw)[]>

/** A unit as a cell names it. */
export interface UnitFound {
  /** As a question gives it out. */
  key: string
  label: string
  code: string
  /** Of a unit that is no more and was named, not coded: its last day but one, YYYY-MM-DD; else ''. */
  to: string
  /** The one unit that took all of it then; null where there is none, or several. */
  then: string | null
}

/**
 * How cells name units and figures. The nearest is for the sentence that says what may have been meant; '' for none.
 */
export interface EntryFinder {
  /** Units that a code or a name means: none, one, or several that bore the name. */
  units: (text: string) => UnitFound[]
  /** Path of a figure from its path or its name; null when there is none. */
  figure: (text: string) => string | null
  nearestUnit: (text: string) => string
  /** Of a code, today's name or the last. */
  unitName: (code: string) => string
  /** One is the other, or took territory of it. */
  isSameGround: (code: string, other: string) => boolean
  nearestFigure: (text: string) => string
}

/**
 * Facts in the shape entry.yaml is read into, all of it text, for the schema to judge. An empty cell changes nothing;
 * nothing is ever taken away. `facts` is null for a new entry.
 */
export function rawFrom(
  cells: Cells,
  kind: Kind,
  facts: Facts | null,
  site: Site,
  found: EntryFinder,
) {
  const raw = (facts ? asText(facts) : { review: { state: 'pending' }, sources: [] }) as RawFacts
  const source = sourceOf(cells, raw, facts === null)
  layNames(cells, raw, site)
  if (kind !== 'figure') layNaming(cells, raw, source, found)
  if (kind === 'street')
    layMap(cells, raw, 'extent', source, {
      from: cells.text('from'),
      to: cells.text('to'),
      lengthM: cells.number('lengthM'),
      widthM: cells.number('widthM'),
    })
  if (kind === 'figure')
    for (const key of ['born', 'died']) layMap(cells, raw, key, source, { date: cells.date(key) })
  if (kind === 'heritage-site')
    layMap(cells, raw, 'rank', source, {
      level: cells.oneOf('rankLevel', RANK_WORDS) ?? '',
      year: cells.text('rankYear'),
      decision: cells.text('rankDecision'),
    })
  layUnits(cells, raw, found)
  const { lat, lon } = { lat: cells.number('lat'), lon: cells.number('lon') }
  if (lat !== '' && lon !== '')
    layMap(cells, raw, 'position', source, {
      lat,
      lon,
      accuracyM: cells.number('accuracyM') || '50',
    })
  return raw
}

/** Values as they are written in a file: numbers and flags as text, what is undefined left out. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) =>
        one === undefined ? [] : [[key, asText(one)]],
      ),
    )
  return String(value)
}

function listIn(raw: RawFacts, key: string): Raw[] {
  const list = (Array.isArray(raw[key]) ? raw[key] : []) as Raw[]
  raw[key] = list
  return list
}

/**
 * Id of the source the row names, which is added unless one of its title is there; '' when it names none. A new entry
 * without one gets general knowledge.
 */
function sourceOf(cells: Cells, raw: RawFacts, isNew: boolean): string {
  const sources = listIn(raw, 'sources')
  const told: Raw = filled({
    title: cells.text('sourceTitle'),
    publisher: cells.text('sourcePublisher'),
    url: cells.text('sourceUrl'),
    date: cells.date('sourceDate'),
  })
  if (Object.keys(told).length > 0 && !told['title'])
    cells.fail('sourceTitle', cells.say('import.said.sourceTitle'))
  if (!told['title']) {
    if (isNew) sources.push({ id: 'g', kind: 'general-knowledge' })
    return isNew ? 'g' : ''
  }
  const same = sources.find((one) => one['title'] === told['title'])
  if (same) {
    Object.assign(same, told)
    return same['id'] ?? ''
  }
  let n = 1
  while (sources.some(({ id }) => id === `s${n}`)) n++
  sources.push({ id: `s${n}`, ...told })
  return `s${n}`
}

/** A map laid over the one that stands there, whose source stays unless something is said otherwise now. */
function layMap(cells: Cells, raw: RawFacts, key: string, source: string, told: Raw): void {
  const values = filled(told)
  if (Object.keys(values).length === 0) return
  const old = (raw[key] ?? {}) as Raw
  const isSame = Object.entries(values).every(([name, value]) => sameValue(old[name], value))
  if (isSame) return
  const from = source || old['source'] || anySource(raw)
  if (from === '') cells.fail('sourceTitle', cells.say('import.said.noSource'))
  raw[key] = { ...old, ...values, source: from }
}

function sameValue(old: string | undefined, value: string): boolean {
  return old === value || (old !== undefined && value !== '' && Number(old) === Number(value))
}

/** The first of the entry, for a row that adds a fact and names none. */
function anySource(raw: RawFacts): string {
  return listIn(raw, 'sources')[0]?.['id'] ?? ''
}

function layNames(cells: Cells, raw: RawFacts, site: Site): void {
  const names = listIn(raw, 'names')
  const lay = (text: string, locale: string, kind: string) => {
    if (text === '') return
    const old = names.find((one) => one['kind'] === kind && one['locale'] === locale && !one['to'])
    if (!old) names.push({ text, locale, kind })
    else if (old['text'] !== text) {
      old['text'] = text
      // Where the old name may be broken says nothing of the new one.
      delete old['breaks']
    }
  }
  const add = (text: string, locale: string, kind: string) => {
    if (!names.some((one) => one['kind'] === kind && one['text'] === text))
      names.push({ text, locale, kind })
  }
  const source = sourceLocale(site)
  lay(cells.text('name'), source, 'official')
  for (const locale of otherLocales(site)) lay(cells.text(`name:${locale}`), locale, 'translation')
  for (const text of cells.list('formerNames')) add(text, source, 'former')
  for (const text of cells.list('otherNames')) add(text, source, 'other')
  for (const text of cells.list('scriptNames')) {
    const [, name, tag = ''] = /^(.+?)\s*\(([A-Za-z-]+)\)$/.exec(text) ?? []
    const locale = parseLocale(tag)
    if (name && locale) add(name, locale, 'other-script')
    else cells.fail('scriptNames', cells.say('import.said.script', { value: short(text) }))
  }
}

function layNaming(cells: Cells, raw: RawFacts, source: string, found: EntryFinder): void {
  const paths = cells.list('namedAfter').flatMap((text) => {
    const path = found.figure(text)
    if (path !== null) return [path]
    const values = { value: short(text), nearest: found.nearestFigure(text) }
    cells.fail('namedAfter', cells.say('import.said.figure', values))
    return []
  })
  if (paths.length > 0) {
    const old = (raw['namedAfter'] ?? []) as string[]
    raw['namedAfter'] = [...new Set([...old, ...paths])]
  }
  const told = filled({
    body: cells.text('namingBody'),
    number: cells.text('namingNumber'),
    date: cells.date('namingDate'),
  })
  if (Object.keys(told).length === 0) return
  const namings = listIn(raw, 'namings')
  const key = told['number'] ? 'number' : 'date'
  const same = namings.find((one) => one['act'] === 'named' && one[key] === told[key])
  if (same && Object.entries(told).every(([name, value]) => same[name] === value)) return
  const from = source || same?.['source'] || anySource(raw)
  if (same) Object.assign(same, told, { source: from })
  else namings.push({ ...told, act: 'named', source: from })
}

/** A unit that is no more gets its end, and whoever took all of it comes after. */
function layUnits(cells: Cells, raw: RawFacts, found: EntryFinder): void {
  for (const text of cells.list('unit')) {
    const unit = unitMeant(cells, text, found)
    if (unit === null) continue
    const units = listIn(raw, 'adminUnits')
    const { code, to, then } = unit
    if (!units.some((one) => one['code'] === code && (one['to'] ?? '') === to))
      units.push(to === '' ? { code } : { code, to })
    if (to === '') continue
    const now = then === null ? '' : `${then} ${found.unitName(then)}`
    const values = { value: short(text), code, to, now }
    cells.note('unit', cells.say(now ? 'import.said.oldUnit' : 'import.said.oldUnitOnly', values))
    if (then !== null && !units.some((one) => one['code'] === then && !one['to']))
      units.push({ code: then, from: to })
  }
}

/** Null, with a problem, where there is none; the first of several while it is asked which. */
function unitMeant(cells: Cells, text: string, found: EntryFinder): UnitFound | null {
  const units = found.units(text)
  const [one, ...more] = units
  if (!one) {
    const values = { value: short(text), nearest: found.nearestUnit(text) }
    cells.fail('unit', cells.say('import.said.unit', values), 'import.said.unit')
    return null
  }
  if (more.length === 0) return one
  const field = `unit-${fold(text).slice(0, 80)}`
  const said = units.find(({ key }) => key === cells.answers.to(field))
  if (!said)
    cells.ask(field, 'unit', cells.say('import.ask.unit', { value: short(text) }), {
      choices: units.map(({ key, label, to }) => {
        const date = to.split('-').map(Number).reverse().join('/')
        const when = to === '' ? 'import.ask.unit.now' : 'import.ask.unit.before'
        return { value: key, label: cells.say(when, { unit: label, date }) }
      }),
    })
  return said ?? one
}

function filled(values: Raw): Raw {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** Words for ranks, folded: "quốc gia đặc biệt", "special national" and the word of the file. */
const RANK_WORDS = new Map(
  RANKS.flatMap((rank) => [
    ...DESK_LANGUAGES.map((one) => [fold(deskMessage(one, `facts.rank.${rank}`)), rank] as const),
    [rank, rank] as const,
  ]),
)

const COLUMNS: Record<string, (within: string) => string> = {
  names: () => 'name',
  namings: (within) => ({ number: 'namingNumber', date: 'namingDate' })[within] ?? 'namingBody',
  extent: (within) => within || 'from',
  rank: (within) => ({ year: 'rankYear', decision: 'rankDecision' })[within] ?? 'rankLevel',
  adminUnits: () => 'unit',
  position: (within) => (within === 'lon' || within === 'accuracyM' ? within : 'lat'),
  sources: (within) =>
    ({ publisher: 'sourcePublisher', url: 'sourceUrl', date: 'sourceDate' })[within] ??
    'sourceTitle',
}

/** The column a place in the facts came from; its key where no column has it. */
export function columnOf([key, index, inner]: readonly (string | number)[]): string {
  const within = typeof index === 'string' ? index : String(inner ?? '')
  return COLUMNS[String(key)]?.(within) ?? String(key ?? '')
}
