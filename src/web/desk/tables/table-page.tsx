/** The preview of a table, for whoever looks: a publisher writes it, an editor lays it before one. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { may } from '../../../domain/editor.ts'
import { inTurns } from '../../../domain/in-turns.ts'
import type { ShownTable } from '../../../exchange/exchange-question.ts'
import type { Table } from '../../../exchange/tables/columns.ts'
import type { TableProposal } from '../../../store/table-proposals.ts'
import { deskOf, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { sayFor } from '../desk-layout.tsx'
import { ImportRows, TablePreview } from './import-preview.tsx'

interface TablePageInput {
  table: Table
  shown: ShownTable
  /** Of the file. */
  name: string
  proposal: TableProposal | null
  /** It was to be written or laid before a publisher, and was not. */
  wasLast: boolean
  children?: Child
}

/** 409 where rows changed since the preview, 422 where something is wrong or asked. */
export async function tablePage(
  c: Context<DeskEnv>,
  { table, shown, name, proposal, wasLast, children }: TablePageInput,
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
  const { problems, questions, moved, isReady } = shown
  const isTickMissing =
    wasLast && isReady && shown.rows.some((row) => row.isApproved && row.doing === 'changed')
  const view = (
    <TablePreview
      desk={desk}
      table={table}
      shown={shown}
      name={name}
      rows={rows.join('')}
      seen={JSON.stringify(shown.rows.map(({ number, seen }) => [number, seen]))}
      proposal={proposal}
      may={mayWith(c, proposal)}
      isTickMissing={isTickMissing}
    >
      {children}
    </TablePreview>
  )
  const isOpen = problems.length > 0 || questions.length > 0 || isTickMissing
  return page(c, view, moved.length > 0 ? 409 : isOpen ? 422 : 200)
}

/** Ids of the templates; null where this server draws nothing, so that none can be checked. */
export async function templatesOf(c: Context<DeskEnv>): Promise<string[] | null> {
  const { printing } = c.env.services
  return (await printing?.listTemplates())?.map(({ id }) => id) ?? null
}

/** A table that waits can be written by publishers alone; its sender may send a returned one again. */
function mayWith(
  c: Context<DeskEnv>,
  proposal: TableProposal | null,
): 'write' | 'propose' | 'look' {
  const editor = c.get('session')?.editor
  if (!editor) return 'look'
  const isOpen = proposal === null || proposal.outcome === null
  if (isOpen && may(editor, 'exchange.confirm')) return 'write'
  const isTheirs = proposal === null || (!isOpen && proposal.sentBy === editor.email)
  return isTheirs && may(editor, 'exchange.import') ? 'propose' : 'look'
}
