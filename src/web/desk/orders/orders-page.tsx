import type { ListedOrder } from '../../../store/print-orders.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'

interface Props {
  desk: Desk
  orders: ListedOrder[]
  dateOf: (iso: string) => string
  /** Name of whoever has an address. */
  nameOf: (by: string) => string
  mayOrder: boolean
}

export function OrdersPage({ desk, orders, dateOf, nameOf, mayOrder }: Props) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('desk.room.orders')}>
      {mayOrder && (
        <p>
          <a class="button" href="/admin/orders/new">
            {say('orders.new')}
          </a>
        </p>
      )}
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
              {orders.map(({ id, templateName, signs, isDraft, isMade, orderedBy, orderedAt }) => (
                <tr>
                  <th scope="row">
                    <a class="code" href={`/admin/orders/${id}`}>
                      {id}
                    </a>
                    {isDraft && <b> · {say('orders.draft')}</b>}
                  </th>
                  <td>{templateName}</td>
                  <td>{signs}</td>
                  <td>{`${dateOf(orderedAt)}, ${nameOf(orderedBy)}`}</td>
                  <td>{say(isMade ? 'orders.made' : 'orders.notMade')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </DeskLayout>
  )
}
