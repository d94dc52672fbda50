/** What waits to be approved: one line an entry, by what holds it up; several that are ready are signed for at once. */
import { may } from '../../../domain/editor.ts'
import { ownName } from '../../../domain/locale.ts'
import { REVIEW_FILTERS } from '../../../domain/review-queue.ts'
import type { Say } from '../../../messages/desk-message.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { Pages } from '../filter.tsx'
import { Named } from '../named.tsx'
import { reviewAddress, type QueueLine, type QueuePart } from './review-queue-of.ts'

interface Props {
  desk: Desk
  queue: QueuePart
  /** How many were just approved, as in `12`; '' for none. */
  done: string
}

export function QueuePage({ desk, queue, done }: Props) {
  const say = sayFor(desk)
  const { counts, lines, filter, number, pages } = queue
  const signs = filter === 'ready' && desk.editor !== null && may(desk.editor, 'facts.approve')
  const first = lines[0]
  return (
    <DeskLayout desk={desk} title={say('desk.room.review')}>
      <RoomLinks say={say} here="queue" />
      {/^\d+$/.test(done) && (
        <p class="good" role="status">
          {say('review.doneMany', { count: done })}
        </p>
      )}
      <nav aria-label={say('review.filters')}>
        <ul class="review-filters">
          {REVIEW_FILTERS.map((one) => (
            <li>
              <a href={reviewAddress(null, one)} aria-current={one === filter ? 'page' : undefined}>
                {say(`review.filter.${one}`)} <span class="number">{counts[one]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {!first && <p>{say('review.none')}</p>}
      {first && (
        <p class="row">
          <a class="button" href={reviewAddress(first, filter)}>
            {say('review.begin')}
          </a>
          <span class="hint">{say(`review.hint.${filter}`)}</span>
        </p>
      )}
      {first && <Lines say={say} lines={lines} filter={filter} signs={signs} />}
      <Pages
        say={say}
        path="/admin/review"
        query={{ filter: filter === 'all' ? null : filter }}
        number={number}
        pages={pages}
      />
    </DeskLayout>
  )
}

type LinesProps = { say: Say; lines: QueueLine[]; filter: QueuePart['filter']; signs: boolean }

function Lines({ say, lines, filter, signs }: LinesProps) {
  const table = (
    <div class="wide">
      <table>
        <thead>
          <tr>
            {signs && <td />}
            <th scope="col">{say('review.entry')}</th>
            <th scope="col">{say('review.kind')}</th>
            <th scope="col">{say('review.openPoints')}</th>
            <th scope="col">{say('review.holds')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((entry) => (
            <tr>
              {signs && (
                <td>
                  <label class="choice">
                    <input
                      type="checkbox"
                      name="entry"
                      value={entry.id}
                      aria-label={say('review.pick', { name: entry.name.text })}
                    />
                  </label>
                </td>
              )}
              <th scope="row">
                <a href={reviewAddress(entry, filter)}>
                  <Named name={entry.name} />
                </a>
              </th>
              <td>{say(`kind.${entry.kind}`)}</td>
              <td>
                {entry.open.length}
                {entry.settled > 0 && (
                  <span class="hint"> {say('review.settledOf', { count: entry.settled })}</span>
                )}
              </td>
              <td>{holdsOf(say, entry).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  if (!signs) return table
  return (
    <form method="get" action="/admin/review/signature">
      {table}
      <button>{say('review.sign')}</button>
    </form>
  )
}

function holdsOf(
  say: Say,
  { open, missing, isOwn }: Pick<QueueLine, 'open' | 'missing' | 'isOwn'>,
): string[] {
  const general = open.filter(({ about }) => about !== 'asked').length
  const asked = open.length - general
  return [
    ...(general > 0 ? [say('review.hold.general', { count: general })] : []),
    ...(asked > 0 ? [say('review.hold.asked', { count: asked })] : []),
    ...missing.map((locale) => say('review.hold.missing', { language: ownName(locale) })),
    ...(isOwn ? [say('review.hold.mine')] : []),
    ...(open.length + missing.length === 0 && !isOwn ? [say('review.hold.none')] : []),
  ]
}

/** The ways between the pages of this room. */
export function RoomLinks({
  say,
  here,
}: {
  say: Say
  here: 'queue' | 'points' | 'progress' | 'works'
}) {
  const pages = [
    ['queue', '/admin/review'],
    ['points', '/admin/review/points'],
    ['progress', '/admin/review/progress'],
    ['works', '/admin/review/works'],
  ] as const
  return (
    <p class="row fact-links">
      {pages.map(([page, path]) => (
        <a href={path} aria-current={page === here ? 'page' : undefined}>
          {say(`review.page.${page}`)}
        </a>
      ))}
    </p>
  )
}
