/** The page of one entry: its texts in every language, and the ways on. */
import type { EntryPath, Kind } from '../../../domain/entry.ts'
import { may } from '../../../domain/editor.ts'
import { ownName } from '../../../domain/locale.ts'
import type { TextStanding } from '../../../domain/text-state.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { StateWords } from '../state-words.tsx'
import { XliffLink } from './xliff-link.tsx'

interface Props {
  desk: Desk
  /** Official name; the slug where there is none. */
  name: string
  entry: {
    /** As in `/admin/entries/streets/le-loi`. */
    path: string
    /** One for each locale of the site, and for others that have a text. */
    standings: TextStanding[]
    history: { id: EntryPath; kind: Kind; withheld: boolean }
  }
}

/** Links are shown to those who may follow them; the public page of a withheld entry answers 404 all the same. */
export function EntryDeskPage({ desk, name, entry }: Props) {
  const say = sayFor(desk)
  const { path, standings, history } = entry
  const publicPath = path.replace(/^\/admin\/entries/, '')
  return (
    <DeskLayout desk={desk} title={name}>
      <p class="row">
        <a href={desk.listAt}>{say('entry.toList')}</a>
        {say(`kind.${history.kind}`)}
        {desk.editor && may(desk.editor, 'entry.write') && (
          <a href={`${path}/facts`}>{say('entry.facts')}</a>
        )}
        {desk.editor && may(desk.editor, 'sign.read') && (
          <a href={`/admin/signs?entry=${encodeURIComponent(history.id)}`}>
            {say('desk.room.signs')}
          </a>
        )}
        {desk.editor && may(desk.editor, 'media.write') && (
          <a href={`${path}/media`}>{say('media.room')}</a>
        )}
        <a href={`${path}/facts/approval`}>{say('entry.factsApproval')}</a>
      </p>
      {history.withheld && <p class="errors">{say('entry.withheld')}</p>}
      <h2>{say('entry.texts')}</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('entry.language')}</th>
              <th scope="col">{say('entry.latest')}</th>
              <th scope="col">{say('entry.public')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {standings.map((standing) => (
              <tr>
                <th scope="row" lang={standing.locale}>
                  {ownName(standing.locale)}
                </th>
                <td>
                  <StateWords say={say} standing={standing} />
                </td>
                <td>
                  {standing.published ? (
                    <a href={`/${standing.locale}${publicPath}`}>
                      {say('entry.number', { number: standing.published.number })}
                    </a>
                  ) : (
                    say('entry.none')
                  )}
                </td>
                <td>
                  <div class="row">
                    <a href={`${path}/${standing.locale}`}>{say('entry.write')}</a>
                    {standing.latest && (
                      <a href={`${path}/${standing.locale}/history`}>{say('entry.history')}</a>
                    )}
                    <XliffLink desk={desk} path={path} locale={standing.locale} />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </DeskLayout>
  )
}
