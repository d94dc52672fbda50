import { spaced } from '../../../domain/short-code.ts'
import { ProblemList } from '../form-view.tsx'
import { DeskLayout, sayFor } from '../desk-layout.tsx'
import { OrderLinks } from './order-links.tsx'
import { OrderNotes } from './order-notes.tsx'
import { OrderParcel } from './parcel-panel.tsx'
import { OrderCancelling, OrderFateSaid, OrderWorries } from './order-fate.tsx'
import { OrderReport } from './order-report.tsx'
import type { Say } from '../../../messages/desk-message.ts'
import type { OrderPageProps } from './order-page-props.ts'

/** Seconds between two looks at a parcel that is being made. */
const REFRESH = 4

export function OrderPage(props: OrderPageProps) {
  const { desk, order, recipes, requests, problems, dateOf, link } = props
  const say = sayFor(desk)
  const [latest] = requests
  const isRunning = latest !== undefined && !latest.doneAt && !latest.failedAt
  // While the page loads itself again, nothing is offered to type into, and nothing swept away that is shown once.
  const isOver = props.fate.cancelled !== null
  const still = { ...props, say, mayWrite: props.mayWrite && !isRunning && !isOver }
  const isQuiet = Object.keys(problems).length === 0 && !link
  return (
    <DeskLayout
      desk={desk}
      title={say('orders.title', { id: order.id })}
      {...(isRunning && isQuiet && { refresh: REFRESH })}
    >
      <ProblemList say={say} problems={problems} />
      <p class="facts">
        {order.isDraft && <b>{say('orders.draft')} · </b>}
        {order.templateName} · {say('orders.faceCount', { count: recipes.length })} · {order.origin}{' '}
        · {props.nameOf(order.orderedBy)}, {dateOf(order.orderedAt)}
      </p>
      <OrderFateSaid {...still} />
      <OrderWorries {...still} />
      <OrderParcel
        {...props}
        mayWrite={props.mayWrite && !isOver}
        say={say}
        isRunning={isRunning}
      />
      <OrderReport {...still} />
      <OrderLinks {...still} />
      <Faces {...still} />
      <OrderNotes {...still} />
      <OrderCancelling {...still} />
    </DeskLayout>
  )
}

function Faces({ say, order, recipes, press, mayWrite }: OrderPageProps & { say: Say }) {
  const mayReprint = mayWrite && !order.isDraft
  return (
    <section>
      <h2>{say('orders.frozen')}</h2>
      <div class="wide">
        <table class="list faces">
          <thead>
            <tr>
              <th scope="col">{say('signs.code')}</th>
              <th scope="col">{say('orders.words')}</th>
              <th scope="col">{say('signs.placement')}</th>
              <th scope="col">{say('signs.faces')}</th>
              {mayReprint && <td />}
            </tr>
          </thead>
          <tbody>
            {recipes.map(({ code, names, placement, faces }) => (
              <tr>
                <th scope="row">
                  <a class="code key" href={`/admin/signs/${code}`}>
                    {spaced(code)}
                  </a>
                </th>
                <td data-label={say('orders.words')}>
                  {names.map(({ locale, text }, i) => (
                    <>
                      {i > 0 && ' · '}
                      <span lang={locale}>{text}</span>
                    </>
                  ))}
                </td>
                <td data-label={say('signs.placement')}>{placement}</td>
                <td data-label={say('signs.faces')}>{faces}</td>
                {mayReprint && (
                  <td>
                    <form method="post" action={`/admin/orders/${order.id}/reprints`}>
                      <input type="hidden" name="code" value={code} />
                      <input type="hidden" name="pressed" value={`${press}${code}`} />
                      <button class="quiet" aria-label={`${say('orders.reprint')} ${spaced(code)}`}>
                        {say('orders.reprint')}
                      </button>
                    </form>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
