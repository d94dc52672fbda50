/** How many codes would be issued, and for what. */
import { KINDS } from '../../../domain/entry.ts'
import type { ListedEntry } from '../../../domain/entry-list.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { entryAddress } from '../entry-address.ts'
import { Field, ProblemList, type FormProblems } from '../form-view.tsx'
import { Named } from '../named.tsx'

interface Props {
  desk: Desk
  /** Of the list they come from, as in `?kind=street`; '' for none. */
  search: string
  /** Those without a sign, in the order of the list. */
  entries: ListedEntry[]
  /** As typed. */
  each: string
  problems: FormProblems
}

/** Of a longer list the first ones are named. */
const NAMED = 100

export function ManySignsPage({ desk, search, entries, each, problems }: Props) {
  const say = sayFor(desk)
  const back = `/admin/entries${search}`
  const kinds = KINDS.flatMap((kind) => {
    const count = entries.filter((entry) => entry.kind === kind).length
    return count > 0 ? [`${say(`entries.kind.${kind}`)}: ${count}`] : []
  })
  return (
    <DeskLayout desk={desk} title={say('many.title')}>
      <ProblemList say={say} problems={problems} />
      <p role="status" class="count">
        {say('many.count', { count: entries.length })}
        {kinds.length > 0 && ` (${kinds.join(' · ')})`}
      </p>
      <p>
        <a href={back}>{say('many.back')}</a>
      </p>
      {entries.length > 0 && (
        <form class="narrow" method="post" action={`/admin/entries/signs${search}`}>
          <input type="hidden" name="shown" value={String(entries.length)} />
          <Field
            name="each"
            label={say('many.each')}
            hint={say('many.eachHint')}
            inputmode="numeric"
            value={each}
            problems={problems}
          />
          <button>{say('many.issue', { count: entries.length })}</button>
        </form>
      )}
      <ul>
        {entries.slice(0, NAMED).map((entry) => (
          <li>
            <a href={entryAddress(entry)}>
              <Named name={entry.name} />
            </a>
          </li>
        ))}
      </ul>
      {entries.length > NAMED && (
        <p class="hint">{say('many.more', { count: entries.length - NAMED })}</p>
      )}
    </DeskLayout>
  )
}
