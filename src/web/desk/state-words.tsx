import type { TextStanding } from '../../domain/text-state.ts'
import type { Say } from '../../messages/desk-message.ts'

/**
 * The state of a text in words; colour only says it again. Staleness is said of what is public, or of the latest
 * revision where nothing is.
 */
export function StateWords({ say, standing }: { say: Say; standing: TextStanding }) {
  const { state, latest, published } = standing
  const isStale = published?.isStale ?? latest?.isStale ?? false
  return (
    <span class={`state ${state}`}>
      {say(`state.${state}`)}
      {isStale && <b class="stale"> · {say('state.stale')}</b>}
      {latest?.isMachineMade && ` · ${say('state.machine')}`}
    </span>
  )
}
