import { ownName } from '../../../domain/locale.ts'
import { pathOf } from '../../../domain/entry.ts'
import type { ListedEntry } from '../../../domain/entry-list.ts'
import type { TextStanding } from '../../../domain/text-state.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { Named } from '../named.tsx'
import { reviewAddress } from './review-queue-of.ts'

export interface SignedEntry {
  entry: ListedEntry
  /** How many of its points were settled. */
  settled: number
  /** Those that are approved with it. */
  texts: readonly TextStanding[]
}

interface Props {
  desk: Desk
  entries: readonly SignedEntry[]
  office: string
}

/** What will be approved under one signature, as it is now: what changes until then is left out. */
export function SignaturePage({ desk, entries, office }: Props) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('review.signTitle', { count: entries.length })}>
      <p>
        <a href="/admin/review?filter=ready">{say('review.filter.ready')}</a>
      </p>
      {entries.length === 0 ? (
        <p class="errors">{say('review.signNone')}</p>
      ) : (
        <form method="post" action="/admin/review/signature" class="narrow">
          <p>{say('review.signHint', { name: desk.editor?.name ?? '' })}</p>
          <ol>
            {entries.map(({ entry, settled, texts }) => (
              <li>
                <a href={reviewAddress(entry, 'ready')}>
                  <Named name={entry.name} />
                </a>{' '}
                <span class="hint">
                  {texts
                    .map(({ locale, latest }) => `${ownName(locale)} ${latest?.number ?? ''}`)
                    .join(' · ')}
                  {settled > 0 && ` · ${say('review.settledOf', { count: settled })}`}
                </span>
                <input type="hidden" name="entry" value={signed({ entry, texts })} />
              </li>
            ))}
          </ol>
          <label for="office">{say('facts.approval.role')}</label>
          <input type="text" id="office" name="office" value={office} maxlength={120} />
          <button>{say('review.signAll', { count: entries.length })}</button>
        </form>
      )}
    </DeskLayout>
  )
}

/** The entry with the numbers of what is shown. */
function signed({ entry, texts }: Pick<SignedEntry, 'entry' | 'texts'>): string {
  const numbers = texts.map(({ locale, latest }) => `${locale} ${latest?.number ?? ''}`)
  return [pathOf(entry), entry.factsNumber, ...numbers].join('|')
}
