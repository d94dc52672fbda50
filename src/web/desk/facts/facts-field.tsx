import { KNOWN_LOCALES, ownName, type Locale } from '../../../domain/locale.ts'
import { fieldName, namesOf, type TypedFacts } from './facts-fields.ts'
import type { FactsProblem } from '../problem-list.tsx'
import type { FieldShape, PartKey } from './facts-shape.ts'
import type { Say } from '../../../messages/desk-message.ts'

/** What every field of the form is drawn with. */
export interface FactsForm {
  say: Say
  typed: TypedFacts
  /** Languages in which words are asked, and offered first in a choice of languages. */
  locales: readonly Locale[]
  problems: FactsProblem[]
  /** Ids that sources without one will get, by row. */
  sourceIds: ReadonlyMap<string, string>
  /** What withholding the entry will do, said where it can be ticked. */
  withholding?: readonly string[]
}

interface Props {
  form: FactsForm
  part: PartKey
  /** As in `names-0`. */
  prefix: string
  field: FieldShape
  /** Where the label alone would not tell it from its neighbours: the number of its row, from 1. */
  number?: number | undefined
}

/** One control, or one for each language where words are asked. */
export function FactsField(props: Props) {
  const { form, prefix, field } = props
  return (
    <>
      {namesOf(prefix, field, form.locales).map((name) => (
        <One {...props} name={name} />
      ))}
    </>
  )
}

function One({ form, part, prefix, field, name, number }: Props & { name: string }) {
  const { say, typed } = form
  const value = typed[name] ?? ''
  const problem = form.problems.find((one) => one.field === name)
  const described = [`${part}-hint`, ...(problem ? [`${name}-problem`] : [])].join(' ')
  const common = {
    id: name,
    name,
    'aria-describedby': described,
    ...(problem?.severity === 'error' && { 'aria-invalid': 'true' as const }),
  }
  const said = problem && (
    <p class={problem.severity === 'error' ? 'wrong' : 'doubt'} id={`${name}-problem`}>
      {problem.text}
    </p>
  )
  if (field.input === 'fixed')
    return (
      <p class="fact-file" id={name}>
        {say(field.label)}: <b>{value}</b>
        <input type="hidden" name={name} value={value} />
      </p>
    )
  if (field.input === 'flag')
    return (
      <div class="fact">
        <label class="choice">
          <input type="checkbox" value="true" checked={value !== ''} {...common} />
          <span>{say(field.label)}</span>
        </label>
        {said}
      </div>
    )
  const locale = name.slice(fieldName(prefix, field.key, '').length + 1) as Locale
  return (
    <div class={field.width ? `fact ${field.width}` : 'fact'}>
      <label for={name}>
        {number === undefined ? say(field.label) : `${say(field.label)} ${number}`}
        {field.input === 'words' && ` (${ownName(locale)})`}
      </label>
      <Control form={form} prefix={prefix} field={field} value={value} common={common} />
      {said}
    </div>
  )
}

interface ControlProps extends Pick<Props, 'form' | 'prefix' | 'field'> {
  value: string
  common: Record<string, string>
}

/** A value that is no choice any more stays chosen, so that a save does not lose it. */
function Control({ form, prefix, field, value, common }: ControlProps) {
  const { say } = form
  if (field.input === 'choice' || field.input === 'locale') {
    const options: { value: string; label: string }[] =
      field.input === 'locale'
        ? [...new Set([...form.locales, ...KNOWN_LOCALES])].map((one) => ({
            value: one,
            label: ownName(one),
          }))
        : (field.options ?? []).map((one) => ({ value: one.value, label: say(one.label) }))
    const isKnown = value === '' || options.some((one) => one.value === value)
    return (
      <select {...common}>
        <option value="">{say('facts.choose')}</option>
        {[...options, ...(isKnown ? [] : [{ value, label: value }])].map((one) => (
          <option value={one.value} selected={one.value === value}>
            {one.label}
          </option>
        ))}
      </select>
    )
  }
  // A line break would be dropped by a field of one line before anybody saw it.
  if (field.input === 'lines' || value.includes('\n'))
    return <textarea {...common}>{value}</textarea>
  const list = LISTS[field.input]
  const isId = field.label === 'facts.sourceId'
  return (
    <input
      type="text"
      value={value}
      list={list}
      data-offers={offersFor(field, prefix)}
      inputmode={field.input === 'number' ? 'decimal' : undefined}
      placeholder={isId ? form.sourceIds.get(prefix) : undefined}
      autocomplete="off"
      {...common}
    />
  )
}

/** Where the server offers works, and entries: streets are named after figures. */
function offersFor({ input }: FieldShape, prefix: string): string | undefined {
  if (input === 'work') return '/admin/choices/works'
  if (input !== 'entry') return undefined
  return `/admin/choices/entries${prefix.startsWith('namedAfter') ? '?kind=figure' : ''}`
}

/** Ids of the lists to choose from, which stand once on the page. */
const LISTS: Partial<Record<FieldShape['input'], string>> = {
  source: 'known-sources',
  unit: 'known-units',
}
