/**
 * A table of signs -> codes to be issued, and what is written anew of signs that have one. Without a column of codes
 * every row is a new sign.
 */
import { entryPath, kindOfFolder, type EntryPath, type Kind } from '../../domain/entry.ts'
import { fold } from '../../domain/name.ts'
import { parseShortCode, type ShortCode } from '../../domain/short-code.ts'
import {
  isEnded,
  MOUNTS,
  stateOf,
  type Mount,
  type Sign,
  type SignEvent,
} from '../../domain/sign.ts'
import { DESK_LANGUAGES, deskMessage } from '../../messages/desk-message.ts'
import { listSignEvents, listSigns } from '../../store/signs.ts'
import { Cells, checkSpot } from './cells.ts'
import type { Grid } from './grid.ts'
import { knownEntries, type KnownEntries } from '../entry-lookup.ts'
import { hasControl } from '../../domain/control-characters.ts'
import { short } from '../problem.ts'
import { inTurns } from '../../domain/in-turns.ts'
import { emptyPlan, type TablePlan } from './plan.ts'
import { joinedQuestions, type TableQuestion } from './question.ts'
import type { TablePlanning } from './planning.ts'

/** Least and most of each measure, both included: metres, millimetres, millimetres. */
const RANGES = {
  accuracyM: [0, 100_000],
  heightMm: [0, 20_000],
  readingDistanceMm: [0, 50_000],
} as const
/** Characters. */
const PLACEMENT_MAX = 300
const NOTE_MAX = 1000

const MOUNT_WORDS = new Map<string, Mount>(
  MOUNTS.flatMap((mount) => [
    ...DESK_LANGUAGES.map(
      (one) => [fold(deskMessage(one, `signs.mount.${mount}`)), mount] as const,
    ),
    [mount, mount] as const,
  ]),
)

/** Codes are drawn when the table is written, not before. Ended signs are not changed. */
export async function planSigns(
  grid: Grid,
  keys: readonly (string | null)[],
  { db, site, say, sketches, today, templates, answers }: TablePlanning,
): Promise<TablePlan> {
  const known = knownEntries(sketches, site)
  const plan = emptyPlan()
  const asked: TableQuestion[] = []
  const hasCodes = keys.includes('code')
  const histories: Histories = hasCodes ? await signsKnown(db) : new Map()
  const seenCodes = new Map<string, number>()
  await inTurns(grid.rows, (row) => {
    const cells = new Cells(row, keys, grid.headings, say, answers)
    const entry = entryOf(cells, known)
    const old = hasCodes ? signOf(cells, histories, seenCodes) : null
    const told = placementIn(cells, templates)
    checkSpot(cells, site.map)
    const sign: Omit<Sign, 'code'> = {
      ...(old ?? { ...BLANK, issuedOn: today }),
      ...(entry && { entry }),
      ...told,
    }
    const changed = old ? changedFields(old, sign) : []
    const what = old ? (changed.length > 0 ? 'changed' : 'same') : 'new'
    const doing = cells.problems.length > 0 ? 'problem' : cells.asked.length > 0 ? 'asked' : what
    asked.push(...cells.asked)
    plan.problems.push(...cells.problems)
    plan.notes.push(...cells.notes)
    plan.rows.push({
      number: row.number,
      doing,
      changed,
      name: [cells.text('entry'), cells.text('placement')].filter(Boolean).map(short).join(': '),
      subject: old?.code ?? entry ?? '',
      seen: old ? JSON.stringify(old) : '',
      isApproved: false,
    })
    if (doing === 'new') plan.newSigns.push(sign)
    if (doing === 'changed' && old) plan.placedSigns.push({ ...sign, code: old.code })
  })
  return { ...plan, questions: joinedQuestions(asked) }
}

type Histories = ReadonlyMap<ShortCode, { sign: Sign; ended: boolean }>

/** What is not known of a new sign. */
const BLANK: Omit<Sign, 'code' | 'issuedOn'> = {
  entry: '' as EntryPath,
  placement: '',
  lat: null,
  lon: null,
  accuracyM: null,
  mount: null,
  heightMm: null,
  readingDistanceMm: null,
  template: null,
  faces: 1,
  symbolVersion: null,
  symbolLevel: null,
  symbolMask: null,
  replaces: null,
  note: '',
}

async function signsKnown(db: TablePlanning['db']): Promise<Histories> {
  const events = new Map<ShortCode, SignEvent[]>()
  for (const event of await listSignEvents(db))
    events.set(event.code, [...(events.get(event.code) ?? []), event])
  return new Map(
    (await listSigns(db)).map((sign) => [
      sign.code,
      { sign, ended: isEnded(stateOf(events.get(sign.code) ?? [])) },
    ]),
  )
}

/**
 * The sign that has the code; null, with a problem, where the cell is empty or wrong, the sign has ended, or an earlier
 * row is about it.
 */
function signOf(cells: Cells, histories: Histories, seen: Map<string, number>): Sign | null {
  const { say } = cells
  const typed = cells.text('code')
  const code = parseShortCode(typed)
  const history = code && histories.get(code)
  const earlier = seen.get(code ?? '')
  if (typed === '') cells.fail('code', say('import.said.noCode'))
  else if (!code || !history) cells.fail('code', say('import.said.code', { code: short(typed) }))
  else if (history.ended) cells.fail('code', say('import.said.ended', { code }))
  else if (earlier !== undefined)
    cells.fail('code', say('import.said.twice', { row: String(earlier), name: code }))
  if (code) seen.set(code, cells.row.number)
  return history?.sign ?? null
}

/** Id of the entry the cell names, by path or by name; null where it is empty or names none. */
function entryOf(cells: Cells, known: KnownEntries): EntryPath | null {
  const { say } = cells
  const typed = cells.text('entry').replace(/^.*\(([a-z-]+\/[a-z0-9-]+)\)$/, '$1')
  if (typed === '') {
    if (cells.text('code') === '') cells.fail('entry', say('import.said.noEntry'))
    return null
  }
  const byPath = kindOfFolder(typed.split('/')[0] ?? '') && known.byPath(typed, null)
  const named = known.named(typed, null)
  if (byPath) return byPath.id
  if (named.length === 1) return named[0]?.id ?? null
  const near = named[0] ?? known.similar(typed, 'street')[0] ?? known.similar(typed, null)[0]
  if (near) {
    const path = entryPath(near.kind as Kind, near.slug)
    cells.fail('entry', say('import.said.which', { name: known.nameOf(near), path }))
  } else cells.fail('entry', say('import.said.entry', { value: short(typed) }))
  return null
}

/** What the row says of the spot; empty cells say nothing. */
function placementIn(cells: Cells, templates: readonly string[] | null): Partial<Sign> {
  const { say } = cells
  const told: Partial<Sign> = {}
  for (const [key, most] of [
    ['placement', PLACEMENT_MAX],
    ['note', NOTE_MAX],
  ] as const) {
    const text = cells.text(key).replace(/\s+/g, ' ')
    const values = { field: say(`import.column.${key}`), count: text.length, most }
    if (text.length > most) cells.fail(key, say('problem.tooLong', values))
    if (hasControl(text)) cells.fail(key, say('facts.said.control'))
    if (text !== '') told[key] = text
  }
  for (const key of ['lat', 'lon', 'accuracyM', 'heightMm', 'readingDistanceMm'] as const) {
    const text = cells.number(key)
    if (text === '') continue
    const [min, max] = key === 'lat' || key === 'lon' ? [-180, 180] : RANGES[key]
    if (Number(text) < min || Number(text) > max)
      cells.fail(key, say('facts.said.outOfRange', { value: text, min: `${min}`, max: `${max}` }))
    else told[key] = Number(text)
  }
  const mount = cells.oneOf('mount', MOUNT_WORDS)
  if (mount) told.mount = mount
  const template = cells.text('template')
  const isKnown = templates ? templates.includes(template) : /^[a-z0-9-]{1,60}$/.test(template)
  if (template !== '' && !isKnown) {
    const allowed = templates?.join(', ') ?? 'placard-150x200'
    cells.fail('template', say('import.said.oneOf', { value: short(template), allowed }))
  } else if (template !== '') told.template = template
  return told
}

/** What a table can change of a sign that exists. */
const FIELDS = [
  ...(['entry', 'placement', 'lat', 'lon', 'accuracyM', 'mount', 'heightMm'] as const),
  ...(['readingDistanceMm', 'template', 'note'] as const),
]

function changedFields(old: Sign, now: Omit<Sign, 'code'>): string[] {
  return FIELDS.filter((key) => old[key] !== now[key])
}
