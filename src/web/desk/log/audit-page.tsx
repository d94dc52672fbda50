import type { AuditLine } from '../../../domain/audit.ts'
import type { EntryPath, Name } from '../../../domain/entry.ts'
import type { EditorState } from '../../../store/editors.ts'
import { AuditSentence } from './audit-sentence.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { Say } from '../../../messages/desk-message.ts'
import { auditAddress, type AuditFilter } from './audit-address.ts'

interface Props {
  desk: Desk
  filter: AuditFilter
  /** The latest first. */
  lines: AuditLine[]
  /** Older pages lead back to the newest. */
  isLatest: boolean
  /** Before which id the next page begins; null where there is none. */
  older: number | null
  /** Disabled ones too: their acts stay. */
  editors: EditorState[]
  /** Of those entries the lines are about that still exist. */
  names: ReadonlyMap<EntryPath, Name[]>
  /** Day and minute, local. */
  dateOf: (iso: string) => string
}

export function AuditPage(props: Props) {
  const { desk, filter, lines, isLatest, older, dateOf } = props
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('audit.title')}>
      <p>
        {say('audit.text')} <a href="/admin/audit.csv">{say('audit.download')}</a>
      </p>
      <FilterForm {...props} say={say} />
      {lines.length === 0 ? (
        <p role="status">{say('audit.none')}</p>
      ) : (
        <table class="log">
          <thead>
            <tr>
              <th scope="col">{say('audit.at')}</th>
              <th scope="col">{say('audit.what')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr>
                <td>
                  <time datetime={line.at}>{dateOf(line.at)}</time>
                </td>
                <td>
                  <AuditSentence {...props} say={say} line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <nav class="pages" aria-label={say('entries.pages')}>
        {!isLatest && <a href={auditAddress(filter)}>{say('audit.newest')}</a>}
        {older !== null && (
          <a href={auditAddress(filter, older)} rel="next">
            {say('audit.older')}
          </a>
        )}
      </nav>
    </DeskLayout>
  )
}

/** Somebody who has no account any more stays chosen. */
function FilterForm({ say, filter, editors }: Props & { say: Say }) {
  const isKnown = filter.by === '' || editors.some(({ email }) => email === filter.by)
  return (
    <form method="get" action="/admin/audit" class="filter log-filter" role="search">
      <div>
        <label for="by">{say('audit.by')}</label>
        <select id="by" name="by">
          <option value="">{say('audit.anybody')}</option>
          {!isKnown && <option selected>{filter.by}</option>}
          {editors.map(({ email, name }) => (
            <option value={email} selected={email === filter.by}>
              {`${name} (${email})`}
            </option>
          ))}
        </select>
      </div>
      <div class="words">
        <label for="subject">{say('audit.subject')}</label>
        <input
          id="subject"
          name="subject"
          value={filter.subject}
          maxlength={254}
          aria-describedby="subject-hint"
        />
        <p class="hint" id="subject-hint">
          {say('audit.subjectHint')}
        </p>
      </div>
      <p class="row">
        <button>{say('entries.submit')}</button>
        {(filter.by || filter.subject) && <a href="/admin/audit">{say('entries.clear')}</a>}
      </p>
    </form>
  )
}
