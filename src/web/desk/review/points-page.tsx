/** Open points by the document that would settle them: with the document open, many are settled in one act. */
import type { DocumentPoints } from '../../../domain/review-queue.ts'
import type { Say } from '../../../messages/desk-message.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { Named } from '../named.tsx'
import { RoomLinks } from './queue-page.tsx'
import { reviewAddress } from './review-queue-of.ts'
import { said } from './review-points.tsx'
import { may } from '../../../domain/editor.ts'

interface Props {
  desk: Desk
  documents: readonly DocumentPoints[]
  chosen: DocumentPoints | null
  notice: string
  /** How many were just settled. */
  done: number
  /** What was sent, where it was refused; '' otherwise. */
  typed: (name: string) => string
  ticked: readonly string[]
  reader: string
  today: string
}

export function PointsPage(props: Props) {
  const { desk, documents, chosen, notice, done } = props
  const say = sayFor(desk)
  const mayTick = desk.editor !== null && may(desk.editor, 'text.review')
  return (
    <DeskLayout desk={desk} title={say('review.pointsTitle')}>
      <RoomLinks say={say} here="points" />
      {notice !== '' && (
        <p class="errors" role="alert">
          {notice}
        </p>
      )}
      {done > 0 && (
        <p class="good" role="status">
          {say('review.settledMany', { count: done })}
        </p>
      )}
      <div class="review-documents">
        <nav aria-label={say('review.documents')}>
          <ul>
            {documents.map((one) => (
              <li>
                <a
                  href={`/admin/review/points?document=${encodeURIComponent(one.document)}`}
                  aria-current={one === chosen ? 'page' : undefined}
                >
                  {one.document || say('review.noDocument')}
                </a>{' '}
                <span class="number">{one.points.length}</span>
              </li>
            ))}
          </ul>
        </nav>
        {chosen ? (
          <Chosen {...props} say={say} chosen={chosen} mayTick={mayTick} />
        ) : (
          <p class="hint">{say('review.chooseDocument')}</p>
        )}
      </div>
      <script nonce={desk.nonce} type="module" src="/static/desk.js" />
    </DeskLayout>
  )
}

function Chosen({
  say,
  chosen: { document, points },
  mayTick,
  typed,
  ticked,
  reader,
  today,
}: Props & { say: Say; chosen: DocumentPoints; mayTick: boolean }) {
  return (
    <form method="post" action="/admin/review/points" data-module="keep-form">
      <h2>{document || say('review.noDocument')}</h2>
      <input type="hidden" name="asked" value={document} />
      {mayTick && (
        <div class="fact-row">
          <label class="fact long">
            {say('review.document')}
            <input
              type="text"
              name="document"
              value={typed('document') || document}
              required
              maxlength={300}
            />
          </label>
          <label class="fact">
            {say('review.readBy')}
            <input type="text" name="by" value={typed('by') || reader} required maxlength={120} />
          </label>
          <label class="fact short">
            {say('review.readOn')}
            <input type="date" name="on" value={typed('on') || today} max={today} required />
          </label>
          <input type="hidden" name="place" value="" />
          <button>{say('review.settleTicked')}</button>
        </div>
      )}
      <ul class="review-ticks">
        {points.map(({ entry, point }) => {
          const key = `${entry.id} ${point.words}`
          return (
            <li>
              <label class="choice">
                {mayTick && (
                  <input type="checkbox" name="point" value={key} checked={ticked.includes(key)} />
                )}
                <span>{said(say, point)}</span>
              </label>
              <span class="hint">
                <a href={reviewAddress(entry, 'all')}>
                  <Named name={entry.name} />
                </a>
              </span>
              {mayTick && (
                <input
                  type="text"
                  name={`place ${key}`}
                  value={typed(`place ${key}`)}
                  maxlength={120}
                  placeholder={say('review.placeHint')}
                  aria-label={`${say('review.placeIn')}: ${point.words}`}
                />
              )}
            </li>
          )
        })}
      </ul>
    </form>
  )
}
