/** Beside the text: what the checks found, the sources that can be cited, and what is to be verified. */
import type { CheckRule } from '../../../domain/check-rules.ts'
import type { Finding } from '../../../domain/finding.ts'
import type { Source, ToVerify } from '../../../domain/entry.ts'
import { checkMessage } from '../../../messages/check-message.ts'
import { sayFor, type Desk } from '../desk-layout.tsx'
import { sourceTitle } from './text-tools.tsx'
import type { Say } from '../../../messages/desk-message.ts'

/** A finding with where it stands. */
export interface FindingShown extends Finding<CheckRule> {
  /** Lines of the body from 1; null when it is about the text as a whole. */
  place: { field: 'title' | 'summary' | 'body'; line: number } | null
}

interface Props {
  desk: Desk
  findings: readonly FindingShown[]
}

export function Findings(props: Props) {
  return (
    <section class="found">
      <h2>{sayFor(props.desk)('text.findings')}</h2>
      <p class="hint" id="findings-status" role="status" />
      <FindingList {...props} />
    </section>
  )
}

/** The list alone, as it is answered for what is being typed. `data-count` says how many in words. */
export function FindingList({ desk, findings }: Props) {
  const say = sayFor(desk)
  const { length: count } = findings
  return (
    <div
      id="findings-list"
      data-count={count === 0 ? say('text.clean') : say('text.found', { count })}
    >
      {count === 0 ? (
        <p>{say('text.clean')}</p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <li>
              {finding.place && <PlaceLink say={say} {...finding.place} />}
              {checkMessage(desk.language, finding)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function PlaceLink({ say, field, line }: { say: Say } & NonNullable<FindingShown['place']>) {
  return (
    <>
      <a href={`#${field}`} data-field={field} data-line={String(line)}>
        {field === 'body' ? say('text.goTo', { line }) : say(`text.field.${field}`)}
      </a>
      {': '}
    </>
  )
}

/** Nothing where the entry has none. The buttons wait for a script. */
export function Sources({ say, sources }: { say: Say; sources: readonly Source[] }) {
  if (sources.length === 0) return null
  return (
    <section>
      <h2>{say('text.sources')}</h2>
      <ul class="source-list">
        {sources.map((source) => (
          <li id={`source-${source.id}`}>
            <span class="key">[^{source.id}]</span> {sourceTitle(say, source)}
            <button type="button" class="second" data-cite={source.id} hidden>
              {say('text.insertCitation', { mark: `[^${source.id}]` })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a reviewer still has to look up about the entry; nothing where there is nothing. */
export function ToBeVerified({ say, toVerify }: { say: Say; toVerify: readonly ToVerify[] }) {
  if (toVerify.length === 0) return null
  return (
    <section>
      <h2>{say('facts.part.toVerify')}</h2>
      <ul>
        {toVerify.map(({ what, document }) => (
          <li>
            {what}
            {document !== undefined && ` (${say('facts.toVerifyDocument')}: ${document})`}
          </li>
        ))}
      </ul>
    </section>
  )
}
