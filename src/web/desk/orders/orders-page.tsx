import { latenessOf } from '../../../domain/print-order.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { ListedOrder } from '../../../store/listed-orders.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'

interface Props {
  desk: Desk
  orders: ListedOrder[]
  /** ISO 8601, UTC. */
  now: string
  dateOf: (iso: string) => string
  /** Name of whoever has an address. */
  nameOf: (by: string) => string
  mayOrder: boolean
}

export function OrdersPage({ desk, orders, now, dateOf, nameOf, mayOrder }: Props) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('desk.room.orders')}>
      <p class="row">
        {mayOrder && (
          <a class="button" href="/admin/orders/new">
            {say('orders.new')}
          </a>
        )}
        <a href="/admin/orders/ready">{say('ready.title')}</a>
      </p>
      {orders.length === 0 ? (
        <p>{say('orders.none')}</p>
      ) : (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('orders.number')}</th>
                <th scope="col">{say('signs.template')}</th>
                <th scope="col">{say('orders.faces')}</th>
                <th scope="col">{say('orders.ordered')}</th>
                <th scope="col">{say('orders.parcel')}</th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <tr>
                  <th scope="row">
                    <a class="code" href={`/admin/orders/${order.id}`}>
                      {order.id}
                    </a>
                    {order.isDraft && <b> · {say('orders.draft')}</b>}
                  </th>
                  <td>{order.templateName}</td>
                  <td>{order.signs}</td>
                  <td>{`${dateOf(order.orderedAt)}, ${nameOf(order.orderedBy)}`}</td>
                  <td>
                    <Standing say={say} order={order} now={now} dateOf={dateOf} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </DeskLayout>
  )
}

interface StandingProps {
  say: Say
  order: ListedOrder
  now: string
  dateOf: (iso: string) => string
}

/** How far the order is, and what is wrong with it. */
function Standing({ say, order, now, dateOf }: StandingProps) {
  const { isCancelled, isMade, isDraft, signs, printed, defects, fetchedAt, failed } = order
  if (isCancelled) return <b>{say('orders.isCancelled')}</b>
  const late = isDraft ? null : latenessOf(order, now)
  return (
    <>
      {say(isMade ? 'orders.made' : 'orders.notMade')}
      {fetchedAt && ` · ${say('orders.fetched', { date: dateOf(fetchedAt) })}`}
      {printed > 0 && ` · ${say('orders.printedOf', { printed, count: signs })}`}
      {failed && !isMade && <span class="also mark">{say('orders.failed')}</span>}
      {defects > 0 && <span class="also mark">{say('orders.defects', { count: defects })}</span>}
      {late && <span class="also mark">{say(`orders.late.${late}`)}</span>}
    </>
  )
}
