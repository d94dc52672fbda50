import { FactsChanges } from './facts-conflict-view.tsx'
import { FactsLinks } from './facts-page-view.tsx'
import type { PartChange } from './facts-read.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { Say } from '../../../messages/desk-message.ts'

/** One state in the history. */
export interface StateLine {
  number: number
  by: string
  /** Day and minute, local. */
  date: string
  /** Against the state before; null of the first. */
  changes: PartChange[] | null
  /** The sentence of an approval, or of one taken back; '' when neither changed. */
  approval: string
}

interface Props {
  desk: Desk
  name: string
  at: string
  /** The latest first. */
  states: readonly StateLine[]
  /** Two states that were asked for; null when none were, or one of them does not exist. */
  compared: { from: number; to: number; changes: PartChange[] } | null
  /** Null or a button: the latest state has none. */
  canRestore: boolean
  notice: string
}

export function FactsHistoryPage({ desk, name, at, states, compared, canRestore, notice }: Props) {
  const say = sayFor(desk)
  const latest = states[0]?.number ?? 0
  return (
    <DeskLayout desk={desk} title={say('facts.history.title', { name })}>
      <FactsLinks desk={desk} at={at} here="facts/history" />
      {notice !== '' && (
        <p class="errors" role="alert">
          {notice}
        </p>
      )}
      {states.length > 1 && <Choose say={say} states={states} compared={compared} />}
      {compared && (
        <section class="fact-part">
          <h2>{say('facts.history.between', { from: compared.from, to: compared.to })}</h2>
          <FactsChanges say={say} changes={compared.changes} />
        </section>
      )}
      {states.map((state) => (
        <section class="fact-part" id={`state-${state.number}`}>
          <h2>{say('facts.history.state', { number: state.number })}</h2>
          <p class="hint">
            {state.by} · {state.date}
          </p>
          {state.approval !== '' && <p>{state.approval}</p>}
          {state.changes === null ? (
            <p>{say('facts.history.first')}</p>
          ) : (
            <FactsChanges say={say} changes={state.changes} />
          )}
          {canRestore && state.number !== latest && (
            <form method="post" action={`${at}/facts/history/${state.number}/restoration`}>
              <input type="hidden" name="number" value={latest} />
              <button class="second">
                {say('facts.history.restore', { number: state.number })}
              </button>
            </form>
          )}
        </section>
      ))}
    </DeskLayout>
  )
}

function Choose({ say, states, compared }: Pick<Props, 'states' | 'compared'> & { say: Say }) {
  const [latest, before] = states
  const chosen = {
    from: compared?.from ?? before?.number,
    to: compared?.to ?? latest?.number,
  }
  return (
    <form method="get" class="row facts-compare">
      {(['from', 'to'] as const).map((end) => (
        <div>
          <label for={`compare-${end}`}>{say(`facts.history.${end}`)}</label>
          <select id={`compare-${end}`} name={end}>
            {states.map(({ number, date }) => (
              <option value={number} selected={number === chosen[end]}>
                {number} · {date}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button class="second">{say('facts.history.compare')}</button>
    </form>
  )
}
