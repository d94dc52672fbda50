/** What stands before every address of the desk: who is signed in, what they may do, and that forms are ours. */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { may, needsSecondFactor, type Action } from '../../domain/editor.ts'
import { MEDIA_MAX } from '../../domain/media-file.ts'
import { DESK_LANGUAGES, type DeskLanguage } from '../../messages/desk-message.ts'
import type { Act } from '../../store/entries.ts'
import { listKept } from './list-kept.ts'
import { cameFrom } from './form.ts'
import { sessionOf } from '../session.ts'
import { DeskNotice } from './desk-notice.tsx'
import type { Desk } from './desk-layout.tsx'
import { documentOf } from '../document.ts'
import type { DeskEnv } from './desk-env.ts'

export const LANGUAGE_COOKIE = 'stele-desk'
/**
 * Bytes of a form; the longest text has 20,000 characters, of up to three bytes and written in a form as up to nine.
 */
const FORM_MAX = 512 * 1024
/** Of those that anybody may send, as signing in: two short fields. */
const OPEN_FORM_MAX = 16 * 1024
/** Where files are sent in, by those who may; with room for what a form says beside a file. */
const UPLOAD = /^\/admin\/entries\/[a-z-]+\/[a-z0-9-]+\/media\/uploads$/
const UPLOAD_MAX = MEDIA_MAX + 64 * 1024
/** Bytes of a file to be imported, and of its rows when they come back from the preview. */
const IMPORT_MAX = 20 * 1024 * 1024
/** Signed in or not, these may be opened. */
const OPEN =
  /^\/admin\/(?:sign-in(?:\/provider)?|auth\/callback\/province|second-step|sign-out|language|invitations\/[\w-]+)$/
/** Where a role that must prove itself twice may go before it can. */
const SETTING_UP = /^\/admin\/(?:account|sign-out|language)(?:\/|$)/

/**
 * Sets the context of every route of the desk, and answers itself where somebody may not pass: 303 to the sign-in or
 * the second step, 403 for a form from elsewhere, 413 for one too large. 404 without a way to sign in.
 */
export const deskDoor = createMiddleware<DeskEnv>(async (c, next) => {
  const { auth, origin } = c.env.services
  if (!auth) return c.notFound()
  c.set('auth', auth)
  c.set('language', languageOf(getCookie(c, LANGUAGE_COOKIE)))
  c.set('nonce', btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))))
  // Read from the database at every request: a role that was changed, or an account disabled, counts at once.
  c.set('session', await sessionOf(auth, c.req.raw))

  const ours = [origin, new URL(c.req.url).origin]
  const checked = csrf({ origin: (from) => ours.includes(from) })
  const session = c.get('session')
  const isImport = session && c.req.path.startsWith('/admin/import/')
  const isUpload = UPLOAD.test(c.req.path) && session && may(session.editor, 'media.write')
  const isOpen = !session && OPEN.test(c.req.path)
  const limited = bodyLimit({
    maxSize: isUpload ? UPLOAD_MAX : isImport ? IMPORT_MAX : isOpen ? OPEN_FORM_MAX : FORM_MAX,
    onError: () => page(c, <DeskNotice desk={deskOf(c)} notice="media.tooLarge" />, 413),
  })
  try {
    const answered = await checked(c, async () => {
      const refused = await limited(c, async () => {
        const turned = turnedAway(c)
        if (turned) c.res = turned
        else await next()
      })
      if (refused) c.res = refused
    })
    if (answered) c.res = answered
  } catch (error) {
    if (!(error instanceof HTTPException) || error.status !== 403) throw error
    c.res = page(c, <DeskNotice desk={deskOf(c)} notice="forged" />, 403)
  }
  tellSaved(c)
  secure(c)
})

/**
 * A form that was done leads on, one that was not comes back. The device that kept its words is told by a cookie of a
 * name of its own, which it takes away: nothing else it keeps is touched.
 */
function tellSaved(c: Context<DeskEnv>): void {
  const sent = c.get('sent')
  if (!sent || c.res.status !== 303) return
  setCookie(c, `stele-saved-${sent}`, '1', {
    path: '/admin',
    maxAge: 86_400,
    sameSite: 'Strict',
    secure: c.env.services.origin.startsWith('https:'),
  })
}

/** Where to, for those who may not be here; null for those who may. */
function turnedAway(c: Context<DeskEnv>): Response | null {
  const session = c.get('session')
  const { path } = c.req
  if (OPEN.test(path)) return null
  if (!session) {
    const isForm = c.req.method !== 'GET'
    // A form that came too late: its words are still on the device, at the page it was sent from.
    const page = isForm ? cameFrom(c) : path + new URL(c.req.url).search
    const wanted = `next=${encodeURIComponent(page)}${isForm ? '&ended=1' : ''}`
    return c.redirect(`/admin/sign-in?${wanted}`, 303)
  }
  if (session.owesSecondStep) {
    const wanted = c.req.method === 'GET' ? path : cameFrom(c) || '/admin/'
    return c.redirect(`/admin/second-step?next=${encodeURIComponent(wanted)}`, 303)
  }
  const mustSetUp = needsSecondFactor(session.editor.role) && !session.hasSecondFactor
  return mustSetUp && !SETTING_UP.test(path) ? c.redirect('/admin/account/second-step', 303) : null
}

/** Lets through whoever may do `action`; the others are told that they may not. */
export function allow(action: Action) {
  return createMiddleware<DeskEnv>(async (c, next) => {
    const session = c.get('session')
    if (session && may(session.editor, action)) return next()
    return refuse(c)
  })
}

/** Whoever is signed in, now: the name under everything they do. Throws behind a route that anybody may open. */
export function actOf(c: Context<DeskEnv>): Act {
  const by = c.get('session')?.editor.email
  if (!by) throw new Error('an act needs somebody who is signed in')
  return { by, at: c.env.services.now().toISOString() }
}

/** 403, with the name of the role that may not. */
export function refuse(c: Context<DeskEnv>): Response {
  return page(c, <DeskNotice desk={deskOf(c)} notice="refused" />, 403)
}

/** 404; also where an entry, a text or an order of the address does not exist. */
export function missing(c: Context<DeskEnv>): Response {
  return page(c, <DeskNotice desk={deskOf(c)} notice="missing" />, 404)
}

/** What every page of the desk is told; `editor` is null before signing in. */
export function deskOf(c: Context<DeskEnv>): Desk {
  return {
    language: c.get('language'),
    nonce: c.get('nonce'),
    editor: c.get('session')?.editor ?? null,
    site: c.get('site'),
    path: c.req.path,
    sent: c.get('sent') ?? null,
    listAt: listKept(c),
    practice: c.env.services.practice,
  }
}

/** HTML with its doctype, 200 unless told; the door adds the headers. */
export function page(
  c: Context<DeskEnv>,
  view: unknown,
  status: ContentfulStatusCode = 200,
): Response {
  return c.html(documentOf(view), status)
}

/** Never kept, in nobody's frame, and with no script but ours. */
function secure(c: Context<DeskEnv>): void {
  const nonce = c.get('nonce')
  const { headers } = c.res
  headers.set('Cache-Control', 'no-store')
  // A preview is a page for visitors, and comes with its own.
  if (!headers.has('Content-Security-Policy'))
    headers.set(
      'Content-Security-Policy',
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; media-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'`,
    )
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'geolocation=(), microphone=(), payment=()')
  headers.set('X-Robots-Tag', 'noindex')
}

/** Vietnamese where nothing was chosen yet. */
function languageOf(text: string | undefined): DeskLanguage {
  return DESK_LANGUAGES.find((language) => language === text) ?? 'vi'
}
