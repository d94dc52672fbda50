/** Problems of facts, listed above their form. */
import type { Say } from '../../messages/desk-message.ts'

export interface FactsProblem {
  /** Id of the field, row or part it is about. */
  field: string
  /** What that is called on the page, as in `Name 2 · Until`; '' for the whole. */
  place: string
  text: string
  severity: 'error' | 'warning'
}

/** Errors first: they keep the facts from being saved, or approved. */
export function FactsProblems({ say, problems }: { say: Say; problems: FactsProblem[] }) {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  return (
    <>
      {errors.length > 0 && (
        <div class="errors" role="alert">
          <p>{say('facts.errors')}</p>
          <List problems={errors} />
        </div>
      )}
      {warnings.length > 0 && (
        <div class="doubts">
          <p>{say('facts.warnings')}</p>
          <List problems={warnings} />
        </div>
      )}
    </>
  )
}

function List({ problems }: { problems: FactsProblem[] }) {
  return (
    <ul>
      {problems.map(({ field, place, text }) => (
        <li>
          <a href={`#${field}`}>{place === '' ? text : `${place}: ${text}`}</a>
        </li>
      ))}
    </ul>
  )
}
