/** What is wrong with a file, or was mended in it: put together by column and cause, each cell by its address. */
import type { Say } from '../../../messages/desk-message.ts'
import type { CellProblem } from '../../../exchange/problem.ts'
import { cellAddress, columnLetters } from '../../../exchange/tables/cell-address.ts'

/** Cells of one group that are listed; the rest is named by its addresses. */
const CELLS_SHOWN = 20
/** Addresses that are named; more are no help. */
const NAMED = 60

interface ProblemGroup {
  /** What its heading names: `E “Chiều dài (m)”`; '' for whole rows, null for the file. */
  column: string | null
  problems: CellProblem[]
}

export function Problems({ say, problems }: { say: Say; problems: readonly CellProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div class="errors" role="alert">
      <p>{say('import.problems', { count: problems.length })}</p>
      <GroupLines say={say} problems={problems} />
    </div>
  )
}

/** As Problems, with a field for each cell that can be mended here; stands within a form. */
export function MendableProblems({
  say,
  problems,
}: {
  say: Say
  problems: readonly CellProblem[]
}) {
  if (problems.length === 0) return null
  const button = say('import.mend.send')
  return (
    <div class="errors" role="alert">
      <p>{say('import.problems', { count: problems.length })}</p>
      <GroupLines say={say} problems={problems} isMendable />
      <p class="plain">{say('import.mend.cells', { button })}</p>
      <button formnovalidate>{button}</button>
    </div>
  )
}

/** What was mended by itself, or passed over: nothing waits for it, somebody should look. */
export function Notes({ say, notes }: { say: Say; notes: readonly CellProblem[] }) {
  if (notes.length === 0) return null
  const texts = new Map<string, CellProblem[]>()
  for (const one of notes) texts.set(one.text, [...(texts.get(one.text) ?? []), one])
  return (
    <div>
      <p>{say('import.notes', { count: texts.size })}</p>
      <ul>
        {[...texts.values()].map((same) => (
          <li>
            <Addresses say={say} problems={same} />
            {same[0]?.text}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface GroupLinesProps {
  say: Say
  problems: readonly CellProblem[]
  isMendable?: boolean
}

function GroupLines({ say, problems, isMendable = false }: GroupLinesProps) {
  return (
    <ul class="groups">
      {groupsOf(problems).map(({ column, problems: some }) => {
        const count = some.length
        const rest = some.slice(CELLS_SHOWN)
        const addresses = rest.slice(0, NAMED).map(addressOf).join(', ')
        return (
          <li>
            <strong>
              {column === null
                ? say('import.group.file', { count })
                : column === ''
                  ? say('import.group.rows', { count })
                  : say('import.group', { count, column })}
            </strong>
            <ul>
              {some.slice(0, CELLS_SHOWN).map((problem) => (
                <li>
                  <Addresses say={say} problems={[problem]} />
                  {problem.text}
                  {isMendable && <MendingField say={say} problem={problem} />}
                </li>
              ))}
            </ul>
            {rest.length > 0 && (
              <p class="plain">{say('import.more', { count: rest.length, cells: addresses })}</p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function MendingField({ say, problem: { row, cell } }: { say: Say; problem: CellProblem }) {
  if (!cell || row === 0) return null
  return (
    <input
      name={`cell-${row}-${cell.place}`}
      value={cell.shown}
      aria-label={say('import.mend.cell', { cell: cellAddress(cell.place, row) })}
    />
  )
}

/** In the order in which they came up. */
function groupsOf(problems: readonly CellProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>()
  for (const problem of problems) {
    const { column, cell, cause = problem.text, row } = problem
    const named = cell ? `${columnLetters(cell.place)} “${column}”` : column
    const key = `${named}\n${column === '' ? '' : cause}\n${row > 0}`
    const group = groups.get(key) ?? { column: row === 0 ? null : named, problems: [] }
    group.problems.push(problem)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** `B17` where it is a cell, `Dòng 17` where it is a row; nothing for the file as a whole. */
function Addresses({ say, problems }: { say: Say; problems: readonly CellProblem[] }) {
  const told = problems.filter(({ row }) => row > 0)
  if (told.length === 0) return null
  return (
    <>
      {told.slice(0, CELLS_SHOWN).map(({ row, cell }, i) => (
        <>
          {i > 0 && ', '}
          <a href={`#row-${row}`}>
            {cell ? cellAddress(cell.place, row) : say('import.atRow', { row: String(row) })}
          </a>
        </>
      ))}
      {told.length > CELLS_SHOWN && '…'}
      {': '}
    </>
  )
}

function addressOf({ row, cell }: CellProblem): string {
  return cell ? cellAddress(cell.place, row) : String(row)
}
