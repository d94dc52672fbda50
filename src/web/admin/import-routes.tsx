/** Tables from outside: shown first with everything they would do, then written whole or not at all. */
import { Hono, type Context } from 'hono'
import { may } from '../../domain/editor.ts'
import { TABLES, type Table } from '../exchange/columns.ts'
import { FileFault, inTurns, type Grid } from '../exchange/grid.ts'
import { isReady, type Plan, type PlannedRow } from '../exchange/plan.ts'
import { planTable, type Planning } from '../exchange/plan-table.ts'
import { csvTemplate, xlsxTemplate } from '../exchange/template.ts'
import { writeTable } from '../exchange/write-table.ts'
import { randomBelow } from '../random.ts'
import { ImportPage } from '../views/desk/import-page.tsx'
import { ImportRows, TablePreview } from '../views/desk/import-preview.tsx'
import { sayFor } from '../views/desk/layout.tsx'
import { actOf, allow, deskOf, missing, page, type DeskEnv } from './desk.tsx'
import { openSurroundings } from './facts-desk.ts'
import { fileIn, readData, readGrid, sentBack } from './import-form.ts'

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
    const table = TABLES.find((one) => one === data.get('table'))
    try {
      if (!table) throw new FileFault('import.fault.noTable')
      const file = await fileIn(data)
      return await preview(c, table, await readGrid(file), file.name)
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      return importPage(c, { fault: error, table: table ?? null })
    }
  })
  .post('/admin/import/table/writing', allow('exchange.import'), async (c) => {
    const data = await readData(c)
    const table = TABLES.find((one) => one === data.get('table'))
    const sent = sentBack(data)
    if (!table || !sent) return importPage(c, { fault: new FileFault('import.fault.lost') })
    const { grid, seen, name } = sent
    for (;;) {
      const planning = await planningFor(c)
      const plan = await planTable(grid, table, planning)
      const moved = movedSince(plan.rows, seen)
      if (moved.length > 0 || !isReady(plan)) return preview(c, table, grid, name, moved)
      const written = await writeTable(plan, {
        ...{ db: planning.db, site: planning.site, sketches: planning.sketches, table },
        ...{ act: actOf(c), random: randomBelow, file: name },
      })
      if (written === 'written') {
        const count = plan.rows.filter(({ doing }) => doing !== 'same').length
        return c.redirect(`/admin/import?done=${count}`, 303)
      }
    }
  })

/** Rows that would do otherwise than when they were shown, because somebody saved meanwhile. */
function movedSince(rows: readonly PlannedRow[], seen: ReadonlyMap<number, string>): PlannedRow[] {
  return rows.filter(({ number, seen: now }) => seen.get(number) !== now)
}

async function planningFor(c: Context<DeskEnv>): Promise<Planning> {
  const { db, printing } = c.env.services
  const { site, sketches, surroundings } = await openSurroundings(c)
  const templates = (await printing?.listTemplates())?.map(({ id }) => id) ?? null
  const { units, today } = surroundings
  return {
    ...{ db, site, sketches, units, today, templates },
    say: sayFor(deskOf(c)),
    language: c.get('language'),
  }
}

async function preview(
  c: Context<DeskEnv>,
  table: Table,
  grid: Grid,
  name: string,
  moved: readonly PlannedRow[] = [],
): Promise<Response> {
  const planning = await planningFor(c)
  const plan: Plan = await planTable(grid, table, planning)
  const parts = Array.from({ length: Math.ceil(plan.rows.length / 100) }, (_, i) =>
    plan.rows.slice(i * 100, (i + 1) * 100),
  )
  const { say } = planning
  const rows = await inTurns(
    parts,
    (part) => String(<ImportRows {...{ say, table }} rows={part} />),
    1,
  )
  const view = (
    <TablePreview
      desk={deskOf(c)}
      {...{ table, plan, name, moved }}
      rows={rows.join('')}
      grid={JSON.stringify(grid)}
      seen={JSON.stringify(plan.rows.map(({ number, seen }) => [number, seen]))}
    />
  )
  return page(c, view, moved.length > 0 ? 409 : plan.problems.length > 0 ? 422 : 200)
}

export function importPage(
  c: Context<DeskEnv>,
  { fault, table = null }: { fault?: FileFault; table?: Table | null } = {},
): Response {
  const desk = deskOf(c)
  const done = Number(c.req.query('done') ?? '')
  const view = (
    <ImportPage
      {...{ desk, table }}
      fault={fault ?? null}
      done={done > 0 ? done : null}
      mayImport={desk.editor !== null && may(desk.editor, 'exchange.import')}
    />
  )
  return page(c, view, fault ? 422 : 200)
}
