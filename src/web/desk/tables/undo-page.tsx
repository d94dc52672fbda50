import type { UndoAct, UndoRow } from '../../../domain/table-undo.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { DoneTableImport } from '../../../store/table-imports.ts'
import { entryAddress } from '../entry-address.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'

interface Props {
  desk: Desk
  told: DoneTableImport
  /** Null where it was taken back already. */
  rows: readonly UndoRow[] | null
  mayUndo: boolean
  /** Of whoever has an address. */
  name: (by: string) => string
  /** Day and minute, local. */
  dateOf: (iso: string) => string
}

/** Rows shown of each kind; a table of thousands is told by its numbers. */
const SHOWN = 100
const ACTS: readonly UndoAct[] = ['withdrawn', 'restored', 'put-away', 'retired']

/** One import: what taking it back would do, what would stay and why, and the button. */
export function UndoPage({ desk, told, rows, mayUndo, name, dateOf }: Props) {
  const say = sayFor(desk)
  const { id, file, rows: count, importedBy, importedAt, undone } = told
  const free = rows?.filter(({ obstacle }) => obstacle === null) ?? []
  const staying = rows?.filter(({ obstacle }) => obstacle !== null) ?? []
  return (
    <DeskLayout desk={desk} title={say('undo.title', { file })}>
      <p>{say('undo.told', { rows: count, name: name(importedBy), date: dateOf(importedAt) })}</p>
      {undone && (
        <p class="advice">
          {say('undo.done', {
            name: name(undone.by),
            date: dateOf(undone.at),
            stayed: undone.stayed,
          })}
        </p>
      )}
      {rows && free.length === 0 && <p class="advice">{say('undo.nothing')}</p>}
      {ACTS.map((act) => (
        <UndoList
          say={say}
          title={say(`undo.act.${act}`)}
          rows={free.filter((row) => row.act === act)}
        />
      ))}
      {staying.length > 0 && <UndoList say={say} title={say('undo.stays')} rows={staying} />}
      {free.length > 0 &&
        (mayUndo ? (
          <form method="post" action={`/admin/import/written/${id}/undo`}>
            <p>{say('undo.consequence')}</p>
            <button>{say('undo.press', { count: free.length })}</button>
          </form>
        ) : (
          <p class="advice">{say('undo.publisher')}</p>
        ))}
      <p>
        <a href="/admin/import">{say('undo.back')}</a>
      </p>
    </DeskLayout>
  )
}

function UndoList({ say, title, rows }: { say: Say; title: string; rows: readonly UndoRow[] }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2>
        {title} ({rows.length})
      </h2>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li>
            <a href={addressOf(row)}>{row.name}</a> · {say(`undo.what.${row.what}`)}
            {row.obstacle && <span class="hint"> {say(`undo.obstacle.${row.obstacle}`)}</span>}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <p class="hint">{say('undo.more', { count: rows.length - SHOWN })}</p>
      )}
    </section>
  )
}

function addressOf({ what, subject, kind, slug }: UndoRow): string {
  return what === 'sign' ? `/admin/signs/${subject}` : entryAddress({ kind, slug })
}
