import { TABLES, type Table } from '../../../exchange/tables/columns.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { Say } from '../../../messages/desk-message.ts'
import { may } from '../../../domain/editor.ts'
import type { TableProposal } from '../../../store/table-proposals.ts'
import type { DoneTableImport } from '../../../store/table-imports.ts'
import type { FileFault } from '../../../exchange/file-fault.ts'

interface Props {
  desk: Desk
  /** The table chosen before; null for nothing yet. */
  table: Table | null
  /** Why the file was not taken at all. */
  fault: FileFault | null
  /** How many rows or texts have just been written; null where nothing was. */
  done: number | null
  /** How many rows have just been laid before a publisher; null where none were. */
  proposed: number | null
  /** A table has just been returned. */
  isReturned: boolean
  /** How much has just been taken back; null where nothing was. */
  undone: number | null
  /** The latest that were written. */
  written: readonly DoneTableImport[]
  /** Tables, which only some may bring in; translations are for whoever writes texts. */
  mayImport: boolean
  /** Tables that wait, and those that were returned. */
  proposals: readonly TableProposal[]
  /** Of whoever has an address. */
  name: (by: string) => string
  /** Day and minute, local. */
  dateOf: (iso: string) => string
}

export function ImportPage(props: Props) {
  const { desk, table, fault, done, proposed, undone, isReturned, mayImport } = props
  const say = sayFor(desk)
  const good = [
    ...(done === null ? [] : [say('import.done', { count: done })]),
    ...(proposed === null ? [] : [say('import.proposed', { count: proposed })]),
    ...(undone === null ? [] : [say('import.undone', { count: undone })]),
    ...(isReturned ? [say('import.return.done')] : []),
  ]
  return (
    <DeskLayout desk={desk} title={say('import.title')}>
      {good.map((words) => (
        <p class="good" role="status">
          {words}
        </p>
      ))}
      {fault && (
        <div class="errors" role="alert">
          <p>{say(fault.key, fault.values)}</p>
        </div>
      )}
      <ProposalList {...props} say={say} />
      <div class="two">
        {mayImport && <TableForm say={say} table={table} />}
        <XliffForm say={say} />
      </div>
      <WrittenList {...props} say={say} />
    </DeskLayout>
  )
}

/** An editor sees their own, a publisher all that wait. */
function ProposalList({ desk, say, proposals, name, dateOf }: Props & { say: Say }) {
  const { editor } = desk
  if (!editor) return null
  const waiting = proposals.filter(
    ({ outcome, sentBy }) =>
      outcome === null && (sentBy === editor.email || may(editor, 'exchange.confirm')),
  )
  const returned = proposals.filter(
    ({ outcome, sentBy }) => outcome === 'returned' && sentBy === editor.email,
  )
  return (
    <>
      {waiting.length > 0 && (
        <section>
          <h2>{say('import.waiting')}</h2>
          <ul>
            {waiting.map(({ id, file, rows, sentBy, sentAt }) => (
              <li>
                <a href={`/admin/import/proposals/${id}`}>
                  {say('import.waiting.one', {
                    file,
                    rows,
                    name: name(sentBy),
                    date: dateOf(sentAt),
                  })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {returned.length > 0 && (
        <section>
          <h2>{say('import.returned')}</h2>
          <ul>
            {returned.map(({ id, file, rows, decidedBy, note }) => (
              <li>
                <a href={`/admin/import/proposals/${id}`}>
                  {say('import.returned.one', { file, rows, name: name(decidedBy) })}
                </a>
                <p class="note">{note}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Each leads to what taking it back would do. */
function WrittenList({ say, written, name, dateOf }: Props & { say: Say }) {
  if (written.length === 0) return null
  return (
    <section>
      <h2>{say('import.written')}</h2>
      <ul>
        {written.map(({ id, file, rows, importedBy, importedAt, undone }) => (
          <li>
            <a href={`/admin/import/written/${id}`}>
              {say('import.written.one', {
                file,
                rows,
                name: name(importedBy),
                date: dateOf(importedAt),
              })}
            </a>
            {undone && <span class="hint"> · {say('import.written.undone')}</span>}
          </li>
        ))}
      </ul>
    </section>
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
