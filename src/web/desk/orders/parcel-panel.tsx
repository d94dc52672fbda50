import type { Say } from '../../../messages/desk-message.ts'
import type { OrderPageProps } from './order-page-props.ts'

type Props = OrderPageProps & { say: Say; isRunning: boolean }

/** How far the parcel is, and the button that has it made. One that is made is not made again. */
export function OrderParcel(props: Props) {
  const { say, order, requests, open, dateOf, mayWrite, mayFetch, isMadeHere, isRunning } = props
  const [latest] = requests
  const made = requests.find(({ doneAt }) => doneAt !== null)
  return (
    <section>
      <h2>{say('orders.parcel')}</h2>
      {!latest && <p>{say('orders.notMade')}</p>}
      {latest && isRunning && (
        <div role="status">
          <p>
            {latest.pieces === null
              ? say('parcel.waits')
              : say('parcel.making', { made: latest.made, pieces: latest.pieces })}
          </p>
          {latest.pieces !== null && <progress max={latest.pieces || 1} value={latest.made} />}
        </div>
      )}
      {latest?.failedAt && open.length > 0 && <p class="errors">{say('parcel.wantsSignature')}</p>}
      {latest?.failedAt && open.length === 0 && (
        <div class="errors">
          <p>{say('parcel.failed', { date: dateOf(latest.failedAt) })}</p>
          <p class="plain">{latest.reason}</p>
        </div>
      )}
      {made?.doneAt && (
        <p>
          {say('parcel.done', {
            date: dateOf(made.doneAt),
            size: ((made.size ?? 0) / 1_000_000).toFixed(1),
          })}{' '}
          {mayFetch && <a href={`/admin/orders/${order.id}/parcel.zip`}>{say('parcel.fetch')}</a>}
        </p>
      )}
      {!isMadeHere && <p>{say('parcel.elsewhere')}</p>}
      {mayWrite && isMadeHere && !isRunning && !made && (
        <form class="narrow" method="post" action={`/admin/orders/${order.id}/parcel`}>
          {!order.isDraft && (
            <fieldset>
              <legend>{say('parcel.asks')}</legend>
              <label class="choice">
                <input type="radio" name="site" value="origin" checked />
                {say('parcel.asksOrigin', { origin: order.origin })}
              </label>
              <label class="choice">
                <input type="radio" name="site" value="none" />
                {say('parcel.asksNobody')}
              </label>
            </fieldset>
          )}
          <button>{say(latest ? 'parcel.makeAgain' : 'parcel.make')}</button>
        </form>
      )}
    </section>
  )
}
