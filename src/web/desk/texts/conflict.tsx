import type { Locale } from '../../../domain/locale.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { MergeConflict } from '../../../content/merge.ts'

interface Props {
  say: Say
  locale: Locale
  conflicts: readonly MergeConflict[]
  /** Who saved the other's revision, and its number. */
  by: string
  number: number
}

/** Passages that two people changed differently, side by side: as they were, and as each made them. */
export function ConflictList({ say, locale, conflicts, by, number }: Props) {
  return (
    <section class="errors" role="alert">
      <p>{say('text.conflict')}</p>
      <p class="plain">{say('text.conflictText', { by, number })}</p>
      {conflicts.map(({ part, base, mine, theirs }) => (
        <div class="sides">
          <h2>{say(`text.field.${part}`)}</h2>
          <div>
            {(
              [
                [say('text.before'), base],
                [say('text.mine'), mine],
                [say('text.theirs', { by }), theirs],
              ] as const
            ).map(([whose, paragraphs]) => (
              <div>
                <b>{whose}</b>
                <div lang={locale}>
                  {paragraphs.map((paragraph) => (
                    <p>{paragraph}</p>
                  ))}
                </div>
              </div>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}
