/**
 * The form by which the list of entries is narrowed; it is sent as an address, so that a list can be kept and shared.
 */
import type { Child } from 'hono/jsx'
import { KINDS } from '../../../domain/entry.ts'
import { MARKS, SOUGHT_STATES, type EntryFilter } from '../../../domain/entry-list.ts'
import { ownName, type Locale } from '../../../domain/locale.ts'
import { sayFor, type Desk } from '../desk-layout.tsx'
import { listAddress } from '../entry-address.ts'
import { SoughtField } from '../sought-field.tsx'
import type { Sought } from '../sought.ts'

interface Props {
  desk: Desk
  filter: EntryFilter
  unit: Sought
  locales: readonly Locale[]
}

export function EntryFilterForm({ desk, filter, unit, locales }: Props) {
  const say = sayFor(desk)
  return (
    <form method="get" action="/admin/entries" class="filter" role="search">
      <div class="words">
        <label for="q">{say('entries.words')}</label>
        <input
          id="q"
          name="q"
          type="search"
          value={filter.words}
          maxlength={200}
          aria-describedby="q-hint"
        />
        <p class="hint" id="q-hint">
          {say('entries.wordsHint')}
        </p>
      </div>
      <Choice name="kind" label={say('entries.kind')} any={say('entries.any')}>
        {KINDS.map((kind) => (
          <option value={kind} selected={kind === filter.kind}>
            {say(`entries.kind.${kind}`)}
          </option>
        ))}
      </Choice>
      <SoughtField say={say} name="unit" label={say('entries.unit')} kind="units" sought={unit} />
      <Choice name="state" label={say('entries.state')} any={say('entries.any')}>
        {SOUGHT_STATES.map((state) => (
          <option value={state} selected={state === filter.state}>
            {say(`entries.state.${state}`)}
          </option>
        ))}
      </Choice>
      <Choice name="locale" label={say('entries.locale')} any={say('entries.any')}>
        {locales.map((locale) => (
          <option value={locale} selected={locale === filter.locale} lang={locale}>
            {ownName(locale)}
          </option>
        ))}
      </Choice>
      <fieldset>
        <legend>{say('entries.marks')}</legend>
        {MARKS.map((mark) => (
          <label class="choice">
            <input type="checkbox" name="mark" value={mark} checked={filter.marks.includes(mark)} />
            <span>{say(`entries.mark.${mark}`)}</span>
          </label>
        ))}
      </fieldset>
      <p class="row">
        <button>{say('entries.submit')}</button>
        {listAddress(filter) !== listAddress({}) && (
          <a href={listAddress({})}>{say('entries.clear')}</a>
        )}
      </p>
    </form>
  )
}

interface ChoiceProps {
  name: string
  label: string
  /** Label of choosing nothing. */
  any: string
  children: Child
}

function Choice({ name, label, any, children }: ChoiceProps) {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{any}</option>
        {children}
      </select>
    </div>
  )
}
