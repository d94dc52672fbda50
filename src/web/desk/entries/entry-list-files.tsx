import { may } from '../../../domain/editor.ts'
import type { EntryFilter } from '../../../domain/entry-list.ts'
import { ownName } from '../../../domain/locale.ts'
import { sayFor, type Desk } from '../desk-layout.tsx'
import { listAddress } from '../entry-address.ts'
import { localesOf } from '../../../domain/site.ts'

/** The list as a file with the filters it has now, and the way to send files in; for those who write texts. */
export function EntryListFiles({ desk, filter }: { desk: Desk; filter: EntryFilter }) {
  const say = sayFor(desk)
  const { editor, site } = desk
  if (!editor || !may(editor, 'text.write')) return null
  const search = new URLSearchParams(listAddress(filter).split('?')[1] ?? '')
  const asked = search.size > 0 ? `?${search}` : ''
  // The first is the source, which nobody translates into.
  const targets = localesOf(site)
    .slice(1)
    .filter((locale) => may(editor, 'text.write', locale))
  return (
    <details class="files">
      <summary>{say('data.files')}</summary>
      <p>
        <a href="/admin/import">{say('import.link')}</a>
      </p>
      {may(editor, 'exchange.export') && (
        <p>
          {say('data.list')}
          {': '}
          <a href={`/admin/entries.csv${asked}`}>CSV</a>
          {' · '}
          <a href={`/admin/entries.xlsx${asked}`}>Excel</a>
          {' · '}
          <a href={`/admin/entries.json${asked}`}>JSON</a>
        </p>
      )}
      {targets.length > 0 && (
        <form method="get" action="/admin/entries.xlf" class="narrow">
          <h2>{say('xliff.export')}</h2>
          <p class="hint">{say('xliff.exportHint')}</p>
          {[...search].map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <label for="target">{say('xliff.target')}</label>
          <select id="target" name="target">
            {targets.map((locale) => (
              <option value={locale} lang={locale}>
                {ownName(locale)}
              </option>
            ))}
          </select>
          <button>{say('xliff.download')}</button>
        </form>
      )}
    </details>
  )
}
