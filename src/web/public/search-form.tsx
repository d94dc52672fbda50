import { QUERY_MAX } from '../../domain/search.ts'
import { sayFor, type Reading } from './reading.ts'

/**
 * The field to search by, which works as a plain form. `id` tells two forms of one page apart; `q` is what was asked
 * before.
 */
export function SearchForm({ reading, id, q }: { reading: Reading; id: string; q?: string }) {
  const say = sayFor(reading)
  return (
    <form class="search" role="search" action={`/${reading.wished}/search`}>
      <label for={id}>{say('search.label')}</label>
      <div>
        <input
          id={id}
          type="search"
          name="q"
          value={q}
          maxlength={QUERY_MAX}
          autocomplete="off"
          enterkeyhint="search"
        />
        <button type="submit">{say('search.do')}</button>
      </div>
    </form>
  )
}
