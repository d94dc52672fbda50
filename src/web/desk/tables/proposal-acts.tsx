import type { Say } from '../../../messages/desk-message.ts'
import type { TableProposal } from '../../../store/table-proposals.ts'

interface Props {
  say: Say
  proposal: TableProposal
  mayReturn: boolean
  isTheirs: boolean
  /** Of whoever has an address. */
  name: (by: string) => string
  /** When it was sent. */
  date: string
}

/** Who sent a table, why it was returned, and what can be done besides writing it. */
export function ProposalActs({ say, proposal, mayReturn, isTheirs, name, date }: Props) {
  const { id, file, rows, sentBy, outcome, note, decidedBy } = proposal
  const at = `/admin/import/proposals/${id}`
  if (outcome === 'returned')
    return (
      <div class="advice">
        <p>{say('import.returned.one', { file, rows, name: name(decidedBy) })}</p>
        <blockquote>{note}</blockquote>
        {isTheirs && (
          <form method="post" action={`${at}/end`}>
            <button class="plain">{say('import.putAway')}</button>
          </form>
        )}
      </div>
    )
  return (
    <div class="advice">
      <p>{say('import.waiting.one', { file, rows, name: name(sentBy), date })}</p>
      {isTheirs && (
        <form method="post" action={`${at}/withdrawal`}>
          <button class="plain">{say('import.withdraw')}</button>
        </form>
      )}
      {mayReturn && (
        <form method="post" action={`${at}/return`}>
          <label for="note">{say('import.return.note')}</label>
          <textarea id="note" name="note" rows={2} maxlength={1000} required></textarea>
          <button class="plain">{say('import.return')}</button>
        </form>
      )}
    </div>
  )
}
