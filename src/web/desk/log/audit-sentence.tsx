import type { Child } from 'hono/jsx'
import { entryOfSubject, type AuditLine } from '../../../domain/audit.ts'
import { ROLES } from '../../../domain/editor.ts'
import { officialName, type EntryPath, type Name } from '../../../domain/entry.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { findDeskKey, type Say } from '../../../messages/desk-message.ts'
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
  const values = { ...valuesOf(props), by: BY, subject: SUBJECT }
  const said = key ? say(key, values) : say('audit.unknown', { ...values, what })
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

/** What the sentences may need; a dash for what the log does not hold. */
function valuesOf({ say, line: { details }, dateOf }: Props) {
  const plain = (name: string) => {
    const value = details[name]
    return typeof value === 'number' || typeof value === 'string' ? value : '–'
  }
  const role = ROLES.find((one) => one === details['role'])
  return {
    number: plain('number'),
    sourceNumber: plain('sourceNumber'),
    file: plain('file'),
    due: dateOf(String(plain('due'))),
    role: role ? say(`role.${role}`) : '–',
  }
}
