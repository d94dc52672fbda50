import { fieldName, isListed, prefixesOf, rowsIn } from './facts-fields.ts'
import { FactsField, type FactsForm } from './facts-field.tsx'
import type { FactsPartShape } from './facts-shape.ts'

interface Props {
  form: FactsForm
  part: FactsPartShape
  /** Where the form is sent; `#part` is added, so that the page comes back at its place. */
  action: string
}

/** What it is and how to fill it in on one side, the fields on the other. */
export function FactsPart({ form, part, action }: Props) {
  const { say, typed } = form
  const name = say(`facts.part.${part.key}`)
  const canGrow = part.shape === 'rows' || part.shape === 'values'
  // A flag's checkbox has the name of its part.
  const id = part.shape === 'flag' ? `${part.key}-part` : part.key
  return (
    <fieldset class="fact-part" id={id}>
      <legend>{name}</legend>
      <div class="fact-sides">
        <div>
          <p class="hint" id={`${part.key}-hint`}>
            {say(`facts.part.${part.key}.hint`)}
          </p>
          {part.key === 'withheld' &&
            form.withholding?.map((sentence) => <p class="hint">{sentence}</p>)}
        </div>
        <div>
          {isListed(part) && (
            <input
              type="hidden"
              name={fieldName(part.key, 'rows')}
              value={rowsIn(typed, part.key)}
            />
          )}
          {part.shape === 'record' || part.shape === 'flag' ? (
            <div class="fact-row">
              <Fields form={form} part={part} prefix={part.key} />
            </div>
          ) : (
            prefixesOf(typed, part).map((prefix, row) => (
              <Row form={form} part={part} prefix={prefix} number={row + 1} />
            ))
          )}
          {canGrow && (
            <button
              class="second"
              name="do"
              value={`more-${part.key}`}
              formaction={`${action}#${part.key}`}
            >
              {say('facts.more', { part: name })}
            </button>
          )}
        </div>
      </div>
    </fieldset>
  )
}

interface RowProps extends Omit<Props, 'action'> {
  prefix: string
  number: number
}

/** A row nobody has typed in looks empty and offers no removal. */
function Row({ form, part, prefix, number }: RowProps) {
  const { say, typed, problems } = form
  const remove = fieldName(prefix, 'remove')
  const called = say('facts.row', { part: say(`facts.part.${part.key}`), number })
  const isSpare = !Object.keys(typed).some(
    (name) => name === prefix || name.startsWith(`${prefix}-`),
  )
  const problem = problems.find(({ field }) => field === prefix)
  const said = problem && (
    <p class={problem.severity === 'error' ? 'wrong' : 'doubt'}>{problem.text}</p>
  )
  const removal = part.shape !== 'fixed-rows' && !isSpare && (
    <label class="choice remove">
      <input
        type="checkbox"
        name={remove}
        value="true"
        checked={typed[remove] !== undefined}
        id={remove}
      />
      <span>{say('facts.remove')}</span>
    </label>
  )
  const look = isSpare ? 'fact-row spare' : 'fact-row'
  if (part.shape === 'values')
    return (
      <div class={look}>
        <Fields form={form} part={part} prefix={prefix} number={number} />
        {removal}
      </div>
    )
  return (
    <fieldset class={look} id={prefix}>
      <legend>{called}</legend>
      {said}
      <Fields form={form} part={part} prefix={prefix} />
      {removal}
    </fieldset>
  )
}

/** `number` where fields of a list would be called the same. */
function Fields({ form, part, prefix, number }: Omit<RowProps, 'number'> & { number?: number }) {
  return (
    <>
      {part.fields.map((field) => (
        <FactsField form={form} part={part.key} prefix={prefix} field={field} number={number} />
      ))}
    </>
  )
}
