/** `stele check` over signs/: every code is one, leads somewhere, and its events can have happened. */
import { reportInto, sortedFindings, type Finding, type Report } from '../domain/finding.ts'
import type { CheckRule } from '../domain/check-rules.ts'
import type { EntryPath, IsoDate } from '../domain/entry.ts'
import { readText, type Folder } from '../domain/folder.ts'
import { findMisspellings, type NameIndex } from '../domain/mention.ts'
import { positionFault } from '../domain/position.ts'
import {
  inOrder,
  isEnded,
  stateOf,
  type LegacyCode,
  type Sign,
  type SignEvent,
} from '../domain/sign.ts'
import { rowsOf } from '../domain/table.ts'
import { checkPlan, PLAN_FILE, readPlan } from './check-plan.ts'
import {
  EVENTS_FILE,
  LEGACY_FILE,
  readEvents,
  readLegacyCodes,
  readRegister,
  REGISTER_COLUMNS,
  REGISTER_FILE,
  type AtLine,
} from './register-file.ts'

/** What the signs have to agree with; the caller brings it, for signs know nothing of content/. */
export interface SignSurroundings {
  hasEntry: (path: EntryPath) => boolean
  /** The ward or commune an entry lies in today; '' where that is not established. */
  unitOf: (path: EntryPath) => string
  /** Whether there is, or was, a unit with this code. */
  hasUnit: (code: string) => boolean
  /** All names of all entries: the right spellings. */
  names: NameIndex
  /** Middle of the installation's map. */
  map: { lat: number; lon: number } | null
  /** Local day. */
  today: IsoDate
}

export interface Signs {
  /** Well-formed rows whose entry exists; of a code that stands twice, the first. A printed sign must answer. */
  signs: Sign[]
  events: SignEvent[]
  legacyCodes: LegacyCode[]
  findings: Finding<CheckRule>[]
}

/**
 * Everything that can be used, and everything found, in order of file, line and rule. Total: no input makes it throw. A
 * missing file is no error.
 */
export function readAndCheckSigns(folder: Folder, around: SignSurroundings): Signs {
  const findings: Finding<CheckRule>[] = []
  const report = reportInto(findings)
  const textOf = (file: string) => readText(folder, file, report)
  const register = textOf(REGISTER_FILE)
  const events = textOf(EVENTS_FILE)
  const legacy = textOf(LEGACY_FILE)
  const plan = textOf(PLAN_FILE)

  const issued = issuedIn(register)
  const read = {
    signs: register === null ? [] : readRegister(register, report),
    events: events === null ? [] : readEvents(events, report),
    legacyCodes: legacy === null ? [] : readLegacyCodes(legacy, report),
  }
  const signs = checkRegister(read.signs, issued, around, report)
  checkEvents(read.events, signs, issued, around, report)
  const legacyCodes = checkLegacy(read.legacyCodes, issued, around, report)
  if (plan !== null) {
    const rows = readPlan(plan, report)
    for (const { subject, owner, line } of rows)
      checkNames(`${subject}\n${owner}`, PLAN_FILE, line, around, report)
    const ended = new Set(
      read.events.filter((event) => isEnded(stateOf([event]))).map(({ code }) => code),
    )
    const standing = signs.filter(({ code }) => !ended.has(code))
    checkPlan(rows, standing, around, report)
  }

  const known = [REGISTER_FILE, EVENTS_FILE, LEGACY_FILE, PLAN_FILE, 'signs/README.md']
  for (const file of folder.keys())
    if (file.startsWith('signs/') && !known.includes(file)) report('folder.unknown-file', file, 0)
  const codes = new Set(signs.map(({ code }) => code))
  return {
    signs,
    events: read.events.filter(({ code }) => codes.has(code)),
    legacyCodes,
    findings: sortedFindings(findings),
  }
}

/**
 * What stands twice, or leads nowhere, is left out; every other error is told and the row kept: a printed sign must
 * answer.
 */
function checkRegister(
  rows: readonly AtLine<Sign>[],
  issued: IssuedRow,
  around: SignSurroundings,
  report: Report,
): AtLine<Sign>[] {
  const first = new Map<string, number>()
  return rows.filter((sign) => {
    const { line, code } = sign
    const earlier = first.get(code)
    if (earlier !== undefined)
      report('sign.code-twice', REGISTER_FILE, line, { code, other: earlier })
    else first.set(code, line)
    if (!around.hasEntry(sign.entry))
      report('sign.entry-unknown', REGISTER_FILE, line, { entry: sign.entry })
    if (sign.replaces !== null && !issued(sign.replaces))
      report('sign.code-unknown', REGISTER_FILE, line, { key: 'replaces', code: sign.replaces })
    checkDay('issued_on', sign.issuedOn, REGISTER_FILE, line, around, report)
    checkPoint(sign, REGISTER_FILE, line, around, report)
    checkNames(`${sign.placement}\n${sign.note}`, REGISTER_FILE, line, around, report)
    return earlier === undefined && around.hasEntry(sign.entry)
  })
}

/** Reports only. Events of one day are taken in the order of the file. */
function checkEvents(
  rows: readonly AtLine<SignEvent>[],
  signs: readonly Sign[],
  issued: IssuedRow,
  around: SignSurroundings,
  report: Report,
): void {
  const signOf = new Map<string, Sign>(signs.map((sign) => [sign.code, sign]))
  const sofar = new Map<string, SignEvent[]>()
  for (const event of rows) {
    const { line, code, what, on } = event
    const sign = signOf.get(code)
    if (!issued(code)) report('sign.code-unknown', EVENTS_FILE, line, { key: 'code', code })
    if (sign && on < sign.issuedOn)
      report('event.before-issue', EVENTS_FILE, line, { code, what, on, issuedOn: sign.issuedOn })
    checkDay('on', on, EVENTS_FILE, line, around, report)
    if (event.successor !== null && !issued(event.successor))
      report('sign.code-unknown', EVENTS_FILE, line, { key: 'successor', code: event.successor })
    if (what === 'replaced' && event.successor === null)
      report('event.no-successor', EVENTS_FILE, line, { code })
    checkPoint(event, EVENTS_FILE, line, around, report)
    sofar.set(code, [...(sofar.get(code) ?? []), event])
  }
  for (const events of sofar.values()) {
    const ordered = inOrder(events) as AtLine<SignEvent>[]
    ordered.forEach(({ line, code, what, on }, i) => {
      const state = stateOf(ordered.slice(0, i))
      if (isEnded(state)) report('event.after-end', EVENTS_FILE, line, { code, what, on, state })
    })
  }
}

function checkLegacy(
  rows: readonly AtLine<LegacyCode>[],
  issued: IssuedRow,
  around: SignSurroundings,
  report: Report,
): AtLine<LegacyCode>[] {
  const first = new Map<string, number>()
  return rows.filter(({ line, address, entry, code }) => {
    const other = first.get(address)
    if (other !== undefined) report('legacy.address-twice', LEGACY_FILE, line, { address, other })
    else first.set(address, line)
    if (!around.hasEntry(entry)) report('sign.entry-unknown', LEGACY_FILE, line, { entry })
    if (code !== null && !issued(code))
      report('sign.code-unknown', LEGACY_FILE, line, { key: 'code', code })
    return other === undefined && around.hasEntry(entry)
  })
}

function checkDay(
  key: string,
  date: IsoDate,
  file: string,
  line: number,
  { today }: SignSurroundings,
  report: Report,
): void {
  if (date > today) report('date.future', file, line, { key, date, today })
}

function checkPoint(
  { lat, lon }: { lat: number | null; lon: number | null },
  file: string,
  line: number,
  { map }: SignSurroundings,
  report: Report,
): void {
  if ((lat === null) !== (lon === null)) return report('position.half', file, line)
  if (lat === null || lon === null) return
  const fault = positionFault(lat, lon, map)
  if (fault) report(`position.${fault}`, file, line, { lat, lon })
}

/** Names of entries and units that the words spell otherwise. */
function checkNames(
  text: string,
  file: string,
  line: number,
  { names }: SignSurroundings,
  report: Report,
): void {
  for (const { found, name, tonePlacementOnly } of findMisspellings(text, names, null)) {
    const rule = tonePlacementOnly ? 'name.tone-placement' : 'name.mention-marks'
    report(rule, file, line, { found, name })
  }
}

type IssuedRow = (code: string) => boolean

/**
 * Whether the register has a code. Rows with errors count: what happened to such a sign is no error of its own. Of a
 * register that cannot be read at all every code is believed.
 */
function issuedIn(register: string | null): IssuedRow {
  const ignore = () => undefined
  const rows = register && rowsOf(register, REGISTER_COLUMNS, REGISTER_FILE, ignore)
  if (!rows) return () => register !== null
  const codes = new Set(rows.map((row) => row.cell('code')))
  return (code) => codes.has(code)
}
