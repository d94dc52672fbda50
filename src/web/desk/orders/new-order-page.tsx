/** The form of a new print order: signs to tick, a template, and whether it is a draft. */
import type { Bilingual } from '../../../messages/bilingual.ts'
import { spaced } from '../../../domain/short-code.ts'
import type { SignNeed } from '../../../domain/sign-readiness.ts'
import type { Say } from '../../../messages/desk-message.ts'
import { Choice } from '../filter.tsx'
import { ProblemList, type FormProblems } from '../form-view.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { Sought } from '../sought.ts'
import { SignFilter } from '../sign-filter-form.tsx'
import { Needs, type NamedReadiness } from './sign-needs.tsx'
import type { TypedOrder } from './new-order-of.ts'
import { Proofs } from './order-proofs.tsx'

interface Props {
  desk: Desk
  /** What the list of signs is narrowed to. */
  asked: { state: string | null }
  entry: Sought
  unit: Sought
  problems: FormProblems
  /** Why the order was refused as a whole, sign by sign; `sign` is null for what is no sign of ours. */
  refusals: { word: string; why: Bilingual; sign: NamedReadiness | null }[]
  /** What is asked before the order is frozen; and what saying yes sends. */
  worries: { sign: NamedReadiness; needs: SignNeed[] }[]
  sure: string
  signs: NamedReadiness[]
  /** How many more signs there are than are shown. */
  left: number
  /** As it was sent, or as the form begins; its codes are ticked. */
  order: TypedOrder
  /** Page of faces shown, from 1; null for none. */
  proofs: number | null
  /** Ids; null where this server draws nothing, so that no order can be made. */
  templates: string[] | null
}

export function NewOrderPage(props: Props) {
  const { desk, problems, signs, left, order, templates, worries, sure } = props
  const say = sayFor(desk)
  if (!templates)
    return (
      <DeskLayout desk={desk} title={say('orders.new')}>
        <p>{say('orders.elsewhere')}</p>
      </DeskLayout>
    )
  const ticked = signs.filter(({ code }) => order.codes.includes(code))
  return (
    <DeskLayout desk={desk} title={say('orders.new')}>
      <ProblemList say={say} problems={problems} />
      <Refusals {...props} say={say} />
      <p>
        <a href="/admin/orders/ready">{say('ready.title')}</a>
      </p>
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
        data-keep={signs
          .map(({ code }) => code)
          .join(',')
          .slice(0, 200)}
      >
        <input type="hidden" name="pressed" value={order.pressed} />
        <input type="hidden" name="listed" value={signs.map(({ code }) => code).join(' ')} />
        {worries.length > 0 && (
          <div class="errors" role="alert" tabindex={-1}>
            <p>{say('orders.asks')}</p>
            <ul>
              {worries.map(({ sign, needs }) => (
                <li>
                  <b class="key">{spaced(sign.code)}</b> {sign.name}
                  <Needs language={desk.language} sign={sign} needs={needs} />
                </li>
              ))}
            </ul>
            <label class="choice">
              <input type="checkbox" name="sure" value={sure} />
              <span>{say('orders.sure', { count: worries.length })}</span>
            </label>
            <button>{say('orders.place')}</button>
          </div>
        )}
        <fieldset>
          <legend>{say('orders.which')}</legend>
          <p class="hint">
            {say('orders.whichHint')} {say('orders.ticked', { count: ticked.length })}
          </p>
          <div class="ticks">
            {signs.map(({ code, name, placement, needs }) => (
              <label class="choice">
                <input
                  type="checkbox"
                  name="codes"
                  value={code}
                  checked={order.codes.includes(code)}
                />
                <span>
                  <b class="key">{spaced(code)}</b> {name}
                  <span class="hint">
                    {' '}
                    {placement}
                    {needs.map((need) => ` · ${say(`ready.only.${need}`)}`)}
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
            {order.typed}
          </textarea>
          <Choice
            name="template"
            label={say('signs.template')}
            chosen={order.template}
            choices={templates.map((id) => ({ value: id, label: id }))}
          />
          <label class="choice">
            <input type="checkbox" name="draft" value="1" checked={order.isDraft} />
            <span>{say('orders.asDraft')}</span>
          </label>
        </div>
        <Proofs say={say} signs={ticked} template={order.template} number={props.proofs} />
        <div class="narrow">
          <p class="hint">{say('orders.freezes')}</p>
          <button>{say('orders.place')}</button>
        </div>
      </form>
    </DeskLayout>
  )
}

/** By their names, each with what would mend it. */
function Refusals({ desk, say, refusals }: Props & { say: Say }) {
  if (refusals.length === 0) return null
  return (
    <div class="errors" role="alert" tabindex={-1}>
      <p>{say('orders.refused')}</p>
      <ul>
        {refusals.map(({ word, why, sign }) => (
          <li>
            {sign ? (
              <a href={`/admin/signs/${sign.code}`}>
                <b class="key">{spaced(sign.code)}</b> {sign.name}
              </a>
            ) : (
              <b class="key">{word}</b>
            )}
            {word && ': '}
            {why[desk.language]}
            {sign && (
              <Needs
                language={desk.language}
                sign={sign}
                needs={sign.needs.filter((need) => REFUSED.includes(need))}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What freezing refuses. */
const REFUSED: readonly SignNeed[] = ['ended', 'withheld', 'unapproved', 'untranslated']
