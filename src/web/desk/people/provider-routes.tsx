/** Signing in by the province's provider: there, and back. 404 where the installation has none. */
import { Hono, type Context } from 'hono'
import { CALLBACK, PROVIDER } from '../../provider.ts'
import { ask } from '../../session.ts'
import { OnwardPage } from './sign-in-pages.tsx'
import { deskOf, missing, page } from '../desk.tsx'
import { handOn, nextPath, signInPage } from './sign-in-routes.tsx'
import type { DeskEnv } from '../desk-env.ts'

export const providerRoutes = new Hono<DeskEnv>()
  // A link, not a form: the page's policy lets forms lead to this site only.
  .get('/admin/sign-in/provider', async (c) => {
    if (!c.env.services.provider) return missing(c)
    const next = nextPath.parse(c.req.query('next') ?? '')
    const answer = await ask(c.get('auth'), c.req.raw, c.env.client, '/sign-in/social', {
      provider: PROVIDER,
      callbackURL: next || '/admin/',
      errorCallbackURL: '/admin/sign-in',
      disableRedirect: true,
    })
    handOn(c, answer)
    const { url } = answer.body
    return typeof url === 'string' ? c.redirect(url, 303) : failed(c, 'signIn.providerDown')
  })
  .get(CALLBACK, async (c) => {
    if (!c.env.services.provider) return missing(c)
    const back = `/callback/${PROVIDER}${new URL(c.req.url).search}`
    const answer = await ask(c.get('auth'), c.req.raw, c.env.client, back, null)
    handOn(c, answer)
    const { pathname, searchParams } = new URL(answer.location, c.env.services.origin)
    const refusal = answer.location === '' ? `${String(answer.body['message'])}` : ''
    const error = refusal || searchParams.get('error')
    if (error) {
      const isStranger = /sign_?up|not_linked|unable_to_link|disabled/i.test(error)
      return failed(c, isStranger ? 'signIn.providerStranger' : 'signIn.providerFailed')
    }
    // The browser came from elsewhere: only a page of ours may take it on, with its new cookie.
    return page(c, <OnwardPage desk={deskOf(c)} next={nextPath.parse(pathname) || '/admin/'} />)
  })

/** The page to sign in, with its sentence. */
function failed(
  c: Context<DeskEnv>,
  key: 'signIn.providerDown' | 'signIn.providerStranger' | 'signIn.providerFailed',
) {
  return signInPage(c, { email: { key } }, '', '', false, 422)
}
