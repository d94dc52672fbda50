import { spaced, type ShortCode } from '../../../domain/short-code.ts'
import type { Recipe } from '../../../domain/print-order.ts'
import { Choice } from '../filter.tsx'
import { type Say, sayOfRow } from '../../../messages/desk-message.ts'
import type { OrderPageProps } from './order-page-props.ts'

/** What people said of the order, and the form to say more; signing off has a form of its own beside each rule. */
export function OrderNotes({
  say,
  order,
  notes,
  links,
  recipes,
  dateOf,
  nameOf,
  mayWrite,
  typed,
  problems,
}: OrderPageProps & { say: Say }) {
  const mine = typed?.rule === '' ? typed : null
  const kinds = ['received', 'defect', 'first-article'] as const
  return (
    <section>
      <h2 id="notes">{say('orders.notes')}</h2>
      {notes.length === 0 ? (
        <p>{say('signs.historyNone')}</p>
      ) : (
        <div class="wide">
          <table>
            <tbody>
              {notes.map(({ what, code, details, by, at }) => (
                <tr>
                  <td>{dateOf(at)}</td>
                  <th scope="row">
                    {what === 'received' && links.some(({ givenTo }) => givenTo === by)
                      ? say('parcel.receiptSaid')
                      : sayOfRow(say, `orders.note.${what}`, what)}
                  </th>
                  <td>
                    {code && <b class="key">{spaced(code as ShortCode)} </b>}
                    {String(details['text'] ?? '')}
                  </td>
                  <td>{nameOf(by)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayWrite && (
        <form
          class="narrow"
          method="post"
          action={`/admin/orders/${order.id}/notes`}
          data-module="keep-form"
        >
          <Choice
            name="what"
            label={say('orders.noteWhat')}
            chosen={mine?.what ?? null}
            choices={kinds.map((kind) => ({ value: kind, label: say(`orders.note.${kind}`) }))}
          />
          <p class="hint">{say('orders.receivedHint')}</p>
          <SignChoice say={say} signs={recipes} chosen={mine?.code ?? null} />
          <label for="text">{say('orders.noteText')}</label>
          <textarea
            id="text"
            name="text"
            rows={3}
            aria-invalid={problems['text'] ? 'true' : undefined}
          >
            {mine ? `\n${mine.text}` : ''}
          </textarea>
          <button>{say('orders.noteAdd')}</button>
        </form>
      )}
    </section>
  )
}

interface SignChoiceProps {
  say: Say
  signs: Recipe[]
  chosen?: string | null
}

/** A sign of the order, or the whole of it. */
export function SignChoice({ say, signs, chosen = null }: SignChoiceProps) {
  return (
    <Choice
      name="code"
      label={say('orders.noteSign')}
      chosen={chosen}
      none={say('orders.noteAll')}
      choices={signs.map(({ code, names }) => ({
        value: code,
        label: `${spaced(code)} · ${names[0]?.text ?? ''}`,
      }))}
    />
  )
}
