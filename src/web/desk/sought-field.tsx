import type { Say } from '../../messages/desk-message.ts'
import type { Sought, SoughtKind } from './sought.ts'

interface Props {
  say: Say
  name: string
  label: string
  kind: SoughtKind
  sought: Sought
}

/**
 * A field for part of a name. Where scripts run, the server offers names while somebody types; where they do not, or
 * where the name means more than one, those it may mean are asked about once the form was sent.
 */
export function SoughtField({ say, name, label, kind, sought }: Props) {
  const { typed, chosen, offered, left } = sought
  const isAsked = typed !== '' && chosen === null
  return (
    <div class="sought">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="text"
        value={typed}
        maxlength={200}
        autocomplete="off"
        placeholder={say('sought.hint')}
        aria-describedby={isAsked ? `${name}-asked` : undefined}
        aria-invalid={isAsked ? 'true' : undefined}
        data-offers={`/admin/choices/${kind}`}
      />
      {isAsked && (
        <fieldset id={`${name}-asked`} class="asked">
          <legend>
            {say(offered.length > 0 ? 'sought.several' : 'sought.none', { words: typed })}
          </legend>
          {offered.map((one) => (
            <label class="choice">
              <input type="radio" name={`${name}-of`} value={one.value} />
              <span>{one.label}</span>
            </label>
          ))}
          {left > 0 && <p class="hint">{say('sought.left', { count: left })}</p>}
        </fieldset>
      )}
    </div>
  )
}
