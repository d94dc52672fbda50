/**
 * What is done with a file of many rows, as one question and one answer: on Node another process answers, so that no
 * scan waits for a table (src/workshop/workshop-process.ts); a Worker answers itself.
 */
import { subjectOf } from '../store/audit-log.ts'
import { UniqueError, type Database } from '../store/database.ts'
import { addAudits, insertRevisions } from '../store/import-rows.ts'
import { readTable, sentTable } from './answer-table.ts'
import {
  planningFor,
  type ByWhom,
  type ExchangeAnswer,
  type ExchangeQuestion,
  type XliffQuestion,
} from './exchange-question.ts'
import { FILE_MAX, FileFault } from './file-fault.ts'
import { TableAnswers } from './tables/answers.ts'
import { textOf } from './tables/csv-grid.ts'
import { saveWork } from './save-work.ts'
import { undoTable } from './tables/undo-table.ts'
import { planXliff, type XliffPlan } from './xliff/plan-xliff.ts'
import { readXliff } from './xliff/xliff.ts'

/**
 * Faults of the file are answers; everything else throws. Plans and writes by what the database holds at this moment.
 */
export async function answerExchange(
  db: Database,
  question: ExchangeQuestion,
): Promise<ExchangeAnswer> {
  try {
    switch (question.do) {
      case 'read-table':
        return { table: await readTable(db, question) }
      case 'plan-table':
      case 'propose-table':
      case 'write-table':
        return await sentTable(db, question)
      case 'read-xliff': {
        const text = textOf(question.bytes)
        return { text, plan: await planFor(db, question, text) }
      }
      case 'write-xliff':
        return await xliff(db, question)
      case 'plan-undo':
      case 'undo-table':
        return await undoTable(db, question)
      case 'save-work':
        return await saveWork(db, question)
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return { fault: { key: error.key, values: error.values } }
  }
}

async function planFor(db: Database, question: ByWhom, text: string): Promise<XliffPlan> {
  const asked = { templates: null, answers: new TableAnswers() }
  const { site, sketches, say } = await planningFor(db, question, asked)
  return planXliff(readXliff(text), { db, site, sketches, say, editor: question.editor })
}

/** One batch for all texts of the file: all are written or none. */
async function xliff(
  db: Database,
  question: XliffQuestion & { do: 'write-xliff' },
): Promise<ExchangeAnswer> {
  const { text, act } = question
  if (text === '' || text.length > FILE_MAX) throw new FileFault('import.fault.lost')
  for (;;) {
    const plan = await planFor(db, question, text)
    if (plan.problems.length > 0) return { plan, text }
    const revisions = plan.texts.flatMap(({ revision }) =>
      revision
        ? [
            {
              ...revision,
              locale: plan.locale,
              origin: 'hand' as const,
              savedBy: act.by,
              savedAt: act.at,
            },
          ]
        : [],
    )
    const lines = revisions.map((one) => ({
      what: 'text.translated',
      subject: subjectOf(one),
      details: { number: one.number, basedOn: one.basedOn },
    }))
    try {
      await db.batch([...insertRevisions(revisions), ...addAudits(lines, act)])
      return { written: revisions.length }
    } catch (error) {
      // Somebody saved one of them meanwhile: planned again, it is refused by name.
      if (!(error instanceof UniqueError)) throw error
    }
  }
}
