import { spaced } from '../../../domain/short-code.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { NamedReadiness } from './sign-needs.tsx'

/** Faces on a page: each is drawn when it comes into view. */
const PER_PAGE = 12

interface ProofsProps {
  say: Say
  /** Those that are ticked. */
  signs: NamedReadiness[]
  template: string
  /** Page that is shown, from 1; null for none. */
  number: number | null
}

/** The faces as they would be frozen today; the buttons send the form, so that nothing ticked is lost. */
export function Proofs({ say, signs, template, number }: ProofsProps) {
  const pages = Math.max(1, Math.ceil(signs.length / PER_PAGE))
  const shown = number === null ? null : Math.min(pages, number)
  const go = (page: number, label: string) => (
    <button class="second" formaction="/admin/orders/new" name="proofs" value={String(page)}>
      {label}
    </button>
  )
  return (
    <section aria-labelledby="proofs">
      <h2 id="proofs">{say('orders.proofs')}</h2>
      <p class="hint">{say('orders.proofsHint')}</p>
      {shown === null ? (
        go(1, say('orders.proofsShow'))
      ) : (
        <>
          {signs.length === 0 && <p>{say('orders.problem.none')}</p>}
          <div class="proofs">
            {signs.slice((shown - 1) * PER_PAGE, shown * PER_PAGE).map(({ code, name }) => (
              <figure>
                <img
                  loading="lazy"
                  src={`/admin/signs/${code}/placard.svg?template=${encodeURIComponent(template)}`}
                  alt={say('orders.proofAlt', { name })}
                />
                <figcaption>
                  <a class="key" href={`/admin/signs/${code}`}>
                    {spaced(code)}
                  </a>{' '}
                  {name}
                </figcaption>
              </figure>
            ))}
          </div>
          <div class="row">
            {shown > 1 && go(shown - 1, say('signs.before'))}
            <span>{say('signs.page', { number: shown, pages })}</span>
            {shown < pages && go(shown + 1, say('signs.after'))}
            {go(shown, say('orders.proofsAgain'))}
          </div>
        </>
      )}
    </section>
  )
}
