import type { Recipe } from '../../../domain/print-order.ts'
import { spaced } from '../../../domain/short-code.ts'
import { ProblemList } from '../form-view.tsx'
import { DeskLayout, sayFor } from '../desk-layout.tsx'
import { OrderLinks } from './order-links.tsx'
import { OrderNotes } from './order-notes.tsx'
import { OrderParcel } from './parcel-panel.tsx'
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
  const still = { ...props, say, mayWrite: props.mayWrite && !isRunning }
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
      <OrderParcel {...props} say={say} isRunning={isRunning} />
      <OrderReport {...still} />
      <OrderLinks {...still} />
      <Faces say={say} recipes={recipes} />
      <OrderNotes {...still} />
    </DeskLayout>
  )
}

function Faces({ say, recipes }: { say: Say; recipes: Recipe[] }) {
  return (
    <section>
      <h2>{say('orders.frozen')}</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('signs.code')}</th>
              <th scope="col">{say('orders.words')}</th>
              <th scope="col">{say('signs.placement')}</th>
              <th scope="col">{say('signs.faces')}</th>
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
                <td>
                  {names.map(({ locale, text }, i) => (
                    <>
                      {i > 0 && ' · '}
                      <span lang={locale}>{text}</span>
                    </>
                  ))}
                </td>
                <td>{placement}</td>
                <td>{faces}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
