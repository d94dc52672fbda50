/** What taking an import back would do, and the doing of it: all in one batch. */
import { OvertakenError } from '../../domain/errors.ts'
import { entryPath, type EntryPath, type Facts } from '../../domain/entry.ts'
import type { Revision } from '../../domain/revision.ts'
import { localDay } from '../../domain/scan.ts'
import type { Sign, SignEvent } from '../../domain/sign.ts'
import { sourceLocale, type Site } from '../../domain/site.ts'
import {
  factsObstacle,
  signObstacle,
  textObstacle,
  type FactsToUndo,
  type TextToUndo,
  type UndoRow,
} from '../../domain/table-undo.ts'
import { deskMessage } from '../../messages/desk-message.ts'
import { addAudit, subjectOf } from '../../store/audit-log.ts'
import { isStillNeeded, UniqueError, type Database, type Statement } from '../../store/database.ts'
import { addAudits, insertRevisions, placeSigns, saveEntries } from '../../store/import-rows.ts'
import { listSketches } from '../../store/facts.ts'
import { addSignEvents, listHistories } from '../../store/signs.ts'
import { findEdition } from '../../store/site-settings.ts'
import { addTableUndo, findTableImport, type DoneTableImport } from '../../store/table-imports.ts'
import {
  listFactsToUndo,
  listSignsToUndo,
  listTextsToUndo,
  putAwayTexts,
  removeEntries,
} from '../../store/undo-rows.ts'
import type { ExchangeAnswer, UndoQuestion } from '../exchange-question.ts'
import { FileFault } from '../file-fault.ts'

/** Somebody saves one of a thousand rows at this very moment; not five times running. */
const TRIES_MAX = 5

/** FileFault where there is no such import, or it was taken back already. */
export async function undoTable(db: Database, question: UndoQuestion): Promise<ExchangeAnswer> {
  for (let tried = 1; ; tried++) {
    const told = await findTableImport(db, question.id)
    const { site } = await findEdition(db)
    if (!told || !site) throw new FileFault('undo.fault.none')
    if (told.undone) throw new FileFault('undo.fault.done')
    const plan = await planUndo(db, site, told)
    if (question.do === 'plan-undo') return { undo: plan.rows }
    const count = plan.rows.filter(({ obstacle }) => obstacle === null).length
    if (count === 0) throw new FileFault('undo.fault.nothing')
    try {
      await db.batch(await statementsFor(db, { site, told, plan, question }))
      return { undone: count }
    } catch (error) {
      const isOvertaken = error instanceof UniqueError || error instanceof OvertakenError
      // Something came to depend on it meanwhile: planned again, it stays by name.
      if (tried === TRIES_MAX || (!isOvertaken && !isStillNeeded(error))) throw error
    }
  }
}

interface SignToUndo {
  before: Sign | null
  row: UndoRow
}

interface UndoPlan {
  rows: UndoRow[]
  facts: { facts: FactsToUndo; row: UndoRow }[]
  texts: { text: TextToUndo; row: UndoRow }[]
  signs: SignToUndo[]
}

async function planUndo(db: Database, site: Site, { id }: DoneTableImport): Promise<UndoPlan> {
  const locale = sourceLocale(site)
  const [allFacts, allTexts, allSigns] = await Promise.all([
    listFactsToUndo(db, id, locale),
    listTextsToUndo(db, id, locale),
    listSignsToUndo(db, id),
  ])
  const made = new Set(allFacts.flatMap((one) => (one.before === null ? [one.id] : [])))
  const texts = allTexts.map((text) => ({ text, row: textRow(text, made.has(text.entry)) }))
  const facts = allFacts.map((one) => {
    const own = texts.filter(({ text }) => text.entry === one.id)
    const kept = own.find(({ row }) => row.obstacle !== null)
    const revisions = own.reduce((sum, { text }) => sum + text.now, 0)
    const obstacle = factsObstacle(one, revisions)
    return {
      facts: one,
      row: factsRow(one, obstacle ?? (made.has(one.id) ? (kept?.row.obstacle ?? null) : null)),
    }
  })
  // A draft of an entry that stays because something depends on it stays with it.
  const staying = new Map(facts.map(({ facts: one, row }) => [one.id, row.obstacle]))
  for (const { text, row } of texts)
    if (made.has(text.entry)) row.obstacle ??= staying.get(text.entry) ?? null
  const signs = await signsOf(db, allSigns)
  return {
    rows: [...facts, ...texts, ...signs].map(({ row }) => row),
    facts,
    texts,
    signs,
  }
}

function factsRow(
  { id, kind, slug, name, before }: FactsToUndo,
  obstacle: UndoRow['obstacle'],
): UndoRow {
  const act = before === null ? 'withdrawn' : 'restored'
  return { what: 'facts', subject: id, kind, slug, name, act, obstacle }
}

function textRow(text: TextToUndo, isOfMade: boolean): UndoRow {
  const { entry, kind, slug, name, before } = text
  const act = isOfMade ? 'withdrawn' : before === null ? 'put-away' : 'restored'
  return {
    what: 'text',
    subject: entry,
    kind,
    slug,
    name,
    act,
    obstacle: textObstacle(text, isOfMade),
  }
}

async function signsOf(
  db: Database,
  signs: Awaited<ReturnType<typeof listSignsToUndo>>,
): Promise<SignToUndo[]> {
  if (signs.length === 0) return []
  const histories = await listHistories(
    db,
    signs.map(({ code }) => code),
  )
  const sketches = new Map((await listSketches(db)).map((one) => [one.id, one]))
  return signs.flatMap(({ code, before, after }): SignToUndo[] => {
    const now = histories.get(code)
    const entry = now && sketches.get(now.sign.entry)
    if (!now || !entry) return []
    const obstacle = signObstacle(now.sign, now.events, { before, after })
    const act = before === null ? 'retired' : 'restored'
    const { kind, slug } = entry
    return [{ before, row: { what: 'sign', subject: code, kind, slug, name: code, act, obstacle } }]
  })
}

interface Undoing {
  site: Site
  told: DoneTableImport
  plan: UndoPlan
  question: UndoQuestion
}

async function statementsFor(db: Database, undoing: Undoing): Promise<Statement[]> {
  const { site, told, plan, question } = undoing
  const { act, language } = question
  const locale = sourceLocale(site)
  const free = <Row extends { row: UndoRow }>(rows: readonly Row[]) =>
    rows.filter(({ row }) => row.obstacle === null)
  const facts = free(plan.facts)
  const texts = free(plan.texts)
  const signs = free(plan.signs)
  const gone = facts.flatMap(({ facts: one }) => (one.before === null ? [one.id] : []))
  const saved = facts.flatMap(({ facts: one }) =>
    one.before === null ? [] : [nextOf(one, one.before)],
  )
  const put = texts.flatMap(({ text, row }) => (row.act === 'put-away' ? [text.entry] : []))
  const revisions = texts.flatMap(({ text }): Revision[] =>
    text.before === null
      ? []
      : [
          {
            entry: text.entry,
            locale,
            number: text.now + 1,
            title: text.before.title,
            summary: text.before.summary,
            body: text.before.body,
            basedOn: null,
            origin: 'hand',
            savedBy: act.by,
            savedAt: act.at,
          },
        ],
  )
  const on = localDay(new Date(act.at), site.timeZone)
  const note = deskMessage(language, 'undo.signNote', { file: told.file })
  const ends = signs.flatMap(({ before, row }): SignEvent[] =>
    before === null
      ? [
          {
            code: row.subject as Sign['code'],
            on,
            what: 'retired',
            by: act.by,
            lat: null,
            lon: null,
            successor: null,
            note,
          },
        ]
      : [],
  )
  const placed = signs.flatMap(({ before }) => (before === null ? [] : [before]))
  const stayed = plan.rows.filter(({ obstacle }) => obstacle !== null).length
  const ids = new Map<EntryPath, EntryPath>(
    (await listSketches(db)).map(({ id, kind, slug }) => [entryPath(kind, slug), id]),
  )
  const lines = [
    ...gone.map((id) => ({ what: 'entry.withdrawn', subject: id, details: { file: told.file } })),
    ...saved.map(({ id, factsNumber }) => ({
      what: 'facts.saved',
      subject: id,
      details: { number: factsNumber },
    })),
    ...revisions.map((one) => ({
      what: 'text.saved',
      subject: subjectOf(one),
      details: { number: one.number, basedOn: null, origin: 'hand' },
    })),
    ...put.map((entry) => ({ what: 'text.removed', subject: `${entry}/${locale}`, details: {} })),
    ...ends.map(({ code }) => ({
      what: 'sign.retired',
      subject: code,
      details: { successor: null, note },
    })),
    ...placed.map((sign) => ({
      what: 'sign.placed',
      subject: sign.code,
      details: { after: sign },
    })),
  ]
  const { file, table, rows } = told
  return [
    addTableUndo(told.id, stayed, act),
    ...(gone.length > 0 ? removeEntries(gone, locale) : []),
    ...saveEntries(saved, ids, act),
    ...insertRevisions(revisions),
    ...(put.length > 0 ? [putAwayTexts(put, locale, act)] : []),
    ...(ends.length > 0 ? [addSignEvents(ends)] : []),
    ...placeSigns(placed),
    ...addAudits(lines, act),
    addAudit(
      { what: 'table.undone', subject: 'content', details: { file, table, rows, stayed } },
      act,
    ),
  ]
}

function nextOf({ id, kind, slug, now }: FactsToUndo, facts: Facts) {
  return { id, kind, slug, facts, factsNumber: now + 1 }
}
