import type { Child } from 'hono/jsx'
import { entryOfSubject, type AuditLine } from '../../../domain/audit.ts'
import { officialName, type EntryPath, type Name } from '../../../domain/entry.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { findDeskKey, sayOfRow, type Say } from '../../../messages/desk-message.ts'
import type { EditorState } from '../../../store/editors.ts'
import type { Desk } from '../desk-layout.tsx'
import { Named } from '../named.tsx'
import { nameOf } from '../editor-names.ts'
import { auditAddress } from './audit-address.ts'

interface Props {
  desk: Desk
  say: Say
  line: AuditLine
  editors: EditorState[]
  names: ReadonlyMap<EntryPath, Name[]>
  dateOf: (iso: string) => string
}

/** Stand for the two links inside a sentence. */
const [BY, SUBJECT] = ['\u0001', '\u0002']

/**
 * What was done, as a sentence with links to who and what; an act that has no words of ours is shown as it is in the
 * log, with its details as JSON.
 */
export function AuditSentence(props: Props) {
  const { say, line, editors } = props
  const { by, what, subject, details } = line
  const key = findDeskKey(`audit.what.${what}`)
  const unknown = say('audit.unknown', { what, by: BY, subject: SUBJECT })
  const values = { ...valuesOf(props), by: BY, subject: SUBJECT }
  const said = sayOfRow(say, `audit.what.${what}`, unknown, values)
  const links: Record<string, Child> = {
    [BY]: (
      <a class="by" href={auditAddress({ by })}>
        {nameOf(editors)(by)}
      </a>
    ),
    [SUBJECT]: (
      <a href={auditAddress({ subject })}>
        <Subject {...props} />
      </a>
    ),
  }
  return (
    <>
      {said.split(/([\u0001\u0002])/).map((part) => links[part] ?? part)}
      {!key && Object.keys(details).length > 0 && (
        <code class="details">{JSON.stringify(details)}</code>
      )}
      {[details['note'], details['text']].map(
        (words) => key && typeof words === 'string' && words && <p class="note">{words}</p>,
      )}
    </>
  )
}

/**
 * The name of the entry, and of the language where a text is meant; the subject as it is logged where there is no such
 * entry.
 */
function Subject({ desk, line: { subject }, names }: Props) {
  const about = entryOfSubject(subject)
  const name =
    about && officialName({ names: names.get(about.entry) ?? [] }, sourceLocale(desk.site))
  if (!name) return subject
  return about.locale ? <Named name={name} text={about.locale} /> : <Named name={name} />
}

/** Details that are numbers or words; of those that need words of ours, these. */
function valuesOf({ say, line: { details }, dateOf }: Props): Record<string, string | number> {
  const plain = Object.entries(details).filter((detail): detail is [string, string | number] =>
    ['string', 'number'].includes(typeof detail[1]),
  )
  const values = Object.fromEntries(plain)
  const { due, role } = details
  if (typeof due === 'string') values['due'] = dateOf(due)
  if (typeof role === 'string') values['role'] = sayOfRow(say, `role.${role}`, role)
  return values
}
