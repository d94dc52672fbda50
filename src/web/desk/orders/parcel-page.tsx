/** What a contractor sees at the address of a parcel. */
import { raw } from 'hono/html'
import type { Recipe } from '../../../domain/print-order.ts'
import { spaced, type ShortCode } from '../../../domain/short-code.ts'
import { sourceLocale, type Site } from '../../../domain/site.ts'
import {
  deskMessage,
  type DeskLanguage,
  type Say,
  sayOfRow,
} from '../../../messages/desk-message.ts'
import type { ParcelLink } from '../../../store/parcel-links.ts'
import type { OrderNote } from '../../../store/print-orders.ts'
import { dateIn } from '../dates.ts'
import { Choice } from '../filter.tsx'
import { DESK_STYLE } from '../desk-style.ts'
import type { DeskKey } from '../../../messages/desk-key.ts'

interface Props {
  /** Vietnamese where the browser wishes it, else English. */
  language: DeskLanguage
  nonce: string
  site: Site
  link: ParcelLink
  /** As in `/parcels/…`. */
  path: string
  /** Null when nothing was made yet; `size` in bytes. */
  parcel: { size: number } | null
  recipes: Recipe[]
  /** What was said under the name of this contractor, at this address or another. */
  notes: OrderNote[]
  /** A sentence about what was just sent; null for none. */
  problem: DeskKey | null
}

export function ParcelPage(props: Props) {
  const { language, nonce, site, link, path, parcel, recipes, notes, problem } = props
  const say: Say = (key, values) => deskMessage(language, key, values)
  const dateOf = (iso: string) => dateIn(language, iso, site.timeZone)
  const title = say('parcel.title', { id: link.orderId })
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style nonce={nonce}>{raw(DESK_STYLE)}</style>
      </head>
      <body>
        <main class="narrow">
          <p class="brand">{site.publisher[sourceLocale(site)] ?? ''}</p>
          <h1>{title}</h1>
          {problem && (
            <p class="errors" role="alert">
              {say(problem)}
            </p>
          )}
          <p>
            {say('parcel.welcome', {
              name: link.givenTo,
              count: recipes.length,
              date: dateOf(link.expires),
            })}
          </p>
          {parcel ? (
            <p>
              <a class="button" href={`${path}/${link.orderId}.zip`}>
                {say('parcel.download', { size: (parcel.size / 1_000_000).toFixed(1) })}
              </a>
            </p>
          ) : (
            <p>{say('orders.notMade')}</p>
          )}
          <p class="hint">{say('parcel.readme')}</p>
          <h2>{say('parcel.receipt')}</h2>
          <form method="post" action={`${path}/receipt`}>
            <label for="receipt">{say('parcel.receiptText')}</label>
            <input id="receipt" name="text" type="text" maxlength={1000} />
            <button>{say('parcel.receiptSend')}</button>
          </form>
          <h2>{say('parcel.defect')}</h2>
          <form method="post" action={`${path}/defects`}>
            <Choice
              name="code"
              label={say('signs.code')}
              chosen={null}
              choices={recipes.map(({ code, names }) => ({
                value: code,
                label: `${spaced(code)} · ${names[0]?.text ?? ''}`,
              }))}
            />
            <label for="defect">{say('parcel.defectText')}</label>
            <textarea id="defect" name="text" rows={3} required maxlength={1000} />
            <button>{say('parcel.defectSend')}</button>
          </form>
          {notes.length > 0 && (
            <>
              <h2>{say('parcel.saidBefore')}</h2>
              <ul>
                {notes.map(({ what, code, details, at }) => (
                  <li>
                    {dateOf(at)}:{' '}
                    <b>
                      {what === 'received'
                        ? say('parcel.receiptSaid')
                        : sayOfRow(say, `orders.note.${what}`, what)}
                    </b>{' '}
                    {code && <span class="key">{spaced(code as ShortCode)} </span>}
                    {String(details['text'] ?? '')}
                  </li>
                ))}
              </ul>
            </>
          )}
        </main>
      </body>
    </html>
  )
}
