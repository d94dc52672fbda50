/**
 * Tables from outside: shown first with everything they would do, then written whole or not at all. 422 where something
 * in the file is wrong, 409 where rows changed since the preview.
 */
import { Hono, type Context } from 'hono'
import { may } from '../../../domain/editor.ts'
import { TABLES, type Table } from '../../../exchange/tables/columns.ts'
import { csvTemplate, xlsxTemplate } from '../../../exchange/tables/empty-table.ts'
import type { ShownTable } from '../../../exchange/answer-exchange.ts'
import { ImportPage } from './import-page.tsx'
import { ImportRows, TablePreview } from './import-preview.tsx'
import { sayFor } from '../desk-layout.tsx'
import { allow, deskOf, missing, page } from '../desk.tsx'
import { exchange, fileIn, readData, wordsIn } from './import-form.ts'
import type { DeskEnv } from '../desk-env.ts'
import { FileFault } from '../../../exchange/file-fault.ts'
import { inTurns } from '../../../domain/in-turns.ts'

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
  .post('/admin/import/table/writing', allow('exchange.import'), async (c) => {
    const data = await readData(c)
    const [grid = '', seen = '', name = ''] = ['grid', 'seen', 'name'].map((one) =>
      wordsIn(data, one),
    )
    return answerTable(c, data, (table, templates) =>
      Promise.resolve({ do: 'write-table', table, templates, grid, seen, name }),
    )
  })

/** What is asked about the table: null templates where this server draws nothing, so that none can be checked. */
type Ask = (table: Table, templates: string[] | null) => Promise<Parameters<typeof exchange>[1]>

async function answerTable(c: Context<DeskEnv>, data: FormData, ask: Ask): Promise<Response> {
  const table = TABLES.find((one) => one === data.get('table')) ?? null
  try {
    if (!table) throw new FileFault('import.fault.noTable')
    const { printing } = c.env.services
    const templates = (await printing?.listTemplates())?.map(({ id }) => id) ?? null
    const question = await ask(table, templates)
    const answer = await exchange(c, question)
    if ('written' in answer) return c.redirect(`/admin/import?done=${answer.written}`, 303)
    if (!('table' in answer)) throw new Error('a table was asked about')
    const name = 'file' in question ? question.file.name : 'name' in question ? question.name : ''
    return await preview(c, table, answer.table, name)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return importPage(c, { fault: error, table })
  }
}

async function preview(
  c: Context<DeskEnv>,
  table: Table,
  shown: ShownTable,
  name: string,
): Promise<Response> {
  const desk = deskOf(c)
  // A hundred rows at a time.
  const parts = Array.from({ length: Math.ceil(shown.rows.length / 100) }, (_, i) =>
    shown.rows.slice(i * 100, (i + 1) * 100),
  )
  const rows = await inTurns(
    parts,
    (part) => String(<ImportRows say={sayFor(desk)} table={table} rows={part} />),
    1,
  )
  const view = (
    <TablePreview
      desk={desk}
      table={table}
      shown={shown}
      name={name}
      rows={rows.join('')}
      seen={JSON.stringify(shown.rows.map(({ number, seen }) => [number, seen]))}
    />
  )
  return page(c, view, shown.moved.length > 0 ? 409 : shown.problems.length > 0 ? 422 : 200)
}

/** The page where files are sent in; 422 with a fault. */
export function importPage(
  c: Context<DeskEnv>,
  { fault, table = null }: { fault?: FileFault; table?: Table | null } = {},
): Response {
  const desk = deskOf(c)
  const done = Number(c.req.query('done') ?? '')
  const view = (
    <ImportPage
      desk={desk}
      table={table}
      fault={fault ?? null}
      done={done > 0 ? done : null}
      mayImport={desk.editor !== null && may(desk.editor, 'exchange.import')}
    />
  )
  return page(c, view, fault ? 422 : 200)
}
