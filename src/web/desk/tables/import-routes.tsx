/**
 * Tables from outside: shown first with everything they would do and everything that has to be asked, then written whole
 * or not at all, or laid before a publisher. 422 where something
 * in the file is wrong, 409 where rows changed since the preview.
 */
import { Hono, type Context } from 'hono'
import { may } from '../../../domain/editor.ts'
import { TABLES, type Table } from '../../../exchange/tables/columns.ts'
import { csvTemplate, xlsxTemplate } from '../../../exchange/tables/empty-table.ts'
import { ImportPage } from './import-page.tsx'
import { listEditors } from '../../../store/editors.ts'
import { findTableProposal, listTableProposals } from '../../../store/table-proposals.ts'
import { listTableImports } from '../../../store/table-imports.ts'
import { dateIn } from '../dates.ts'
import { nameOf } from '../editor-names.ts'
import { tablePage, templatesOf } from './table-page.tsx'
import { allow, deskOf, missing, page } from '../desk.tsx'
import { exchange } from '../ask-exchange.ts'
import { fieldsIn, fileIn, readData, wordsIn } from './import-form.ts'
import type { DeskEnv } from '../desk-env.ts'
import { FileFault } from '../../../exchange/file-fault.ts'

/** Imports that the page lists. */
const WRITTEN_SHOWN = 20
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const importRoutes = new Hono<DeskEnv>()
  .get('/admin/import', allow('text.write'), (c) => importPage(c))
  .get('/admin/import/templates/:file', allow('exchange.import'), async (c) => {
    const [name, kind] = c.req.param('file').split('.')
    const table = TABLES.find((one) => one === name)
    if (!table || (kind !== 'csv' && kind !== 'xlsx')) return missing(c)
    const [site, language] = [c.get('site'), c.get('language')]
    const body =
      kind === 'csv'
        ? csvTemplate(table, site, language)
        : await xlsxTemplate(table, site, language)
    return c.body(body, 200, {
      'Content-Type': kind === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
      'Content-Disposition': `attachment; filename="${table}.${kind}"`,
    })
  })
  .post('/admin/import/table', allow('exchange.import'), async (c) => {
    const data = await readData(c)
    return answerTable(c, data, async (table, templates) => ({
      do: 'read-table',
      table,
      templates,
      file: await fileIn(data),
    }))
  })
  .post('/admin/import/table/answers', allow('exchange.import'), async (c) =>
    step(c, 'plan-table', await readData(c)),
  )
  .post('/admin/import/table/proposal', allow('exchange.import'), async (c) =>
    step(c, 'propose-table', await readData(c)),
  )
  .post('/admin/import/table/writing', allow('exchange.confirm'), async (c) =>
    step(c, 'write-table', await readData(c)),
  )

/** What is asked about the table: null templates where this server draws nothing, so that none can be checked. */
type Ask = (table: Table, templates: string[] | null) => Promise<Parameters<typeof exchange>[1]>

function step(
  c: Context<DeskEnv>,
  what: 'plan-table' | 'propose-table' | 'write-table',
  data: FormData,
): Promise<Response> {
  const word = (name: string) => wordsIn(data, name)
  return answerTable(c, data, (table, templates) =>
    Promise.resolve({
      do: what,
      table,
      templates,
      grid: word('grid'),
      answers: word('answers'),
      seen: word('seen'),
      name: word('name'),
      mayPend: word('mayPend') === '1',
      proposal: proposalIn(data),
      sent: fieldsIn(data).filter(([name]) => !OURS.has(name)),
    }),
  )
}

/** Fields that are no answers. */
const OURS = new Set('table,grid,answers,seen,name,mayPend,proposal'.split(','))

function proposalIn(data: FormData): number | null {
  const id = Number(wordsIn(data, 'proposal'))
  return Number.isSafeInteger(id) && id > 0 ? id : null
}

async function answerTable(c: Context<DeskEnv>, data: FormData, ask: Ask): Promise<Response> {
  const table = TABLES.find((one) => one === data.get('table')) ?? null
  try {
    if (!table) throw new FileFault('import.fault.noTable')
    const question = await ask(table, await templatesOf(c))
    const answer = await exchange(c, question)
    if ('written' in answer) return c.redirect(`/admin/import?done=${answer.written}`, 303)
    if ('proposed' in answer) return c.redirect(`/admin/import?proposed=${answer.proposed}`, 303)
    if (!('table' in answer)) throw new Error('a table was asked about')
    const name = 'file' in question ? question.file.name : 'name' in question ? question.name : ''
    const id = proposalIn(data)
    return await tablePage(c, {
      table,
      shown: answer.table,
      name,
      proposal: id === null ? null : await findTableProposal(c.env.services.db, id),
      wasLast: 'do' in question && question.do !== 'plan-table' && question.do !== 'read-table',
    })
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return importPage(c, { fault: error, table })
  }
}

/** The page where files are sent in; 422 with a fault. */
export async function importPage(
  c: Context<DeskEnv>,
  { fault, table = null }: { fault?: FileFault; table?: Table | null } = {},
): Promise<Response> {
  const desk = deskOf(c)
  const { db } = c.env.services
  const mayImport = desk.editor !== null && may(desk.editor, 'exchange.import')
  const count = (name: string) => Math.max(0, Number(c.req.query(name) ?? '') || 0)
  const view = (
    <ImportPage
      desk={desk}
      table={table}
      fault={fault ?? null}
      done={count('done') || null}
      proposed={count('proposed') || null}
      undone={count('undone') || null}
      written={mayImport ? await listTableImports(db, WRITTEN_SHOWN) : []}
      isReturned={c.req.query('returned') !== undefined}
      mayImport={mayImport}
      proposals={mayImport ? await listTableProposals(db) : []}
      name={nameOf(await listEditors(db))}
      dateOf={(iso) => dateIn(desk.language, iso, desk.site.timeZone)}
    />
  )
  return page(c, view, fault ? 422 : 200)
}
