import { ownName } from '../../../domain/locale.ts'
import type { Scheduled } from '../../../store/schedules.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { entryAddress } from '../entry-address.ts'

interface Props {
  desk: Desk
  /** The soonest first. */
  scheduled: readonly (Scheduled & { name: string })[]
  /** What happened to what was sent; '' for nothing. */
  notice: string
  dateOf: (iso: string) => string
  nameOf: (by: string) => string
}

/** Publications that wait for their time: which, when, by whom; each can be called off. */
export function ScheduledPage({ desk, scheduled, notice, dateOf, nameOf }: Props) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('scheduled.title')}>
      {notice !== '' && (
        <p class="good" role="status">
          {notice}
        </p>
      )}
      {scheduled.length === 0 ? (
        <p>{say('scheduled.none')}</p>
      ) : (
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{say('scheduled.what')}</th>
              <th scope="col">{say('scheduled.due')}</th>
              <th scope="col">{say('scheduled.by')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {scheduled.map((one) => (
              <tr>
                <th scope="row">
                  <a href={`${entryAddress(one)}/${one.locale}`}>
                    <span lang={desk.site.locales[0]}>{one.name}</span> · {ownName(one.locale)}
                  </a>
                  <span class="also">{say('entry.number', { number: one.number })}</span>
                </th>
                <td data-label={say('scheduled.due')}>
                  <time datetime={one.due}>{dateOf(one.due)}</time>
                </td>
                <td data-label={say('scheduled.by')}>
                  {nameOf(one.by)}, {dateOf(one.at)}
                </td>
                <td>
                  <form method="post" action={`/admin/scheduled/${one.id}/end`}>
                    <button
                      class="second"
                      aria-label={`${say('act.cancel')}: ${one.name}, ${ownName(one.locale)}`}
                    >
                      {say('act.cancel')}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </DeskLayout>
  )
}
