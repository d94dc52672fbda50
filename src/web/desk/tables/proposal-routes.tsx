/** Tables that editors laid before a publisher: looked at as they would be written now, returned, or taken back. */
import { Hono, type Context } from 'hono'
import { may } from '../../../domain/editor.ts'
import { OvertakenError } from '../../../domain/errors.ts'
import { FileFault } from '../../../exchange/file-fault.ts'
import { TABLES } from '../../../exchange/tables/columns.ts'
import { addAudit, perform } from '../../../store/audit-log.ts'
import { listEditors } from '../../../store/editors.ts'
import {
  decideTableProposal,
  findTableProposal,
  putAwayTableProposal,
  type TableProposal,
} from '../../../store/table-proposals.ts'
import { dateIn } from '../dates.ts'
import { actOf, allow, deskOf, missing, refuse } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { sayFor, type Desk } from '../desk-layout.tsx'
import { nameOf } from '../editor-names.ts'
import { readForm } from '../form.ts'
import { exchange } from '../ask-exchange.ts'
import { importPage } from './import-routes.tsx'
import { ProposalActs } from './proposal-acts.tsx'
import { tablePage, templatesOf } from './table-page.tsx'

/** Characters. */
const NOTE_MAX = 1000
const ONE = '/admin/import/proposals/:id'

export const proposalRoutes = new Hono<DeskEnv>()
  .get(ONE, allow('exchange.import'), async (c) => {
    const found = await findTableProposal(c.env.services.db, Number(c.req.param('id')))
    const table = TABLES.find((one) => one === found?.table)
    if (!found || !table) return missing(c)
    if (!mayOpen(c, found)) return refuse(c)
    const { grid, answers, ...proposal } = found
    if (proposal.outcome === 'written' || proposal.outcome === 'withdrawn')
      return importPage(c, { fault: new FileFault('import.fault.decided') })
    const answer = await exchange(c, {
      do: 'plan-table',
      table,
      templates: await templatesOf(c),
      grid,
      answers,
      sent: [],
      seen: '',
      name: proposal.file,
      mayPend: false,
      proposal: proposal.id,
    })
    if (!('table' in answer)) throw new Error('a table was asked about')
    const desk = deskOf(c)
    return tablePage(c, {
      table,
      shown: answer.table,
      name: proposal.file,
      proposal,
      wasLast: false,
      children: await actsFor(c, desk, proposal),
    })
  })
  .post(`${ONE}/return`, allow('exchange.confirm'), async (c) => {
    const note = (await readForm(c)).words('note').trim().slice(0, NOTE_MAX)
    if (note === '') return importPage(c, { fault: new FileFault('import.fault.noNote') })
    return decided(c, 'returned', note)
  })
  .post(`${ONE}/withdrawal`, allow('exchange.import'), async (c) => decided(c, 'withdrawn', ''))
  .post(`${ONE}/end`, allow('exchange.import'), async (c) => {
    await c.env.services.db.run(putAwayTableProposal(Number(c.req.param('id')), actOf(c)))
    return c.redirect('/admin/import', 303)
  })

/** Its sender, and whoever may write it. */
function mayOpen(c: Context<DeskEnv>, { sentBy }: TableProposal): boolean {
  const editor = c.get('session')?.editor
  return editor !== undefined && (editor.email === sentBy || may(editor, 'exchange.confirm'))
}

async function decided(
  c: Context<DeskEnv>,
  outcome: 'returned' | 'withdrawn',
  note: string,
): Promise<Response> {
  const { db } = c.env.services
  const proposal = await findTableProposal(db, Number(c.req.param('id')))
  if (!proposal) return missing(c)
  if (outcome === 'withdrawn' && proposal.sentBy !== actOf(c).by) return refuse(c)
  const { id, file, table, rows } = proposal
  const details = note === '' ? { file, table, rows } : { file, table, rows, note }
  try {
    await perform(db, [
      decideTableProposal(id, outcome, note, actOf(c)),
      addAudit({ what: `table.${outcome}`, subject: 'content', details }, actOf(c)),
    ])
  } catch (error) {
    if (!(error instanceof OvertakenError)) throw error
    return importPage(c, { fault: new FileFault('import.fault.decided') })
  }
  return c.redirect(outcome === 'returned' ? '/admin/import?returned' : '/admin/import', 303)
}

async function actsFor(c: Context<DeskEnv>, desk: Desk, proposal: TableProposal) {
  const name = nameOf(await listEditors(c.env.services.db))
  return (
    <ProposalActs
      say={sayFor(desk)}
      proposal={proposal}
      mayReturn={desk.editor !== null && may(desk.editor, 'exchange.confirm')}
      isTheirs={desk.editor?.email === proposal.sentBy}
      name={name}
      date={dateIn(desk.language, proposal.sentAt, desk.site.timeZone)}
    />
  )
}
