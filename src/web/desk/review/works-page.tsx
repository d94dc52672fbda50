import { officialName, type Name } from '../../../domain/entry.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { WORK_KEYS, type Work, type WorkKey } from '../../../domain/work.ts'
import type { FileFault } from '../../../exchange/file-fault.ts'
import type { DeskKey } from '../../../messages/desk-key.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { listRestingOnOne, WorkUse } from '../../../store/works.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { entryAddress } from '../entry-address.ts'
import { RoomLinks } from './queue-page.tsx'

const WORKS = '/admin/review/works'

const LABELS: Record<WorkKey, DeskKey> = {
  title: 'facts.title.document',
  author: 'facts.sourceAuthor',
  publisher: 'facts.publisher',
  url: 'facts.url',
  date: 'facts.date',
  copy: 'facts.sourceCopy',
}

interface WorksProps {
  desk: Desk
  words: string
  works: readonly Work[]
  from: number
  more: number | null
}

export function WorksPage({ desk, words, works, from, more }: WorksProps) {
  const say = sayFor(desk)
  const next = new URLSearchParams({ ...(words && { q: words }), from: String(more) })
  return (
    <DeskLayout desk={desk} title={say('works.title')}>
      <RoomLinks say={say} here="works" />
      <p>{say('works.hint')}</p>
      <form method="get" action={WORKS} class="row" role="search">
        <label for="q">{say('works.search')}</label>
        <input id="q" name="q" type="search" value={words} maxlength={200} />
        <button>{say('works.find')}</button>
      </form>
      <p>
        <a href={`${WORKS}/alone`}>{say('works.alone')}</a>
      </p>
      {works.length === 0 && <p>{say('works.none')}</p>}
      <ol class="works" start={from + 1}>
        {works.map((work) => (
          <li>
            <a href={`${WORKS}/${work.id}`}>{work.title}</a>
            {aboutOf(work) !== '' && ` · ${aboutOf(work)}`}
            <span class="hint"> · {say('works.uses', { count: work.uses })}</span>
          </li>
        ))}
      </ol>
      {more !== null && <a href={`${WORKS}?${next}`}>{say('works.more')}</a>}
    </DeskLayout>
  )
}

function aboutOf({ author, publisher, date }: Work): string {
  return [author, publisher, date].filter((part) => part !== '').join(' · ')
}

interface WorkProps {
  desk: Desk
  work: Work
  /** What stands in the fields. */
  typed: Readonly<Partial<Record<WorkKey, string>>>
  fault: FileFault | null
  /** In how many entries it has just been told anew. */
  saved: number | null
  uses: readonly WorkUse[]
  more: number | null
  mayTell: boolean
}

/** One work: what rests on it, and how it is told everywhere. */
export function WorkPage({ desk, work, typed, fault, saved, uses, more, mayTell }: WorkProps) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('works.number', { number: work.id })}>
      <RoomLinks say={say} here="works" />
      {saved !== null && (
        <p class="good" role="status">
          {say('works.saved', { count: saved })}
        </p>
      )}
      {fault && (
        <p class="errors" role="alert">
          {say(fault.key, fault.values)}
        </p>
      )}
      <p>
        <strong>{work.title}</strong>
      </p>
      {work.url && (
        <p>
          <a href={work.url} rel="noopener noreferrer">
            {work.url}
          </a>
        </p>
      )}
      {mayTell ? (
        <details open={fault !== null}>
          <summary>{say('works.tell')}</summary>
          <form method="post" action={`${WORKS}/${work.id}`} data-module="keep-form">
            <p class="hint">{say('works.tellHint', { count: work.uses })}</p>
            {WORK_KEYS.map((key) => (
              <>
                <label for={key}>{say(LABELS[key])}</label>
                <input id={key} name={key} type="text" value={typed[key] ?? ''} maxlength={1000} />
              </>
            ))}
            <button>{say('works.save', { count: work.uses })}</button>
          </form>
          <script nonce={desk.nonce} type="module" src="/static/desk.js" />
        </details>
      ) : (
        <Told say={say} work={work} />
      )}
      <h2>{say('works.bears')}</h2>
      {uses.length === 0 && <p>{say('works.bearsNothing')}</p>}
      <ul>
        {uses.map((use) => (
          <li>
            <a href={entryAddress(use)}>{nameIn(desk, use.names, use.slug)}</a>{' '}
            {say('works.use', { source: use.source, cited: use.cited })}
            {use.at && ` · ${use.at}`}
          </li>
        ))}
      </ul>
      {more !== null && <a href={`${WORKS}/${work.id}?from=${more}`}>{say('works.more')}</a>}
    </DeskLayout>
  )
}

function Told({ say, work }: { say: Say; work: Work }) {
  return (
    <ul>
      {WORK_KEYS.filter((key) => work[key] !== '').map((key) => (
        <li>
          {say(LABELS[key])}: {work[key]}
        </li>
      ))}
    </ul>
  )
}

interface AloneProps {
  desk: Desk
  entries: Awaited<ReturnType<typeof listRestingOnOne>>
  more: number | null
}

/** Entries that a single work bears: were it wrong, all they say would be. */
export function AlonePage({ desk, entries, more }: AloneProps) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('works.alone')}>
      <RoomLinks say={say} here="works" />
      <p>{say('works.aloneHint')}</p>
      {entries.length === 0 && <p>{say('works.none')}</p>}
      <ul>
        {entries.map(({ kind, slug, names, work, title }) => (
          <li>
            <a href={entryAddress({ kind, slug })}>{nameIn(desk, names, slug)}</a> ·{' '}
            <a href={`${WORKS}/${work}`}>{title}</a>
          </li>
        ))}
      </ul>
      {more !== null && <a href={`${WORKS}/alone?from=${more}`}>{say('works.more')}</a>}
    </DeskLayout>
  )
}

function nameIn({ site }: Desk, names: Name[], slug: string): string {
  return officialName({ names }, sourceLocale(site))?.text ?? slug
}
