import { isBehind } from '../../../domain/entry-list.ts'
import type { TextStanding } from '../../../domain/text-state.ts'
import type { Say } from '../../../messages/desk-message.ts'

/**
 * The state of one text in words: its latest revision's, whether it is stale, and whether an earlier one is public
 * meanwhile.
 */
export function TextCell({ say, text }: { say: Say; text: TextStanding }) {
  const { state, published } = text
  return (
    <>
      <span class={`state ${state}`}>{say(`entries.state.${state}`)}</span>
      {isBehind(text) && <span class="state stale">{say('entries.state.stale')}</span>}
      {published && state !== 'published' && (
        <span class="also">{say('entries.alsoPublished')}</span>
      )}
    </>
  )
}
