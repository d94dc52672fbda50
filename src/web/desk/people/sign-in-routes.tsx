/** Coming in and going out. */
import { Hono, type Context } from 'hono'
import { setCookie } from 'hono/cookie'
import * as z from 'zod'
import { DESK_LANGUAGES } from '../../../messages/desk-message.ts'
import { paySecondStep } from '../../../store/editors.ts'
import { ask, type AuthAnswer } from '../../session.ts'
import { SecondStepPage, SignInPage } from './sign-in-pages.tsx'
import { deskOf, LANGUAGE_COOKIE, page } from '../desk.tsx'
import { cameFrom, readForm } from '../form.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { FormProblems } from '../form-view.tsx'

/** A path of the desk, or '' for anything else: an address elsewhere would make the sign-in page a lure. */
export const nextPath = z
  .string()
  .regex(/^\/admin\/[\w\-/.%@?=&+]*$/)
  .catch('')
/** Seconds. */
const YEAR = 31_536_000

/**
 * Every refusal of a sign-in says the same, so that nobody learns which addresses have accounts; 429 past the limit.
 */
export const signInRoutes = new Hono<DeskEnv>()
  .get('/admin/sign-in', (c) => {
    if (c.get('session')) return c.redirect('/admin/', 303)
    const next = nextPath.parse(c.req.query('next') ?? '')
    return signInPage(c, {}, '', next, c.req.query('ended') !== undefined)
  })
  .post('/admin/sign-in', async (c) => {
    const form = await readForm(c)
    const { email, next } = { email: form.text('email'), next: nextPath.parse(form.text('next')) }
    const answer = await ask(c.get('auth'), c.req.raw, c.env.client, '/sign-in/email', {
      email: email.trim().toLowerCase(),
      password: form.text('password'),
    })
    if (answer.status !== 200)
      return signInPage(c, { email: { key: refusal(answer) } }, email, next, false, answer.status)
    handOn(c, answer)
    return answer.body['twoFactorRedirect'] === true
      ? c.redirect(`/admin/second-step${next && `?next=${encodeURIComponent(next)}`}`, 303)
      : c.redirect(next || '/admin/', 303)
  })
  .get('/admin/second-step', (c) => {
    const next = nextPath.parse(c.req.query('next') ?? '')
    return page(c, <SecondStepPage desk={deskOf(c)} problems={{}} next={next} />)
  })
  .post('/admin/second-step', async (c) => {
    const form = await readForm(c)
    const next = nextPath.parse(form.text('next'))
    const recovery = form.text('recovery').trim()
    const answer = await ask(
      c.get('auth'),
      c.req.raw,
      c.env.client,
      recovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp',
      { code: recovery || form.text('code').replace(/\s/g, '') },
    )
    handOn(c, answer)
    if (answer.status === 200) {
      const owing = c.get('session')?.token
      if (owing) await c.env.services.db.run(paySecondStep(owing))
      return c.redirect(next || '/admin/', 303)
    }
    const key = answer.status === 429 ? 'signIn.limited' : 'secondFactor.refused'
    const view = <SecondStepPage desk={deskOf(c)} problems={{ code: { key } }} next={next} />
    return page(c, view, answer.status === 429 ? 429 : 422)
  })
  .post('/admin/sign-out', async (c) => {
    handOn(c, await ask(c.get('auth'), c.req.raw, c.env.client, '/sign-out', {}))
    return c.redirect('/admin/sign-in', 303)
  })
  .post('/admin/language', async (c) => {
    const wanted = (await readForm(c)).text('language')
    const language = DESK_LANGUAGES.find((one) => one === wanted)
    if (language)
      setCookie(c, LANGUAGE_COOKIE, language, {
        path: '/admin',
        maxAge: YEAR,
        httpOnly: true,
        sameSite: 'Lax',
      })
    return c.redirect(nextPath.parse(cameFrom(c)) || '/admin/', 303)
  })

/** `email` and `next` as they were sent; `status` of the library becomes 429 or 422. */
export function signInPage(
  c: Context<DeskEnv>,
  problems: FormProblems,
  email: string,
  next: string,
  ended: boolean,
  status = 200,
) {
  const provider = c.env.services.provider ?? null
  const view = (
    <SignInPage
      desk={deskOf(c)}
      problems={problems}
      email={email}
      next={next}
      ended={ended}
      provider={provider}
    />
  )
  return page(c, view, status === 200 ? 200 : status === 429 ? 429 : 422)
}

function refusal({ status }: AuthAnswer) {
  return status === 429 ? ('signIn.limited' as const) : ('signIn.refused' as const)
}

/** Cookies that the library sets go to the browser; without this no session begins or ends. */
export function handOn(c: Context<DeskEnv>, { cookies }: AuthAnswer): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}
