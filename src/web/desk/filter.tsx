/** Pieces of lists: choices to narrow them by, and the way to their other pages. */
import type { Say } from '../../messages/desk-message.ts'

interface ChoiceProps {
  name: string
  label: string
  /** Value of nothing chosen is ''. */
  chosen: string | null
  /** Absent where something must be chosen. */
  none?: string
  choices: { value: string; label: string }[]
  /** The form it is sent with, where it does not stand in it. */
  form?: string
}

export function Choice({ name, label, chosen, none, choices, form }: ChoiceProps) {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name} form={form}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((one) => (
          <option value={one.value} selected={one.value === chosen}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}

interface PagesProps {
  say: Say
  path: string
  /** What else stands in the query. */
  query: Record<string, string | null>
  number: number
  pages: number
}

export function Pages({ say, path, query, number, pages }: PagesProps) {
  if (pages < 2) return null
  const to = (page: number) => {
    const kept = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
    return `${path}?${String(new URLSearchParams([...kept, ['page', String(page)]]))}`
  }
  return (
    <nav class="row" aria-label={say('signs.pages')}>
      {number > 1 && <a href={to(number - 1)}>{say('signs.before')}</a>}
      <span>{say('signs.page', { number, pages })}</span>
      {number < pages && <a href={to(number + 1)}>{say('signs.after')}</a>}
    </nav>
  )
}
