/** What is asked about a table, each once for all rows; and what each of its columns was taken for. */
import type { Say } from '../../../messages/desk-message.ts'
import type { ShownTable } from '../../../exchange/exchange-question.ts'
import { columnLetters } from '../../../exchange/tables/cell-address.ts'
import type { Column } from '../../../exchange/tables/columns.ts'
import type { TableQuestion } from '../../../exchange/tables/question.ts'

/** More choices than these are looked through better in a list that opens. */
const SIDE_BY_SIDE = 4

export function TableQuestions({ say, shown }: { say: Say; shown: ShownTable }) {
  const { questions, known } = shown
  if (questions.length === 0) return null
  return (
    <section class="asked" aria-labelledby="asked">
      <h2 id="asked">{say('import.ask.title', { count: questions.length })}</h2>
      {questions.map((question) => (
        <OneQuestion say={say} question={question} known={known} />
      ))}
      <button>{say('import.ask.send')}</button>
    </section>
  )
}

interface OneQuestionProps {
  say: Say
  question: TableQuestion
  known: readonly Column[]
}

function OneQuestion({ say, question, known }: OneQuestionProps) {
  const { field, text, choices, offered, at, cells } = question
  const where = cells > 0 && at.length > 0 && (
    <span class="hint">
      {' '}
      {say('import.ask.cells', {
        count: cells,
        cells: at.join(', ') + (cells > at.length ? '…' : ''),
      })}
    </span>
  )
  if (field.startsWith('column-'))
    return (
      <p>
        <label for={field}>{text}</label>
        <ColumnSelect say={say} name={field} chosen={choices[0]?.value || null} known={known} />
      </p>
    )
  if (choices.length === 0)
    return (
      <p>
        <label for={field}>
          {text}
          {where}
        </label>
        <input id={field} name={field} required list={`${field}-offered`} maxlength={200} />
        <datalist id={`${field}-offered`}>
          {offered.map((one) => (
            <option value={one} />
          ))}
        </datalist>
      </p>
    )
  return (
    <fieldset>
      <legend>
        {text}
        {where}
      </legend>
      {choices.length > SIDE_BY_SIDE ? (
        <select name={field} required aria-label={text}>
          <option value="">{say('import.ask.pick')}</option>
          {choices.map(({ value, label }) => (
            <option value={value}>{label}</option>
          ))}
        </select>
      ) : (
        choices.map(({ value, label }) => (
          <label class="choice">
            <input type="radio" name={field} value={value} required />
            <span>{label}</span>
          </label>
        ))
      )}
    </fieldset>
  )
}

interface ColumnSelectProps {
  say: Say
  name: string
  /** '' for a column that is passed over, null for one nobody knows. */
  chosen: string | null
  known: readonly Column[]
}

function ColumnSelect({ say, name, chosen, known }: ColumnSelectProps) {
  return (
    <select id={name} name={name} required>
      {chosen === null && <option value="">{say('import.ask.pick')}</option>}
      <option value="none" selected={chosen === ''}>
        {say('import.map.none')}
      </option>
      {known.map(({ key, heading }) => (
        <option value={key} selected={key === chosen}>
          {heading}
        </option>
      ))}
    </select>
  )
}

/** Every column of the file; one that is asked about has its field among the questions. */
export function TableColumns({
  say,
  shown,
  answers,
}: {
  say: Say
  shown: ShownTable
  answers: string
}) {
  const { columns, known } = shown
  if (columns.length === 0) return null
  return (
    <details>
      <summary>{say('import.map.title', { count: columns.length })}</summary>
      <p class="hint">{say('import.map.hint')}</p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('import.map.column')}</th>
              <th scope="col">{say('import.map.heading')}</th>
              <th scope="col">{say('import.map.samples')}</th>
              <th scope="col">{say('import.map.is')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, key, how, samples }, i) => (
              <tr>
                <td>{columnLetters(i)}</td>
                <td>
                  <label for={`column-${i}`}>{heading || '–'}</label>
                </td>
                <td class="soft">{samples.join(' · ').slice(0, 80)}</td>
                <td>
                  {how === 'unknown' ? (
                    '?'
                  ) : (
                    <ColumnSelect say={say} name={`column-${i}`} chosen={key} known={known} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button formaction={answers} formnovalidate>
        {say('import.map.send')}
      </button>
    </details>
  )
}
