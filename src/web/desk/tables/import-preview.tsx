import { raw } from 'hono/html'
import { findDeskKey, type Say } from '../../../messages/desk-message.ts'
import type { Table } from '../../../exchange/tables/columns.ts'
import type { PlannedRow } from '../../../exchange/tables/plan.ts'
import type { ShownTable } from '../../../exchange/answer-exchange.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { CellProblem } from '../../../exchange/problem.ts'

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
}

/** Nothing is written yet: the rows travel in the form and come back when they are to be written. */
export function TablePreview({ desk, table, name, shown, rows, seen }: Props) {
  const say = sayFor(desk)
  const count = (doing: string) => shown.rows.filter((row) => row.doing === doing).length
  const { problems, notes, moved, grid } = shown
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
      <MovedRows say={say} moved={moved} />
      <Problems say={say} problems={problems} />
      {problems.length > 0 && <p>{say('import.mend')}</p>}
      <Notes say={say} notes={notes} />
      {shown.isReady ? (
        <form method="post" action="/admin/import/table/writing" enctype="multipart/form-data">
          <input type="hidden" name="table" value={table} />
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="grid" value={grid} />
          <input type="hidden" name="seen" value={seen} />
          <p class="row">
            <button>{say('import.write', { count: count('new') + count('changed') })}</button>
            <a href="/admin/import">{say('import.other')}</a>
          </p>
        </form>
      ) : (
        <p>
          {problems.length === 0 && `${say('import.nothing')} `}
          <a class="button" href="/admin/import">
            {say('import.other')}
          </a>
        </p>
      )}
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

/** `row` 1 is the heading, 0 the file as a whole; at most PROBLEMS_SHOWN of them. */
export function Problems({ say, problems }: { say: Say; problems: readonly CellProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div class="errors" role="alert">
      <p>{say('import.problems', { count: problems.length })}</p>
      <ProblemLines say={say} problems={problems} />
    </div>
  )
}

/** What was mended by itself, or passed over: nothing waits for it, somebody should look. */
export function Notes({ say, notes }: { say: Say; notes: readonly CellProblem[] }) {
  if (notes.length === 0) return null
  return (
    <div>
      <p>{say('import.notes', { count: notes.length })}</p>
      <ProblemLines say={say} problems={notes} />
    </div>
  )
}

function ProblemLines({ say, problems }: { say: Say; problems: readonly CellProblem[] }) {
  return (
    <>
      <ul>
        {problems.slice(0, PROBLEMS_SHOWN).map(({ row, column, text }) => (
          <li>
            {row > 1 ? (
              <a href={`#row-${row}`}>{say('import.atRow', { row: String(row) })}</a>
            ) : (
              row === 1 && say('import.atRow', { row: '1' })
            )}
            {column !== '' && ` · ${column}`}
            {row > 0 && ': '}
            {text}
          </li>
        ))}
      </ul>
      {problems.length > PROBLEMS_SHOWN && (
        <p class="plain">
          {say('import.moreProblems', { count: problems.length - PROBLEMS_SHOWN })}
        </p>
      )}
    </>
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
          <td class={doing === 'problem' ? 'wrong' : undefined}>
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
