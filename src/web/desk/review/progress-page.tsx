import type { ProgressRow } from '../../../domain/review-progress.ts'
import type { DocumentPoints } from '../../../domain/review-queue.ts'
import type { Say } from '../../../messages/desk-message.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { RoomLinks } from './queue-page.tsx'

interface Props {
  desk: Desk
  kinds: readonly ProgressRow[]
  locales: readonly ProgressRow[]
  units: readonly ProgressRow[]
  /** Those that would settle most. */
  documents: readonly DocumentPoints[]
  /** Points nobody has settled. */
  open: number
  /** For whom how many wait: to be signed, to be read, to be translated. */
  waits: { ready: number; asked: number; missing: number }
}

export function ProgressPage(props: Props) {
  const { desk, kinds, locales, units, documents, open, waits } = props
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('review.progressTitle')}>
      <RoomLinks say={say} here="progress" />
      <h2>{say('review.waits')}</h2>
      <ul>
        <li>
          <a href="/admin/review?filter=ready">
            {say('review.waits.ready', { count: waits.ready })}
          </a>
        </li>
        <li>
          <a href="/admin/entries?state=in-review">
            {say('review.waits.asked', { count: waits.asked })}
          </a>
        </li>
        <li>
          <a href="/admin/review?filter=missing">
            {say('review.waits.missing', { count: waits.missing })}
          </a>
        </li>
        <li>
          <a href="/admin/review/points">{say('review.waits.points', { count: open })}</a>
        </li>
      </ul>
      <ProgressTable say={say} title={say('review.byKind')} rows={kinds} />
      <ProgressTable say={say} title={say('review.byLanguage')} rows={locales} />
      <ProgressTable say={say} title={say('review.byUnit')} rows={units} />
      <h2>{say('review.byDocument')}</h2>
      <ol>
        {documents.map(({ document, points }) => (
          <li>
            <a href={`/admin/review/points?document=${encodeURIComponent(document)}`}>
              {document || say('review.noDocument')}
            </a>{' '}
            <span class="number">{points.length}</span>
          </li>
        ))}
      </ol>
    </DeskLayout>
  )
}

const STEPS = ['all', 'written', 'reviewed', 'approved', 'ready'] as const

function ProgressTable({
  say,
  title,
  rows,
}: {
  say: Say
  title: string
  rows: readonly ProgressRow[]
}) {
  return (
    <>
      <h2>{title}</h2>
      <div class="wide">
        <table class="progress">
          <thead>
            <tr>
              <td />
              {STEPS.map((step) => (
                <th scope="col">{say(`review.step.${step}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, progress }) => (
              <tr>
                <th scope="row">{key}</th>
                {STEPS.map((step) => (
                  <td>
                    {step === 'all' || progress.all === 0 ? (
                      progress[step]
                    ) : (
                      <meter min={0} max={progress.all} value={progress[step]}>
                        {progress[step]}
                      </meter>
                    )}{' '}
                    {step !== 'all' && progress[step]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
