/** Pieces of lists: choices to narrow them by, and the way to their other pages. */
import type { Say } from '../../messages/desk-message.ts'

interface ChoiceProps {
  name: string
  /** Label of the field. */
  label: string
  /** What is chosen now; null, or a value that is no longer a choice, leaves the first one chosen. */
  chosen: string | null
  /** Label of choosing nothing, whose value is ''; absent where something must be chosen. */
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
  /** Of the list, without its query. */
  path: string
  /** What else stands in the query; what is null or '' is left out of the addresses. */
  query: Record<string, string | null>
  /** This page, from 1, of how many. */
  number: number
  pages: number
}

/** Nothing where there is one page only. */
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
