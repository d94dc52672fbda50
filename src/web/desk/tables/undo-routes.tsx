/** Imports that were written: what each would leave behind if it were taken back, and the taking back. */
import { Hono, type Context } from 'hono'
import { may } from '../../../domain/editor.ts'
import type { UndoRow } from '../../../domain/table-undo.ts'
import { FileFault } from '../../../exchange/file-fault.ts'
import { listEditors } from '../../../store/editors.ts'
import { findTableImport } from '../../../store/table-imports.ts'
import { dateIn } from '../dates.ts'
import { allow, deskOf, missing, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { nameOf } from '../editor-names.ts'
import { exchange } from '../ask-exchange.ts'
import { importPage } from './import-routes.tsx'
import { UndoPage } from './undo-page.tsx'

const ONE = '/admin/import/written/:id'

export const undoRoutes = new Hono<DeskEnv>()
  .get(ONE, allow('exchange.import'), (c) => undoPage(c))
  .post(`${ONE}/undo`, allow('exchange.confirm'), async (c) => {
    const id = Number(c.req.param('id'))
    try {
      const answer = await exchange(c, { do: 'undo-table', id })
      const count = 'undone' in answer ? answer.undone : 0
      return c.redirect(`/admin/import?undone=${count}`, 303)
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      return importPage(c, { fault: error })
    }
  })

async function undoPage(c: Context<DeskEnv>): Promise<Response> {
  const desk = deskOf(c)
  const { db } = c.env.services
  const told = await findTableImport(db, Number(c.req.param('id')))
  if (!told) return missing(c)
  const view = (
    <UndoPage
      desk={desk}
      told={told}
      rows={told.undone ? null : await planned(c, told.id)}
      mayUndo={desk.editor !== null && may(desk.editor, 'exchange.confirm')}
      name={nameOf(await listEditors(db))}
      dateOf={(iso) => dateIn(desk.language, iso, desk.site.timeZone)}
    />
  )
  return page(c, view)
}

/** No rows where somebody takes it back at this moment. */
async function planned(c: Context<DeskEnv>, id: number): Promise<UndoRow[]> {
  const answer = await exchange(c, { do: 'plan-undo', id })
  return 'undo' in answer ? answer.undo : []
}
