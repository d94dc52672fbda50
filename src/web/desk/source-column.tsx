import type { Differences, Run } from '../../content/paragraph-diff.ts'
import type { Locale } from '../../domain/locale.ts'
import type { Say } from '../../messages/desk-message.ts'

/** The source beside a translation. */
export interface SourceShown {
  locale: Locale
  /** Number of the source revision shown. */
  number: number
  /** The source revision the translation answers to; null when nobody said. */
  since: number | null
  /** From there to here; with nothing changed, all of it is `same`. */
  differences: Differences
}

/**
 * The source text, with what changed since the revision the translation answers to; without that, all of it unmarked.
 */
export function SourceColumn({ say, source }: { say: Say; source: SourceShown }) {
  const { locale, number, since, differences } = source
  const isSame = since === null || since >= number
  return (
    <section class="source" aria-labelledby="source-title" tabindex={0}>
      <h2 id="source-title">{say('text.source', { number })}</h2>
      <p>{isSame ? say('text.sourceSame') : say('text.sourceChanged', { since, until: number })}</p>
      <div lang={locale}>
        <Words say={say} differences={differences} />
      </div>
    </section>
  )
}

/** Title, summary and body, with what is new and what is gone marked for eye and ear. */
export function Words({ say, differences }: { say: Say; differences: Differences }) {
  const { title, summary, body } = differences
  return (
    <>
      <p>
        <b>
          <Runs runs={title} />
        </b>
      </p>
      <p>
        <Runs runs={summary} />
      </p>
      <hr />
      <Paragraphs say={say} body={body} />
    </>
  )
}

function Paragraphs({ say, body }: { say: Say; body: Differences['body'] }) {
  return (
    <>
      {body.map(({ what, runs }) => (
        <div class={`paragraph ${what}`}>
          {what !== 'same' && <span class="mark">{say(`text.${what}`)}</span>}
          <p>
            <Runs runs={runs} />
          </p>
        </div>
      ))}
    </>
  )
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map(({ what, text }) =>
        what === 'added' ? <ins>{text}</ins> : what === 'removed' ? <del>{text}</del> : text,
      )}
    </>
  )
}
