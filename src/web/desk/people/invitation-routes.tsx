/** One-time addresses: the first account, an invitation, the way back in. */
import { Hono, type Context } from 'hono'
import { digestOf } from '../../../domain/digest.ts'
import { parseEmail, type Email, type Invitation } from '../../../domain/editor.ts'
import { passwordFault, PASSWORD_LEAST, PASSWORD_MOST } from '../../../domain/password.ts'
import type { Site } from '../../../domain/site.ts'
import { addAudit } from '../../../store/audit-log.ts'
import {
  dropSecondFactor,
  endInvitation,
  findEditor,
  findInvitation,
} from '../../../store/editors.ts'
import { addEditor, ask, setPassword } from '../../session.ts'
import { InvitationGonePage, InvitationPage, OnwardPage } from './sign-in-pages.tsx'
import { deskOf, page } from '../desk.tsx'
import { readForm } from '../form.ts'
import { handOn } from './sign-in-routes.tsx'
import type { DeskEnv } from '../desk-env.ts'
import type { FormProblems } from '../form-view.tsx'

/** Characters of a name. */
const NAME_MOST = 120

/**
 * 410 for an address that was used, taken back or has run out. A reset gives a new password and drops the second step;
 * whoever has a password now is signed in at once.
 */
export const invitationRoutes = new Hono<DeskEnv>()
  .get('/admin/invitations/:secret', async (c) => {
    const { invitation } = await invitationIn(c)
    if (!invitation) return page(c, <InvitationGonePage desk={deskOf(c)} />, 410)
    const { name, email } = invitation
    return form(c, invitation, {}, name, email ?? '')
  })
  .post('/admin/invitations/:secret', async (c) => {
    const { invitation, digest } = await invitationIn(c)
    if (!invitation) return page(c, <InvitationGonePage desk={deskOf(c)} />, 410)
    const typed = await readForm(c)
    const { db, now } = c.env.services
    const email = invitation.email ?? parseEmail(typed.text('email'))
    const known = email && (await findEditor(db, email))
    const isReset = invitation.purpose === 'reset'
    const name = isReset ? (known?.name ?? '') : typed.text('name').trim()
    const provider = providerFor(c, invitation)
    const password = provider && typed.text('by') === 'provider' ? null : typed.text('password')
    const problems: FormProblems = {
      ...((name === '' || name.length > NAME_MOST) && { name: { key: 'problem.name' } }),
      ...(!email && { email: { key: 'problem.email' } }),
      ...(known && !isReset && { email: { key: 'problem.emailTaken' } }),
      ...(password !== null && passwordProblem(password, [email ?? '', name], c.get('site'))),
    }
    if (!email || Object.keys(problems).length > 0)
      return form(c, invitation, problems, name, typed.text('email'))

    const act = { by: email, at: now().toISOString() }
    // Used up first: of two who hold the address, one makes the account.
    if (!(await endInvitation(db, digest, act)))
      return page(c, <InvitationGonePage desk={deskOf(c)} />, 410)
    const auth = c.get('auth')
    if (isReset && password !== null) {
      await setPassword(auth, email, password)
      await db.batch(dropSecondFactor(email))
    } else {
      const { role, locales } = invitation
      await addEditor(auth, { email, name, role, locales, password })
    }
    await db.run(addAudit({ what: `editor.${invitation.purpose}`, subject: email }, act))
    // Not a redirect: the page's policy lets forms lead to this site only.
    if (password === null)
      return page(c, <OnwardPage desk={deskOf(c)} next="/admin/sign-in/provider" />)
    const answer = await ask(auth, c.req.raw, c.env.client, '/sign-in/email', { email, password })
    handOn(c, answer)
    return c.redirect(answer.status === 200 ? '/admin/' : '/admin/sign-in', 303)
  })

/** Found by the digest of the secret; null where it can no longer be used. */
async function invitationIn(c: Context<DeskEnv>) {
  const { db, now } = c.env.services
  const digest = await digestOf(c.req.param('secret') ?? '')
  return { digest, invitation: await findInvitation(db, digest, now().toISOString()) }
}

function form(
  c: Context<DeskEnv>,
  invitation: Invitation,
  problems: FormProblems,
  name: string,
  email: string,
) {
  const wrong = Object.keys(problems).length > 0
  const view = (
    <InvitationPage
      desk={deskOf(c)}
      invitation={invitation}
      problems={problems}
      name={name}
      email={email as Email}
      provider={providerFor(c, invitation)}
    />
  )
  return page(c, view, wrong ? 422 : 200)
}

/**
 * The provider's name where it may be chosen: for an invitation only. Who makes the first account, or is locked out,
 * needs a way in that depends on nobody else.
 */
function providerFor(c: Context<DeskEnv>, { purpose }: Invitation): string | null {
  return purpose === 'invitation' ? (c.env.services.provider ?? null) : null
}

/**
 * What is wrong with a new password, under the name of its field; nothing when it may be used. `personal`: words that
 * must not be all of it, beside the names of the site.
 */
export function passwordProblem(
  password: string,
  personal: readonly string[],
  site: Site,
): FormProblems {
  const words = [...personal, ...Object.values(site.name), ...Object.values(site.publisher)]
  const fault = passwordFault(password, words)
  if (!fault) return {}
  const count = fault === 'long' ? PASSWORD_MOST : PASSWORD_LEAST
  return { password: { key: `problem.password.${fault}`, values: { count } } }
}
