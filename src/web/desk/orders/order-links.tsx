import { Choice } from '../filter.tsx'
import { Field } from '../form-view.tsx'
import type { Say } from '../../../messages/desk-message.ts'
import type { OrderPageProps } from './order-page-props.ts'

/** Addresses at which a contractor fetches the parcel without an account; nothing before a parcel is made. */
export function OrderLinks(props: OrderPageProps & { say: Say }) {
  const { say, order, links, link, now, dateOf, requests, mayWrite, problems } = props
  if (!requests.some(({ doneAt }) => doneAt !== null)) return null
  const path = `/admin/orders/${order.id}/links`
  return (
    <section>
      <h2>{say('parcel.links')}</h2>
      {link && (
        <div class="good" role="status">
          <p>{say('parcel.linkMade', { name: link.givenTo, date: dateOf(link.expires) })}</p>
          <label for="link">{say('parcel.link')}</label>
          <input id="link" class="key" readonly value={link.address} />
        </div>
      )}
      {links.length > 0 && (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('parcel.givenTo')}</th>
                <th scope="col">{say('parcel.until')}</th>
                <th scope="col">{say('parcel.downloads')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {links.map(({ digest, givenTo, expires, revokedAt, downloads, lastDownload }) => (
                <tr>
                  <th scope="row">{givenTo}</th>
                  <td>
                    {revokedAt
                      ? say('parcel.revoked', { date: dateOf(revokedAt) })
                      : dateOf(expires)}
                  </td>
                  <td>
                    {downloads}
                    {lastDownload && ` · ${dateOf(lastDownload)}`}
                  </td>
                  <td>
                    {mayWrite && !revokedAt && expires > now && (
                      <form method="post" action={`${path}/${digest}/end`}>
                        <button class="quiet">{say('parcel.revoke')}</button>
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayWrite && (
        <form class="narrow" method="post" action={path} data-module="keep-form">
          <Field
            name="givenTo"
            label={say('parcel.givenTo')}
            hint={say('parcel.givenToHint')}
            problems={problems}
          />
          <Choice
            name="days"
            label={say('parcel.days')}
            chosen="30"
            choices={[7, 30, 90].map((days) => ({
              value: String(days),
              label: say('parcel.daysCount', { count: days }),
            }))}
          />
          <button>{say('parcel.linkMake')}</button>
        </form>
      )}
    </section>
  )
}
