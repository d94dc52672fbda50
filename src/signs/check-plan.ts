/**
 * signs/plan.csv: how many signs of which subjects a ward or commune gets in which phase, and by when. What is planned
 * must be what is in the register, ward by ward: a leader reads both.
 */
import type { Report } from '../domain/finding.ts'
import { KIND_FOLDERS, parseEntryPath, type EntryPath } from '../domain/entry.ts'
import type { Sign } from '../domain/sign.ts'
import { cellReader, rowsOf } from '../domain/table.ts'

export const PLAN_FILE = 'signs/plan.csv'
export const PLAN_COLUMNS =
  'phase admin_unit unit_from subject target compiled_by approved_by printed_by installed_by owner'.split(
    ' ',
  )
const STEPS = ['compiled_by', 'approved_by', 'printed_by', 'installed_by'] as const
const KINDS: readonly string[] = Object.values(KIND_FOLDERS)

export interface PlanRow {
  line: number
  phase: number
  /** '' for what lies in a ward that nobody has established yet. */
  unit: string
  /** The day since which that unit exists; '' when it does not matter. */
  unitFrom: string
  /** A kind of entries, as `streets`, one entry, as `streets/le-loi`, or words that only people read. */
  subject: string
  /** Signs. */
  target: number
  /** The last day of each step; '' where none is set. */
  steps: Record<(typeof STEPS)[number], string>
  owner: string
}

/** Rows with an error are reported and left out; none where the header is wrong. */
export function readPlan(text: string, report: Report): PlanRow[] {
  return (rowsOf(text, PLAN_COLUMNS, PLAN_FILE, report) ?? []).flatMap((row) => {
    const cells = cellReader(row, PLAN_FILE, report)
    cells.required('phase')
    cells.required('target')
    const subject = cells.required('subject')
    const phase = cells.whole('phase', 1, 99)
    const target = cells.whole('target', 0, 100_000)
    const unitFrom = cells.date('unit_from')
    const steps = Object.fromEntries(STEPS.map((step) => [step, cells.date(step)]))
    if (!cells.isOk() || phase === null || target === null) return []
    const { line } = row
    return [
      {
        line,
        phase,
        unitFrom,
        subject,
        target,
        unit: cells.text('admin_unit'),
        steps: steps as PlanRow['steps'],
        owner: cells.text('owner'),
      },
    ]
  })
}

interface PlanSurroundings {
  /** The ward or commune an entry lies in today; '' where that is not established. */
  unitOf: (path: EntryPath) => string
  hasUnit: (code: string) => boolean
}

/**
 * Every count of the plan against the register, ward by ward and kind by kind, where the plan names kinds or entries.
 * `signs`: those that are to be seen in the street, or will be.
 */
export function checkPlan(
  rows: readonly PlanRow[],
  signs: readonly Pick<Sign, 'entry'>[],
  around: PlanSurroundings,
  report: Report,
): void {
  const planned = new Map<string, PlanRow[]>()
  for (const row of rows) {
    const { line, unit, subject, steps } = row
    if (unit !== '' && !around.hasUnit(unit))
      report('unit.unknown', PLAN_FILE, line, { code: unit })
    const days = STEPS.flatMap((step) => (steps[step] ? [{ step, day: steps[step] }] : []))
    days.forEach(({ step, day }, i) => {
      const before = days[i - 1]
      if (before && day < before.day)
        report('plan.steps-reversed', PLAN_FILE, line, {
          step,
          day,
          earlier: before.step,
          earlierDay: before.day,
        })
    })
    const kind = kindOf(subject)
    if (!kind) continue
    const key = `${unit} ${kind}`
    planned.set(key, [...(planned.get(key) ?? []), row])
  }
  if (planned.size === 0) return
  const registered = new Map<string, number>()
  for (const { entry } of signs) {
    const key = `${around.unitOf(entry)} ${kindOf(entry)}`
    registered.set(key, (registered.get(key) ?? 0) + 1)
  }
  for (const key of new Set([...planned.keys(), ...registered.keys()])) {
    const of = planned.get(key) ?? []
    const target = of.reduce((sum, row) => sum + row.target, 0)
    const count = registered.get(key) ?? 0
    const [unit = '', subject = ''] = key.split(' ')
    if (target !== count)
      report('plan.not-the-register', PLAN_FILE, of.at(-1)?.line ?? 1, {
        unit: unit || '–',
        subject,
        target,
        count,
      })
  }
}

/** The kind a subject belongs to: `streets` for itself and for `streets/le-loi`; null for words. */
function kindOf(subject: string): string | null {
  if (KINDS.includes(subject)) return subject
  const entry = parseEntryPath(subject)
  return entry ? KIND_FOLDERS[entry.kind] : null
}
