import { spaced, type ShortCode } from '../../../domain/short-code.ts'
import { Pages } from '../filter.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { SignFiles } from './sign-files.tsx'
import type { SignRow } from '../sign-filter.ts'
import { narrowedTo, type Sought } from '../sought.ts'
import { SignFilter } from '../sign-filter-form.tsx'

interface Props {
  desk: Desk
  /** What was typed as a code, or its beginning, and what state was chosen. */
  asked: { typed: string; state: string | null }
  entry: Sought
  unit: Sought
  /** How many were found, on all pages. */
  found: number
  signs: SignRow[]
  /** From 1. */
  number: number
  pages: number
  /** Issued codes one slip away from what was typed, where nothing was found. */
  meant: ShortCode[]
  mayWrite: boolean
}

export function SignsPage(props: Props) {
  const { desk, asked, found, signs, number, pages, meant, mayWrite } = props
  const say = sayFor(desk)
  const { typed, state } = asked
  const entry = narrowedTo(props.entry)
  const query = { code: typed, entry, unit: narrowedTo(props.unit), state }
  return (
    <DeskLayout desk={desk} title={say('desk.room.signs')}>
      {mayWrite && (
        <p>
          <a
            class="button"
            href={`/admin/signs/new${props.entry.chosen ? `?entry=${props.entry.chosen}` : ''}`}
          >
            {say('signs.new')}
          </a>
        </p>
      )}
      <form method="get" action="/admin/signs" class="fields seek">
        <div>
          <label for="code">{say('signs.code')}</label>
          <input id="code" name="code" value={typed} autocomplete="off" spellcheck={false} />
        </div>
        <SignFilter {...props} />
        <div>
          <button>{say('signs.filter')}</button>
        </div>
      </form>
      <p role="status">{say('signs.found', { count: found })}</p>
      {meant.length > 0 && (
        <p>
          {say('signs.meant')}{' '}
          {meant.map((code) => (
            <a class="key" href={`/admin/signs/${code}`}>
              {spaced(code)}{' '}
            </a>
          ))}
        </p>
      )}
      <SignFiles desk={desk} query={query} />
      {signs.length > 0 && (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('signs.code')}</th>
                <th scope="col">{say('signs.entry')}</th>
                <th scope="col">{say('signs.state')}</th>
                <th scope="col">{say('signs.placement')}</th>
              </tr>
            </thead>
            <tbody>
              {signs.map((sign) => (
                <tr>
                  <th scope="row" class="key">
                    <a class="code" href={`/admin/signs/${sign.code}`}>
                      {spaced(sign.code)}
                    </a>
                  </th>
                  <td>{sign.name}</td>
                  <td>{say(`signs.state.${sign.state}`)}</td>
                  <td>{sign.placement}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages say={say} query={query} number={number} pages={pages} path="/admin/signs" />
    </DeskLayout>
  )
}
