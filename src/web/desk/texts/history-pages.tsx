/** The pages of a text's history. */
import type { Differences } from '../../../content/paragraph-diff.ts'
import { ownName, type Locale } from '../../../domain/locale.ts'
import type { TextHistory } from '../../../store/text-history.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { Words } from '../source-column.tsx'
import { Act } from './text-acts.tsx'

interface HistoryPageProps {
  desk: Desk
  name: string
  /** As in `/admin/entries/streets/le-loi/en`. */
  path: string
  locale: Locale
}

interface HistoryProps extends HistoryPageProps {
  /** Number of the public revision; null when none is. */
  published: number | null
  /** The latest first. */
  revisions: TextHistory['revisions']
  /** Day and minute, local. */
  dateOf: (iso: string) => string
  /** Name of whoever has an address. */
  nameOf: (by: string) => string
}

export function HistoryPage(props: HistoryProps) {
  const { desk, name, path, locale, published, revisions, dateOf, nameOf } = props
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('history.title', { name, language: ownName(locale) })}>
      <p>
        <a href={path}>{say('entry.write')}</a>
      </p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('history.number')}</th>
              <th scope="col">{say('text.field.title')}</th>
              <th scope="col">{say('history.who')}</th>
              <th scope="col">{say('history.when')}</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map(({ number, title, basedOn, savedBy, savedAt, origin }) => (
              <tr>
                <th scope="row">
                  <a href={`${path}/revisions/${number}`}>{number}</a>
                </th>
                <td>
                  <span lang={locale}>{title}</span>
                  {number === published && <b> · {say('history.public')}</b>}
                  {basedOn !== null && ` · ${say('history.basedOn', { number: basedOn })}`}
                  {origin === 'machine' && ` · ${say('state.machine')}`}
                </td>
                <td>{nameOf(savedBy)}</td>
                <td>{dateOf(savedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </DeskLayout>
  )
}

interface RevisionProps extends HistoryPageProps {
  number: number
  /** The revision it is compared with; null for the first, all of which is new. */
  before: number | null
  differences: Differences
  mayRestore: boolean
}

export function RevisionPage(props: RevisionProps) {
  const { desk, name, path, locale, number, before, differences, mayRestore } = props
  const say = sayFor(desk)
  const title = say('history.revision', { number, name, language: ownName(locale) })
  return (
    <DeskLayout desk={desk} title={title}>
      <p>
        <a href={`${path}/history`}>{say('entry.history')}</a>
      </p>
      <p>{before === null ? say('history.first') : say('history.since', { number: before })}</p>
      <div class="narrow" lang={locale}>
        <Words say={say} differences={differences} />
      </div>
      {mayRestore && (
        <Act to={`${path}/revisions/${number}/restore`} label={say('history.restore')} />
      )}
    </DeskLayout>
  )
}
