/** Every sign, and whether it can be ordered: the list a print buyer works through. */
import { SIGN_NEEDS } from '../../../domain/sign-readiness.ts'
import { spaced } from '../../../domain/short-code.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { Choice, Pages } from '../filter.tsx'
import { SoughtField } from '../sought-field.tsx'
import { narrowedTo, type Sought } from '../sought.ts'
import { Needs, type NamedReadiness } from './sign-needs.tsx'

interface Props {
  desk: Desk
  /** What the list is narrowed to; null where it is not. `words`: a name, or the beginning of a code. */
  asked: { words: string; only: string | null }
  unit: Sought
  found: number
  /** Of all that `words` and `unit` leave. */
  ready: number
  /** How many of them one order takes. */
  most: number
  signs: NamedReadiness[]
  number: number
  pages: number
  mayOrder: boolean
}

export function ReadyPage(props: Props) {
  const { desk, asked, found, ready, most, signs, number, pages, mayOrder } = props
  const say = sayFor(desk)
  const { words, only } = asked
  const unit = narrowedTo(props.unit)
  const needs = SIGN_NEEDS.map((need) => ({ value: need, label: say(`ready.only.${need}`) }))
  return (
    <DeskLayout desk={desk} title={say('ready.title')}>
      <form method="get" action="/admin/orders/ready" class="fields seek">
        <div>
          <label for="q">{say('ready.words')}</label>
          <input id="q" name="q" type="search" value={words} autocomplete="off" />
        </div>
        <SoughtField
          say={say}
          name="unit"
          label={say('signs.unit')}
          kind="units"
          sought={props.unit}
        />
        <Choice
          name="only"
          label={say('ready.which')}
          chosen={only}
          none={say('signs.all')}
          choices={[
            { value: 'ready', label: say('ready.only.ready') },
            { value: 'kept-back', label: say('ready.only.kept-back') },
            ...needs,
          ]}
        />
        <div>
          <button class="second">{say('signs.filter')}</button>
        </div>
      </form>
      <p role="status" class="count">
        {say('ready.found', { count: found, ready })}
      </p>
      {mayOrder && ready > 0 && (
        <form method="post" action="/admin/orders/new">
          <input type="hidden" name="take" value="ready" />
          <input type="hidden" name="q" value={words} />
          <input type="hidden" name="unit" value={unit ?? ''} />
          <button>{say('ready.take', { count: Math.min(ready, most) })}</button>
          {ready > most && <p class="hint">{say('ready.takeFirst', { most })}</p>}
        </form>
      )}
      {signs.length > 0 && (
        <table class="list ready">
          <thead>
            <tr>
              <th scope="col">{say('signs.code')}</th>
              <th scope="col">{say('signs.placement')}</th>
              <th scope="col">{say('ready.keeps')}</th>
            </tr>
          </thead>
          <tbody>
            {signs.map((sign) => (
              <tr>
                <th scope="row">
                  <a class="code key" href={`/admin/signs/${sign.code}`}>
                    {spaced(sign.code)}
                  </a>{' '}
                  <span lang={desk.site.locales[0]}>{sign.name}</span>
                </th>
                <td data-label={say('signs.placement')}>{sign.placement}</td>
                <td data-label={say('ready.keeps')}>
                  {sign.needs.length === 0 ? (
                    <b class="state published">{say('ready.only.ready')}</b>
                  ) : (
                    <Needs language={desk.language} sign={sign} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pages
        say={say}
        path="/admin/orders/ready"
        query={{ q: words, unit, only }}
        number={number}
        pages={pages}
      />
    </DeskLayout>
  )
}
