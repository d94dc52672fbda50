/** Pieces of forms: a problem is listed at the top, leads to its field, and is said beside it. */
import type { Child } from 'hono/jsx'
import type { Say } from '../../messages/desk-message.ts'
import type { DeskKey } from '../../messages/desk-key.ts'

/**
 * Field name -> what is wrong with it; the name is also the id that the list leads to. An empty record where nothing is
 * wrong.
 */
export type FormProblems = Record<
  string,
  { key: DeskKey; values?: Record<string, string | number> }
>

/** Stands before the form and is read out at once; nothing where nothing is wrong. */
export function ProblemList({ say, problems }: { say: Say; problems: FormProblems }) {
  const wrong = Object.entries(problems)
  if (wrong.length === 0) return null
  return (
    <div class="errors" role="alert" tabindex={-1}>
      <p>{say('desk.problems')}</p>
      <ul>
        {wrong.map(([name, { key, values }]) => (
          <li>
            <a href={`#${name}`}>{say(key, values)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface FieldProps {
  name: string
  label: Child
  /** Said below the label, before the field is filled in. */
  hint?: Child
  problems?: FormProblems
  type?: string
  /** What was typed before; a password is never given back. */
  value?: string
  autocomplete?: string
  /** True unless told. */
  required?: boolean
  inputmode?: 'numeric' | 'email'
}

export function Field(props: FieldProps) {
  const { name, label, hint, problems = {}, type = 'text', value, required = true } = props
  return (
    <>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        required={required}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        aria-describedby={hint ? `${name}-hint` : undefined}
        aria-invalid={problems[name] ? 'true' : undefined}
      />
    </>
  )
}
