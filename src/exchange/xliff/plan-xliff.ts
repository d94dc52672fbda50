/** Translations that came back -> the revisions they would become. */
import { bodyOf, paragraphsOf } from '../../content/paragraphs.ts'
import { canonicalBody } from '../../content/text-file.ts'
import { may, type Editor } from '../../domain/editor.ts'
import { entryPath, type EntryPath } from '../../domain/entry.ts'
import { damageIn } from '../../domain/damaged-letters.ts'
import type { Locale } from '../../domain/locale.ts'
import { sameLanguage } from '../../domain/locale-tag.ts'
import { withRightLetters, wrongLettersIn } from '../../domain/look-alike.ts'
import { BODY_MAX, characters, SUMMARY_MAX, TITLE_MAX } from '../../domain/revision.ts'
import { sourceLocale, type Site } from '../../domain/site.ts'
import type { Database } from '../../store/database.ts'
import type { EntrySketch } from '../../store/facts.ts'
import { listTextsOf, type TextNow } from '../../store/import-rows.ts'
import { knownEntries } from '../entry-lookup.ts'
import {
  marksIn,
  printable,
  unitsOf,
  wordsOf,
  type ReadXliff,
  type ReadXliffFile,
} from './xliff.ts'
import type { Say } from '../../messages/desk-message.ts'
import { damageSaid } from '../../messages/letters-said.ts'
import { short, type CellProblem } from '../problem.ts'
import { FileFault } from '../file-fault.ts'
import { inTurns } from '../../domain/in-turns.ts'

/** One text of the file, in the editor's words. */
export interface PlannedText {
  /** As in `streets/le-loi`; what the file says where there is no such entry. */
  path: string
  name: string
  doing: 'new' | 'changed' | 'same' | 'problem'
  /** Segments that say something else than the translation does now. */
  count: number
  number: number
  /** Null when the text stays as it is, or has a problem. */
  revision: {
    entry: EntryPath
    number: number
    title: string
    summary: string
    body: string
    basedOn: number
  } | null
}

/** A problem in one text keeps all of them from being written. */
export interface XliffPlan {
  locale: Locale
  texts: PlannedText[]
  problems: CellProblem[]
  /** What was mended without asking. */
  notes: CellProblem[]
}

interface XliffPlanning {
  db: Database
  site: Site
  sketches: readonly EntrySketch[]
  editor: Editor
  say: Say
}

/**
 * Only translations of what is public now, into the state they were sent out in, are taken; FileFault where the file as
 * a whole is about other languages.
 */
export async function planXliff(read: ReadXliff, around: XliffPlanning): Promise<XliffPlan> {
  const { db, site, sketches, say } = around
  const locale = localeOf(read, around)
  const known = knownEntries(sketches, site)
  const named = read.files.map((file) => ({
    file,
    entry: known.byPath(file.id.replace('.', '/'), null),
  }))
  const ids = named.flatMap(({ entry }) => entry?.id ?? [])
  const sources = await listTextsOf(db, ids, sourceLocale(site), 'public')
  const targets = await listTextsOf(db, ids, locale)
  const problems: CellProblem[] = []
  const notes: CellProblem[] = []
  const seen = new Set<string>()
  const texts = await inTurns(named, ({ file, entry }): PlannedText => {
    const path = entry ? entryPath(entry.kind, entry.slug) : short(file.id)
    const fail = (text: string) => problems.push({ row: 0, column: path, text })
    const note = (text: string) => notes.push({ row: 0, column: path, text })
    const count = problems.length
    const source = entry && sources.get(entry.id)
    let planned: Omit<PlannedText, 'path' | 'name'> | null = null
    if (seen.has(path)) fail(say('xliff.said.twice'))
    else if (!entry || !source || source.isRemoved) fail(say('xliff.said.entry', { file: path }))
    else planned = planText(file, source, targets.get(entry.id) ?? null, say, fail, note)
    seen.add(path)
    const name = entry ? known.nameOf(entry) : path
    return planned && problems.length === count
      ? { path, name, ...planned }
      : { path, name, doing: 'problem', count: 0, number: 0, revision: null }
  })
  return { locale, texts, problems, notes }
}

/** The language it was translated into; FileFault where the site does not offer it, or this editor may not write it. */
function localeOf({ source, target }: ReadXliff, { site, editor }: XliffPlanning): Locale {
  const ours = sourceLocale(site)
  if (sameLanguage(source, [ours]) === null)
    throw new FileFault('xliff.fault.source', { found: source, source: ours })
  const locale = sameLanguage(target, [...site.locales, ...site.localLocales])
  if (!locale || locale === ours) throw new FileFault('xliff.fault.target', { found: target })
  if (!may(editor, 'text.write', locale))
    throw new FileFault('xliff.fault.locale', { found: target })
  return locale
}

function planText(
  file: ReadXliffFile,
  source: TextNow,
  target: TextNow | null,
  say: Say,
  fail: (text: string) => void,
  note: (text: string) => void,
): Omit<PlannedText, 'path' | 'name'> | null {
  const { sourceNumber, targetNumber } = file
  const latest = target?.number ?? 0
  if (sourceNumber < 1 || targetNumber < 0) fail(say('xliff.said.numbers'))
  else if (sourceNumber !== source.number)
    fail(say('xliff.said.staleSource', { now: `${source.number}`, then: `${sourceNumber}` }))
  else if (targetNumber !== latest)
    fail(say('xliff.said.staleTarget', { now: `${latest}`, then: `${targetNumber}` }))
  else if (target?.isRemoved) fail(say('xliff.said.removed'))
  else return joined(file, source, target, say, fail, note)
  return null
}

/**
 * Paragraphs are told by their place in the source. A unit without a translation keeps what stands there, where both
 * texts have as many paragraphs.
 */
function joined(
  file: ReadXliffFile,
  source: TextNow,
  target: TextNow | null,
  say: Say,
  fail: (text: string) => void,
  note: (text: string) => void,
): Omit<PlannedText, 'path' | 'name'> {
  const before = new Map((target ? unitsOf(target) : []).map(({ id, text }) => [id, text]))
  const translated = translatedUnits(file, source, before, say, fail, note)
  const paragraphs = paragraphsOf(source.body)
  const old = paragraphsOf(target?.body ?? '')
  const told = paragraphs.map((_, i) => translated.get(`p${i + 1}`))
  const isAligned = old.length === paragraphs.length
  const some = told.filter((one) => one !== undefined).length
  if (!isAligned && some > 0 && some < told.length) fail(say('xliff.said.partly'))
  const oneLine = (id: string) => translated.get(id)?.replace(/\s+/g, ' ').trim()
  const text = {
    title: oneLine('title') ?? target?.title ?? '',
    summary: oneLine('summary') ?? target?.summary ?? '',
    body:
      some === 0
        ? (target?.body ?? '')
        : canonicalBody(bodyOf(told.map((one, i) => (one ?? old[i] ?? '').trim()))),
  }
  const limits = { title: TITLE_MAX, summary: SUMMARY_MAX, body: BODY_MAX } as const
  for (const key of ['title', 'summary', 'body'] as const) {
    const count = characters(text[key])
    const values = { field: say(`text.field.${key}`), count, most: limits[key] }
    if (count > limits[key]) fail(say('problem.tooLong', values))
  }
  const isSame = (['title', 'summary', 'body'] as const).every(
    (key) => printable(text[key]) === printable(target?.[key] ?? ''),
  )
  const number = (target?.number ?? 0) + 1
  if (isSame) return { doing: 'same', count: 0, number, revision: null }
  if (text.title === '') fail(say('xliff.said.noTitle'))
  const changed = [...translated].filter(([id, words]) => !isAligned || words !== before.get(id))
  return {
    doing: target ? 'changed' : 'new',
    count: changed.length,
    number,
    revision: { entry: source.entry, number, ...text, basedOn: source.number },
  }
}

/** Id -> words, of the units that were translated; empty ones are left out, and so are those with a problem. */
function translatedUnits(
  { units, twice }: ReadXliffFile,
  source: TextNow,
  before: ReadonlyMap<string, string>,
  say: Say,
  fail: (text: string) => void,
  note: (text: string) => void,
): Map<string, string> {
  const translated = new Map<string, string>()
  const expected = unitsOf(source)
  const ids = new Set(expected.map(({ id }) => id))
  for (const id of [...twice, ...[...units.keys()].filter((one) => !ids.has(one))])
    fail(say('xliff.said.unknownUnit', { unit: short(id) }))
  for (const { id, text } of expected) {
    const unit = units.get(id)
    const marks = marksIn(text)
    const bare = (words: string | null) => words && printable(words).replace(/\s+/g, ' ').trim()
    if (!unit) fail(say('xliff.said.missingUnit', { unit: id }))
    else if (bare(wordsOf(unit.source, marks)) !== bare(text))
      fail(say('xliff.said.sourceChanged', { unit: id }))
    else if (unit.target) {
      const words = wordsOf(unit.target, marks)
      if (words === null) fail(say('xliff.said.mark', { unit: id, mark: '<ph>' }))
      else {
        if (words !== printable(before.get(id) ?? '')) checkMarks(id, words, marks, say, fail)
        const damage = damageIn(words)
        if (damage) fail(`${id}: ${damageSaid(damage, say)}`)
        const wrong = damage ? null : wrongLettersIn(words)
        if (wrong) note(`${id}: ${say('letters.said.alike', { ...wrong })}`)
        translated.set(id, withRightLetters(words))
      }
    }
  }
  return translated
}

/**
 * Whether every citation and every address of the source is there, as often as it stands in the source; the first that
 * is not is told.
 */
function checkMarks(
  unit: string,
  words: string,
  marks: readonly string[],
  say: Say,
  fail: (text: string) => void,
): void {
  const count = (list: readonly string[], mark: string) => list.filter((one) => one === mark).length
  const found = marksIn(words)
  const lost = marks.find((mark) => count(found, mark) !== count(marks, mark))
  if (lost !== undefined) fail(say('xliff.said.mark', { unit, mark: short(lost) }))
}
