/**
 * A table of streets, figures, heritage sites or places -> what it would do. Every row is judged among all entries and
 * all other rows; any problem keeps the whole table from being written.
 */
import { changedContent } from '../../content/facts-changes.ts'
import { newFactsCheck, readFacts, type FactsFinding } from '../../content/check-facts.ts'
import { canonicalBody } from '../../content/text-file.ts'
import { entryPath, type Facts } from '../../domain/entry.ts'
import { BODY_MAX, characters, SUMMARY_MAX, TITLE_MAX } from '../../domain/revision.ts'
import { sourceLocale } from '../../domain/site.ts'
import { listFactsOf, listTextsOf, type TextNow } from '../../store/import-rows.ts'
import { freeId } from '../../domain/slug.ts'
import { Cells, checkSpot } from './cells.ts'
import { headingOf, type Table } from './columns.ts'
import { columnOf, rawFrom } from './entry-facts.ts'
import type { Grid } from './grid.ts'
import { foundIn, knownEntries } from '../entry-lookup.ts'
import { fillNaming, neededIn } from './needed-naming.ts'
import { emptyPlan, type PlannedEntry, type TablePlan } from './plan.ts'
import { joinedQuestions } from './question.ts'
import { targetOf, type EntryRowTarget } from './row-target.ts'
import { saidOf } from '../../messages/facts-said.ts'
import { hasControl } from '../../domain/control-characters.ts'
import { short } from '../problem.ts'
import { inTurns, pause } from '../../domain/in-turns.ts'
import type { TablePlanning } from './planning.ts'

interface EntryRowRead extends EntryRowTarget {
  before: Facts | null
  factsNumber: number
  facts: Facts | null
  files: string[]
  text: PlannedEntry['text']
  changed: string[]
  seen: string
}

/** Two queries, whatever the number of rows. Facts that a row changes wait for approval again. */
export async function planEntries(
  grid: Grid,
  keys: readonly (string | null)[],
  kind: Exclude<Table, 'sign'>,
  { db, site, say, language, sketches, units, today, answers }: TablePlanning,
): Promise<TablePlan> {
  const known = knownEntries(sketches, site)
  await pause()
  const found = foundIn(known, units, today)
  const asked = neededIn(grid, keys, kind, { say, language, answers })
  const earlier = new Map<string, Cells>()
  const targets = await inTurns(grid.rows, (row): EntryRowTarget => {
    const cells = new Cells(row, keys, grid.headings, say, answers)
    fillNaming(cells)
    return targetOf(cells, kind, { known, found, earlier })
  })
  const ids = targets.flatMap(({ entry }) => (entry ? [entry.id] : []))
  const states = await listFactsOf(db, ids)
  const texts = await listTextsOf(db, ids, sourceLocale(site))

  const read = await inTurns(targets, (target): EntryRowRead => {
    const { cells, entry } = target
    const state = entry ? (states.get(entry.id) ?? null) : null
    checkCells(cells)
    checkSpot(cells, site.map)
    const raw = rawFrom(cells, kind, state?.facts ?? null, site, found)
    const { facts, findings } = readFacts(kind, raw)
    tell(cells, findings, say, language)
    const before = state?.facts ?? null
    const changed = facts && before ? changedContent(before, facts) : []
    const latest = entry ? (texts.get(entry.id) ?? null) : null
    const text = textFrom(cells, latest)
    return {
      ...target,
      before,
      facts,
      text,
      files: state?.files ?? [],
      factsNumber: state?.number ?? 0,
      changed: [...changed, ...(text ? ['text'] : [])],
      seen: `${state?.number ?? 0}/${latest?.number ?? 0}`,
    }
  })

  const candidates = read.map(({ facts, slug, text, files }) => ({
    kind,
    slug,
    facts: facts ?? { names: [] },
    files,
    texts: text ? [{ ...text, basedOn: null, locale: sourceLocale(site) }] : [],
  }))
  await pause()
  const check = newFactsCheck(candidates as Parameters<typeof newFactsCheck>[0], {
    others: sketches,
    units,
    site,
    today,
  })
  const taken = new Set(sketches.map(({ id }) => id))
  const plan = emptyPlan()
  const needed = new Set<string>()
  await inTurns(read, (one, i) => {
    const { cells, facts, entry, slug, before, changed, text, seen } = one
    if (facts && cells.problems.length === 0 && (changed.length > 0 || !before))
      tell(cells, check({ ...candidates[i]!, facts: pending(facts) }), say, language)
    const isWrong = cells.problems.length > 0 || cells.needed.size > 0
    const isAsked = cells.asked.length > 0
    const doing = isWrong ? 'problem' : isAsked ? 'asked' : before ? same(changed) : 'new'
    asked.push(...cells.asked)
    plan.problems.push(...cells.problems)
    plan.notes.push(...cells.notes)
    for (const key of cells.needed) needed.add(key)
    const subject = slug ? entryPath(kind, entry?.slug ?? slug) : ''
    const name = short(cells.text('name') || (entry ? known.nameOf(entry) : ''))
    const isApproved =
      before?.review.state === 'approved' && changedContent(before, facts ?? before).length > 0
    plan.rows.push({ number: cells.row.number, name, subject, doing, changed, seen, isApproved })
    if (!facts || (doing !== 'new' && doing !== 'changed')) return
    const id = entry?.id ?? freeId(entryPath(kind, slug), taken)
    const factsChanged = !before || changedContent(before, facts).length > 0
    plan.entries.push({
      id,
      kind,
      slug: entry?.slug ?? slug,
      text,
      factsNumber: one.factsNumber + 1,
      facts: factsChanged ? pending(facts) : null,
    })
  })
  for (const key of needed) {
    const column = headingOf(key, kind, language)
    plan.problems.unshift({
      row: grid.headingRow,
      column: '',
      text: say('import.said.columnNeeded', { column }),
    })
  }
  return { ...plan, questions: joinedQuestions(asked) }
}

/** As they will be written: what a row changes waits for approval again. */
const pending = (facts: Facts): Facts => ({ ...facts, review: { state: 'pending' } })

const same = (changed: readonly string[]) => (changed.length > 0 ? 'changed' : 'same')

function checkCells(cells: Cells): void {
  for (const [key, text] of cells.all())
    if (key !== 'body' && key !== 'summary' && hasControl(text))
      cells.fail(key, cells.say('facts.said.control'))
}

/** Errors alone: warnings do not stop a table. */
function tell(
  cells: Cells,
  findings: readonly FactsFinding[],
  say: TablePlanning['say'],
  language: TablePlanning['language'],
): void {
  for (const finding of findings) {
    if (finding.severity !== 'error') continue
    const key = columnOf(finding.path)
    const isMissing = finding.rule === 'key.missing' || finding.rule === 'value.empty'
    // Told once for the file and not for every row.
    if (isMissing && !cells.has(key)) cells.needed.add(key)
    // What is wrong with a cell has been said already: it is not also missing.
    else if ((isMissing || finding.rule === 'entry.no-name') && cells.isWrong(key)) continue
    else cells.fail(key, saidOf(finding, say, language), finding.rule)
  }
}

/**
 * The next revision of the text in the source language; null when the row says nothing of it, or what is there already.
 * A text that was removed is a problem.
 */
function textFrom(cells: Cells, latest: TextNow | null): PlannedEntry['text'] {
  const told = {
    title: cells.text('title'),
    summary: cells.text('summary').replace(/\s+/g, ' '),
    body: canonicalBody(cells.text('body')),
  }
  if (Object.values(told).every((one) => one === '')) return null
  const text = {
    title: told.title || latest?.title || cells.text('name'),
    summary: told.summary || (latest?.summary ?? ''),
    body: told.body || (latest?.body ?? ''),
  }
  const { say } = cells
  const limits = { title: TITLE_MAX, summary: SUMMARY_MAX, body: BODY_MAX } as const
  for (const key of ['title', 'summary', 'body'] as const) {
    const count = characters(text[key])
    const values = { field: say(`text.field.${key}`), count, most: limits[key] }
    if (count > limits[key]) cells.fail(key, say('problem.tooLong', values))
  }
  const isSame =
    latest !== null &&
    text.title === latest.title &&
    text.summary === latest.summary &&
    text.body === latest.body
  if (isSame) return null
  if (latest?.isRemoved) cells.fail('title', say('import.said.removed'))
  return { number: (latest?.number ?? 0) + 1, ...text }
}
