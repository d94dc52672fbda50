import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { findDeskKey, type Say } from '../../../messages/desk-message.ts'
import type { Table } from '../../../exchange/tables/columns.ts'
import type { PlannedRow } from '../../../exchange/tables/plan.ts'
import type { ShownTable } from '../../../exchange/exchange-question.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { TableProposal } from '../../../store/table-proposals.ts'
import { MendableProblems, Notes } from './problem-lines.tsx'
import { TableColumns, TableQuestions } from './table-questions.tsx'

/** More of them are no help: the same mistake as a rule stands in every row. */
const PROBLEMS_SHOWN = 300

interface Props {
  desk: Desk
  table: Table
  /** Of the file. */
  name: string
  shown: ShownTable
  /** Rows of the list as HTML, made part by part beforehand. */
  rows: string
  /** JSON of what each row was compared with, sent back with the next step: rows that moved meanwhile are told. */
  seen: string
  /** Null where the file was sent in now. */
  proposal: TableProposal | null
  /** What whoever looks may do with it. */
  may: 'write' | 'propose' | 'look'
  /** The tick was asked for and is not there. */
  isTickMissing: boolean
  /** What else can be done with it, below the form. */
  children?: Child
}

const ANSWERS = '/admin/import/table/answers'
const LAST: Record<Props['may'], string> = {
  write: '/admin/import/table/writing',
  propose: '/admin/import/table/proposal',
  look: ANSWERS,
}

/** Nothing is written yet: the rows travel in the form and come back when they are to be written. */
export function TablePreview(props: Props) {
  const { desk, table, name, shown, rows, seen, proposal, may, isTickMissing, children } = props
  const say = sayFor(desk)
  const count = (doing: string) => shown.rows.filter((row) => row.doing === doing).length
  const { problems, notes, moved, grid, answers, isReady, questions } = shown
  return (
    <DeskLayout desk={desk} title={say('import.previewTitle', { name: name || '?' })}>
      <p role="status">
        {say('import.sum', {
          new: count('new'),
          changed: count('changed'),
          same: count('same'),
          problems: problems.length,
        })}
      </p>
      {children}
      <MovedRows say={say} moved={moved} />
      <form method="post" action={isReady ? LAST[may] : ANSWERS} enctype="multipart/form-data">
        <input type="hidden" name="table" value={table} />
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="grid" value={grid} />
        <input type="hidden" name="answers" value={answers} />
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="proposal" value={proposal ? String(proposal.id) : ''} />
        {isReady && may !== 'look' && (
          <>
            <ApprovedRows say={say} rows={shown.rows} isTickMissing={isTickMissing} />
            {may === 'propose' && <p>{say('import.proposeHint')}</p>}
            <p class="row">
              <button>
                {say(may === 'write' ? 'import.write' : 'import.propose', {
                  count: count('new') + count('changed'),
                })}
              </button>
              <a href="/admin/import">{say('import.other')}</a>
            </p>
          </>
        )}
        <TableQuestions say={say} shown={shown} />
        <MendableProblems say={say} problems={problems} />
        {!isReady && (
          <p>
            {problems.length === 0 && questions.length === 0 && `${say('import.nothing')} `}
            <a href="/admin/import">{say('import.other')}</a>
          </p>
        )}
        <TableColumns say={say} shown={shown} answers={ANSWERS} />
      </form>
      <Notes say={say} notes={notes} />
      {rows !== '' && (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('import.row')}</th>
                <th scope="col">{say('import.about')}</th>
                <th scope="col">{say('import.does')}</th>
              </tr>
            </thead>
            <tbody>{raw(rows)}</tbody>
          </table>
        </div>
      )}
    </DeskLayout>
  )
}

interface ApprovedRowsProps {
  say: Say
  rows: readonly PlannedRow[]
  isTickMissing: boolean
}

/** Approved entries that the table would put back among those that wait: nothing is written without the tick. */
function ApprovedRows({ say, rows, isTickMissing }: ApprovedRowsProps) {
  const pending = rows.filter(({ isApproved, doing }) => isApproved && doing === 'changed')
  if (pending.length === 0) return null
  return (
    <div class="errors" role={isTickMissing ? 'alert' : undefined}>
      <p>{say('import.pends', { count: pending.length })}</p>
      <ul>
        {pending.slice(0, PROBLEMS_SHOWN).map(({ number, name, subject }) => (
          <li>
            <a href={`#row-${number}`}>{name || subject}</a>
          </li>
        ))}
      </ul>
      {isTickMissing && <p>{say('import.pends.tickNeeded')}</p>}
      <label class="choice">
        <input type="checkbox" name="mayPend" value="1" required />
        <span>{say('import.pends.tick')}</span>
      </label>
    </div>
  )
}

/** Rows that somebody changed between the preview and the writing. */
function MovedRows({ say, moved }: { say: Say; moved: readonly PlannedRow[] }) {
  if (moved.length === 0) return null
  return (
    <div class="errors" role="alert">
      <p>{say('import.moved')}</p>
      <ul>
        {moved.slice(0, PROBLEMS_SHOWN).map(({ number, name, subject }) => (
          <li>
            <a href={`#row-${number}`}>
              {say('import.atRow', { row: String(number) })}: {name} {subject && `(${subject})`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Rows of the list; a long one is made part by part, so that the server answers others meanwhile. */
export function ImportRows({ say, table, rows }: { say: Say; table: Table; rows: PlannedRow[] }) {
  return (
    <>
      {rows.map(({ number, name, subject, doing, changed }) => (
        <tr id={`row-${number}`}>
          <td>{number}</td>
          <td>
            {name} {subject && <span class="soft">{subject}</span>}
          </td>
          <td class={doing === 'problem' || doing === 'asked' ? 'wrong' : undefined}>
            {say(`import.doing.${doing}`)}
            {doing === 'changed' && `: ${changed.map((key) => called(say, key, table)).join(', ')}`}
          </td>
        </tr>
      ))}
    </>
  )
}

/** A column, else a part of the facts, in the words of the desk; the key itself where neither has any. */
function called(say: Say, key: string, table: Table): string {
  const names = [`import.changed.${key}`, ...(table === 'sign' ? [`import.column.${key}`] : [])]
  const found = [...names, `facts.part.${key}`].map(findDeskKey).find((one) => one !== null)
  return found ? say(found) : key
}
