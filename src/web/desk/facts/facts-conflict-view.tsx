/** Said above a form whose facts somebody else has saved meanwhile. */
import type { PartChange } from './facts-read.ts'
import type { Say } from '../../../messages/desk-message.ts'

export interface FactsConflictShown {
  by: string
  /** Day and minute, local. */
  date: string
  /** What the other has changed. */
  changes: PartChange[]
  /** Titles of the parts that both have changed. */
  both: string[]
}

export function FactsConflict({ say, conflict }: { say: Say; conflict: FactsConflictShown }) {
  const { by, date, changes, both } = conflict
  return (
    <section class="doubts" role="alert">
      <h2>{say('facts.conflict', { by, date })}</h2>
      <p>{say('facts.conflictText')}</p>
      {both.length > 0 && (
        <p>
          <b>{say('facts.conflictBoth', { parts: both.join(', ') })}</b>
        </p>
      )}
      <FactsChanges say={say} changes={changes} />
    </section>
  )
}

export function FactsChanges({ say, changes }: { say: Say; changes: readonly PartChange[] }) {
  if (changes.length === 0) return <p>{say('facts.history.same')}</p>
  return (
    <dl class="facts-read">
      {changes.map(({ title, removed, added }) => (
        <div>
          <dt>{title}</dt>
          <dd>
            <ul>
              {removed.map((text) => (
                <li>
                  {say('facts.history.removed')}: <del>{text}</del>
                </li>
              ))}
              {added.map((text) => (
                <li>
                  {say('facts.history.added')}: <ins>{text}</ins>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}
