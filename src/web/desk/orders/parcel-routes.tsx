/** What a contractor does with a parcel, without an account: whoever holds the address may. */
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { digestOf } from '../../../domain/digest.ts'
import { parseShortCode } from '../../../domain/short-code.ts'
import type { DeskLanguage } from '../../../messages/desk-message.ts'
import {
  addLinkUse,
  countSaid,
  findParcelLink,
  sayAtLink,
  type ParcelLink,
} from '../../../store/parcel-links.ts'
import { findParcel } from '../../../store/parcel-requests.ts'
import { listOrderNotes, listRecipes } from '../../../store/print-orders.ts'
import { parcelAnswer } from './parcel-answer.ts'
import type { AppEnv } from '../../services.ts'
import { ParcelPage } from './parcel-page.tsx'
import { documentOf } from '../../document.ts'
import type { DeskKey } from '../../../messages/desk-key.ts'

interface ParcelEnv extends AppEnv {
  Variables: AppEnv['Variables'] & { link: ParcelLink; nonce: string }
}

/** Bytes of a form at the address of a parcel. */
const FORM_MAX = 16 * 1024
/** Characters of what is said. */
const WORDS_MAX = 1000
/** Things said in an hour at one address: more is no contractor. */
const SAID_MAX = 60

/**
 * 404 for an address that never was, was revoked or has run out, all alike. 48 hexadecimal digits, of which the
 * database has the digest.
 */
const parcelDoor = createMiddleware<ParcelEnv>(async (c, next) => {
  const { auth, db, now } = c.env.services
  const [, , token = ''] = c.req.path.split('/')
  const isToken = auth !== null && /^[0-9a-f]{48}$/.test(token)
  const link = isToken ? await findParcelLink(db, await digestOf(token), now().toISOString()) : null
  if (!link) return c.notFound()
  c.set('link', link)
  c.set('nonce', btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))))
  await next()
  const { headers } = c.res
  headers.set('Cache-Control', 'no-store')
  headers.set(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'nonce-${c.get('nonce')}'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  )
  headers.set('X-Content-Type-Options', 'nosniff')
  // The address is the key: it is told to nobody.
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('X-Robots-Tag', 'noindex')
})

/** 429 past the limit of an hour, 422 for a fault without words or without a sign of this order. */
export const parcelRoutes = new Hono<ParcelEnv>()
  .use('/parcels/:token/*', parcelDoor)
  .get('/parcels/:token', (c) => parcelPage(c))
  .get('/parcels/:token/:file{[A-Z0-9-]+\\.zip}', async (c) => {
    const { db, now } = c.env.services
    const { digest, orderId } = c.get('link')
    const parcel = await findParcel(db, orderId)
    const isIts = c.req.param('file') === `${orderId}.zip`
    const answer =
      parcel && isIts
        ? await parcelAnswer(c.env.services, c.req.method, orderId, parcel.digest)
        : null
    if (!answer) return c.notFound()
    if (c.req.method === 'GET') await db.run(addLinkUse(digest, 'downloaded', now().toISOString()))
    return answer
  })
  .post('/parcels/:token/receipt', bodyLimit({ maxSize: FORM_MAX }), (c) => said(c, 'received'))
  .post('/parcels/:token/defects', bodyLimit({ maxSize: FORM_MAX }), (c) => said(c, 'defect'))

async function said(c: Context<ParcelEnv>, what: 'received' | 'defect'): Promise<Response> {
  const { db, now } = c.env.services
  const link = c.get('link')
  const form = await c.req.formData().catch(() => new FormData())
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.normalize('NFC').trim() : ''
  }
  const text = field('text')
  const code = what === 'defect' ? parseShortCode(field('code')) : null
  const at = now().toISOString()
  const anHourAgo = new Date(now().getTime() - 3_600_000).toISOString()
  if ((await countSaid(db, link.digest, anHourAgo)) >= SAID_MAX)
    return parcelPage(c, 'parcel.tooMuch', 429)
  if (text.length > WORDS_MAX) return parcelPage(c, 'parcel.tooLong', 422)
  if (what === 'defect') {
    const isOurs = (await listRecipes(db, link.orderId)).some((recipe) => recipe.code === code)
    if (!isOurs || text === '') return parcelPage(c, 'parcel.defectIncomplete', 422)
  }
  await sayAtLink(db, link, { what, code, details: { text } }, at)
  return c.redirect(`/parcels/${c.req.path.split('/')[2]}`, 303)
}

async function parcelPage(
  c: Context<ParcelEnv>,
  problem: DeskKey | null = null,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { db } = c.env.services
  const link = c.get('link')
  const notes = await listOrderNotes(db, link.orderId)
  const language: DeskLanguage = c.get('wished') === 'vi' ? 'vi' : 'en'
  const view = (
    <ParcelPage
      language={language}
      link={link}
      problem={problem}
      nonce={c.get('nonce')}
      site={c.get('site')}
      path={`/parcels/${c.req.path.split('/')[2]}`}
      parcel={await findParcel(db, link.orderId)}
      recipes={await listRecipes(db, link.orderId)}
      notes={notes.filter(({ by }) => by === link.givenTo)}
    />
  )
  return c.html(documentOf(view), status)
}
