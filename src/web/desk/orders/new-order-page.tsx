/** The form of a new print order: signs to tick, a template, and whether it is a draft. */
import { spaced } from '../../../domain/short-code.ts'
import type { Refusal } from '../../../printing/printing.ts'
import type { UnitChoice } from '../../../store/signs-at-desk.ts'
import { Choice } from '../filter.tsx'
import { ProblemList, type FormProblems } from '../form-view.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { SignRow, EntryName } from '../sign-filter.ts'
import { SignFilter } from '../sign-filter-form.tsx'

interface Props {
  desk: Desk
  /** What the list of signs is narrowed to; null where it is not. */
  asked: { entry: string | null; unit: string | null; state: string | null }
  problems: FormProblems
  /** Why the order was refused as a whole, sign by sign. */
  refusals: Refusal[]
  signs: SignRow[]
  /** How many more signs there are than are shown. */
  left: number
  /** Which signs are ticked: those sent before, or all of a list that was narrowed to an entry or a unit. */
  isTicked: (code: string) => boolean
  /** Codes typed beside the list, as they were typed. */
  typed: string
  /** Id of a template without its version. */
  template: string
  isDraft: boolean
  /** Ids; null where this server draws nothing, so that no order can be made. */
  templates: string[] | null
  entries: EntryName[]
  units: UnitChoice[]
}

export function NewOrderPage(props: Props) {
  const { desk, asked, problems, refusals, signs, left, isTicked, typed, templates } = props
  const say = sayFor(desk)
  if (!templates)
    return (
      <DeskLayout desk={desk} title={say('orders.new')}>
        <p>{say('orders.elsewhere')}</p>
      </DeskLayout>
    )
  return (
    <DeskLayout desk={desk} title={say('orders.new')}>
      <ProblemList say={say} problems={problems} />
      {refusals.length > 0 && (
        <div class="errors" role="alert" tabindex={-1}>
          <p>{say('orders.refused')}</p>
          <ul>
            {refusals.map(({ word, why }) => (
              <li>
                {word && <b class="key">{word}: </b>}
                {why[desk.language]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <form method="get" action="/admin/orders/new" class="fields seek">
        <SignFilter {...props} />
        <div>
          <button class="second">{say('orders.narrow')}</button>
        </div>
      </form>
      <form
        method="post"
        action="/admin/orders"
        data-module="keep-form"
        // Ticks are of the list they were made in.
        data-keep={[asked.entry, asked.unit, asked.state].map((one) => one ?? '').join(',')}
      >
        <fieldset>
          <legend>{say('orders.which')}</legend>
          <p class="hint">{say('orders.whichHint')}</p>
          <div class="ticks">
            {signs.map(({ code, name, placement, state }) => (
              <label class="choice">
                <input type="checkbox" name="codes" value={code} checked={isTicked(code)} />
                <span>
                  <b class="key">{spaced(code)}</b> {name}
                  <span class="hint">
                    {' '}
                    {say(`signs.state.${state}`)} · {placement}
                  </span>
                </span>
              </label>
            ))}
          </div>
          {signs.length === 0 && <p>{say('signs.found', { count: 0 })}</p>}
          {left > 0 && <p class="hint">{say('orders.left', { count: left })}</p>}
        </fieldset>
        <div class="narrow">
          <label for="more">{say('orders.more')}</label>
          <textarea id="more" name="more" rows={3} spellcheck={false}>
            {typed}
          </textarea>
          <Choice
            name="template"
            label={say('signs.template')}
            chosen={props.template}
            choices={templates.map((id) => ({ value: id, label: id }))}
          />
          <label class="choice">
            <input type="checkbox" name="draft" value="1" checked={props.isDraft} />
            <span>{say('orders.asDraft')}</span>
          </label>
          <p class="hint">{say('orders.freezes')}</p>
          <button>{say('orders.place')}</button>
        </div>
      </form>
    </DeskLayout>
  )
}
