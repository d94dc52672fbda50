import { TABLES, type Table } from '../../../exchange/tables/columns.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { Say } from '../../../messages/desk-message.ts'
import type { FileFault } from '../../../exchange/file-fault.ts'

interface Props {
  desk: Desk
  /** The table chosen before; null for nothing yet. */
  table: Table | null
  /** Why the file was not taken at all. */
  fault: FileFault | null
  /** How many rows or texts have just been written; null where nothing was. */
  done: number | null
  /** Tables, which only some may bring in; translations are for whoever writes texts. */
  mayImport: boolean
}

export function ImportPage({ desk, table, fault, done, mayImport }: Props) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('import.title')}>
      {done !== null && (
        <p class="good" role="status">
          {say('import.done', { count: done })}
        </p>
      )}
      {fault && (
        <div class="errors" role="alert">
          <p>{say(fault.key, fault.values)}</p>
        </div>
      )}
      <div class="two">
        {mayImport && <TableForm say={say} table={table} />}
        <XliffForm say={say} />
      </div>
    </DeskLayout>
  )
}

function TableForm({ say, table }: { say: Say; table: Table | null }) {
  return (
    <section>
      <h2>{say('import.table')}</h2>
      <p>{say('import.tableHint')}</p>
      <form method="post" action="/admin/import/table" enctype="multipart/form-data">
        <fieldset>
          <legend>{say('import.holds')}</legend>
          {TABLES.map((one) => (
            <label class="choice">
              <input type="radio" name="table" value={one} checked={one === table} required />
              <span>{say(`import.table.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        <label for="file">{say('import.file')}</label>
        <p class="hint" id="file-hint">
          {say('import.fileHint')}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,.xlsx"
          required
          aria-describedby="file-hint"
        />
        <button>{say('import.preview')}</button>
      </form>
      <h3>{say('import.templates')}</h3>
      <p class="hint">{say('import.templatesHint')}</p>
      <ul class="plain">
        {TABLES.map((one) => (
          <li>
            {say(`import.table.${one}`)}
            {': '}
            <a href={`/admin/import/templates/${one}.xlsx`}>Excel</a>
            {' · '}
            <a href={`/admin/import/templates/${one}.csv`}>CSV</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function XliffForm({ say }: { say: Say }) {
  return (
    <section>
      <h2>{say('xliff.import')}</h2>
      <p>{say('xliff.importHint')}</p>
      <form method="post" action="/admin/import/xliff" enctype="multipart/form-data">
        <label for="xliff">{say('xliff.file')}</label>
        <input id="xliff" name="file" type="file" accept=".xlf,.xliff,.xml" required />
        <button>{say('import.preview')}</button>
      </form>
    </section>
  )
}
