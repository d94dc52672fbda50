/** What speaks against an order before it costs money; and how it is cancelled. */
import { spaced } from '../../../domain/short-code.ts'
import type { Say } from '../../../messages/desk-message.ts'
import { Field } from '../form-view.tsx'
import { Needs } from './sign-needs.tsx'
import type { OrderPageProps } from './order-page-props.ts'

type Props = OrderPageProps & { say: Say }

/** That it was cancelled, by whom and why; and which order it prints again. */
export function OrderFateSaid({ say, fate, dateOf }: Props) {
  const { cancelled, reprints } = fate
  return (
    <>
      {cancelled && (
        <div class="errors">
          <p>{say('orders.cancelled', { name: cancelled.by, date: dateOf(cancelled.at) })}</p>
          <p class="plain">{cancelled.reason}</p>
        </div>
      )}
      {reprints && (
        <p>
          {say('orders.reprints')} <a href={`/admin/orders/${reprints}`}>{reprints}</a>
        </p>
      )}
    </>
  )
}

/** Nothing where nothing speaks against it. */
export function OrderWorries({ say, desk, worries }: Props) {
  if (worries.length === 0) return null
  return (
    <section class="errors" aria-labelledby="worries">
      <h2 id="worries">{say('orders.worries', { count: worries.length })}</h2>
      <ul>
        {worries.map(({ sign, needs }) => (
          <li>
            <b class="key">{spaced(sign.code)}</b> {sign.name}
            <Needs language={desk.language} sign={sign} needs={needs} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The form while nothing depends on the order; else why it can no longer be cancelled. */
export function OrderCancelling({ say, order, fate, mayWrite, problems }: Props) {
  if (!mayWrite || fate.cancelled) return null
  return (
    <section class="narrow">
      <h2>{say('orders.cancel')}</h2>
      {fate.isBound ? (
        <p class="hint">{say('orders.cancelBound')}</p>
      ) : (
        <form method="post" action={`/admin/orders/${order.id}/cancellation`}>
          <p class="hint">{say('orders.cancelHint')}</p>
          <Field name="reason" label={say('orders.cancelReason')} problems={problems} />
          <button>{say('orders.cancelIt')}</button>
        </form>
      )}
    </section>
  )
}
