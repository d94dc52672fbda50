import { QUERY_MAX } from '../../domain/search.ts'
import { sayFor, type Reading } from './reading.ts'

/** `id` tells two forms of one page apart. */
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
