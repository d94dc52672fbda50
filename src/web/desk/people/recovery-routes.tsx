/** New recovery codes, for whoever proves once more who they are; the old ones are void from then on. */
import { Hono, type Context } from 'hono'
import { addAudit } from '../../../store/audit-log.ts'
import { hasPassword } from '../../../store/editors.ts'
import { ask } from '../../session.ts'
import { actOf, deskOf, page } from '../desk.tsx'
import { readForm } from '../form.ts'
import { leadToShow, takeToShow } from '../shown-once.ts'
import { RecoveryCodesPage } from './recovery-page.tsx'
import { handOn } from './sign-in-routes.tsx'
import type { DeskEnv } from '../desk-env.ts'
import type { FormProblems } from '../form-view.tsx'

const PATH = '/admin/account/recovery-codes'

/** By the password; who has none, by a code of their application. */
export const recoveryRoutes = new Hono<DeskEnv>()
  .get(PATH, async (c) => {
    if (!c.get('session')?.hasSecondFactor) return c.redirect('/admin/account', 303)
    const codes = takeToShow(c, PATH)?.split('.') ?? []
    return recoveryPage(c, codes, {})
  })
  .post(PATH, async (c) => {
    const session = c.get('session')
    if (!session?.hasSecondFactor) return c.redirect('/admin/account', 303)
    const form = await readForm(c)
    const auth = c.get('auth')
    const asked = (path: string, body: Record<string, unknown>) =>
      ask(auth, c.req.raw, c.env.client, path, body)
    const isByPassword = await hasPassword(c.env.services.db, session.editor.email)
    if (!isByPassword) {
      const code = form.text('code').replace(/\s/g, '')
      const proved = await asked('/two-factor/verify-totp', { code })
      if (proved.status !== 200) return recoveryPage(c, [], refused(proved.status, 'code'))
    }
    const made = await asked(
      '/two-factor/generate-backup-codes',
      isByPassword ? { password: form.text('password') } : {},
    )
    const codes = made.body['backupCodes']
    if (made.status !== 200 || !Array.isArray(codes))
      return recoveryPage(c, [], refused(made.status, isByPassword ? 'password' : 'code'))
    handOn(c, made)
    const audit = addAudit(
      { what: 'editor.recovery-codes', subject: session.editor.email },
      actOf(c),
    )
    await c.env.services.db.run(audit)
    return leadToShow(c, codes.join('.'), PATH)
  })

function refused(status: number, field: 'password' | 'code'): FormProblems {
  if (status === 429) return { [field]: { key: 'signIn.limited' } }
  return { [field]: { key: field === 'code' ? 'secondFactor.refused' : 'problem.passwordNow' } }
}

async function recoveryPage(c: Context<DeskEnv>, codes: string[], problems: FormProblems) {
  const email = c.get('session')?.editor.email
  const view = (
    <RecoveryCodesPage
      desk={deskOf(c)}
      codes={codes}
      asksPassword={email !== undefined && (await hasPassword(c.env.services.db, email))}
      problems={problems}
    />
  )
  return page(c, view, Object.keys(problems).length > 0 ? 422 : 200)
}
