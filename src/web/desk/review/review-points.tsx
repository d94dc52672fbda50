/** The points of one entry: open ones with the few fields that settle them, settled ones with where they were read. */
import type { ReviewPoint } from '../../../domain/review-point.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { ReviewPageProps } from './review-page-props.ts'

type Props = Pick<
  ReviewPageProps,
  'at' | 'filter' | 'vouching' | 'mayApprove' | 'reader' | 'today' | 'isApproved'
> & { say: Say }

export function ReviewPoints(props: Props) {
  const { say, at, filter, vouching, mayApprove, isApproved } = props
  const { points, open, settled } = vouching
  const query = filter === 'all' ? '' : `?filter=${filter}`
  return (
    <section aria-labelledby="points">
      <h2 id="points">
        {say('review.points')} <span class="number">{open.length}</span>
      </h2>
      {points.length === 0 && <p>{say('review.noPoints')}</p>}
      {open.length > 0 && !isApproved && (
        <ul class="review-open">
          {open.map((point) => (
            <li>
              <p>
                <span class="hint">{say(`review.about.${point.about}`)}</span> {said(say, point)}
              </p>
              {mayApprove && <Settle {...props} query={query} point={point} />}
            </li>
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <ul class="review-settled">
          {settled.map(({ point, document, place, by, on }) => (
            <li>
              {point}{' '}
              <span class="hint">
                {say('review.readIn', {
                  where: [document, place].filter(Boolean).join(', '),
                  by,
                  on,
                })}
              </span>
              {mayApprove && !isApproved && (
                <form method="post" action={`${at}/points/end${query}`}>
                  <input type="hidden" name="point" value={point} />
                  <button class="quiet">{say('review.reopen')}</button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Facts are named by their key in what is stored; here by the part of the form they stand in. */
export function said(say: Say, { words, about }: ReviewPoint): string {
  const [, key = '', rest = ''] = /^(\w+): (.*)$/s.exec(about === 'fact' ? words : '') ?? []
  if (key === 'born' || key === 'died' || key === 'position' || key === 'extent')
    return `${say(`facts.part.${key}`)}: ${rest}`
  return words
}

function Settle({
  say,
  at,
  query,
  point,
  reader,
  today,
}: Props & { query: string; point: ReviewPoint }) {
  return (
    <details class="settle">
      <summary data-key="x">
        {say('review.settle')} <kbd>X</kbd>
      </summary>
      <form method="post" action={`${at}/points${query}`} data-module="last-reading">
        <input type="hidden" name="point" value={point.words} />
        <div class="fact-row">
          <label class="fact long">
            {say('review.document')}
            <input type="text" name="document" value={point.document} required maxlength={300} />
          </label>
          <label class="fact">
            {say('review.placeIn')}
            <input type="text" name="place" maxlength={120} placeholder={say('review.placeHint')} />
          </label>
          <label class="fact">
            {say('review.readBy')}
            <input type="text" name="by" value={reader} required maxlength={120} />
          </label>
          <label class="fact short">
            {say('review.readOn')}
            <input type="date" name="on" value={today} max={today} required />
          </label>
          <button>{say('review.settled')}</button>
        </div>
      </form>
    </details>
  )
}
