/** Accounts, for publishers: who may sign in, as what. */
import { Hono, type Context } from 'hono'
import { digestOf } from '../../../domain/digest.ts'
import {
  parseEmail,
  ROLES,
  type Email,
  type Invitation,
  type Role,
} from '../../../domain/editor.ts'
import type { Locale } from '../../../domain/locale.ts'
import { addAudit } from '../../../store/audit-log.ts'
import type { Statement } from '../../../store/database.ts'
import {
  disableEditor,
  enableEditor,
  endInvitation,
  findEditor,
  findInvitation,
  listEditors,
  listInvitations,
  setRole,
} from '../../../store/editors.ts'
import { DESK_LANGUAGES, deskMessage, type DeskLanguage } from '../../../messages/desk-message.ts'
import { EditorsPage } from './editors-page.tsx'
import { invitationAddress, newInvitation } from '../../../store/new-invitation.ts'
import { dateIn } from '../dates.ts'
import { leadToShow, takeToShow } from '../shown-once.ts'
import { actOf, allow, deskOf, missing, page } from '../desk.tsx'
import { readForm, type Form } from '../form.ts'
import type { DeskEnv } from '../desk-env.ts'
import { localesOf } from '../../../domain/site.ts'
import type { FormProblems } from '../form-view.tsx'

const PAGE = '/admin/editors'

/**
 * Nobody changes their own account here, and one publisher who may sign in always remains. A one-time address is shown
 * once, and mailed where this site sends mail.
 */
export const editorRoutes = new Hono<DeskEnv>()
  .use('/admin/editors', allow('editor.manage'))
  .use('/admin/editors/*', allow('editor.manage'))
  .get('/admin/editors', async (c) => editorsPage(c, { link: await linkJustMade(c) }))
  .post('/admin/editors/invitations', async (c) => {
    const form = await readForm(c)
    const email = parseEmail(form.text('email'))
    const name = form.text('name').trim()
    const { role, locales, problems } = readRole(c, form)
    if (name === '' || name.length > 120) problems['name'] = { key: 'problem.name' }
    if (!email) problems['email'] = { key: 'problem.email' }
    else if (await findEditor(c.env.services.db, email))
      problems['email'] = { key: 'problem.emailTaken' }
    if (!email || !role || Object.keys(problems).length > 0) {
      const typed = { name, email: form.text('email') as Email, locales, ...(role && { role }) }
      return editorsPage(c, { problems, typed })
    }
    return invite(c, { purpose: 'invitation', email, name, role, locales })
  })
  .post('/admin/editors/invitations/:digest/end', async (c) => {
    await endInvitation(c.env.services.db, c.req.param('digest'), actOf(c))
    return c.redirect('/admin/editors', 303)
  })
  .post('/admin/editors/:email/role', async (c) => {
    const editor = await other(c)
    if (editor instanceof Response) return editor
    const { role, locales, problems } = readRole(c, await readForm(c))
    if (!role || Object.keys(problems).length > 0) return editorsPage(c, { problems })
    if (role !== 'publisher' && (await isLastPublisher(c, editor.email)))
      return editorsPage(c, { problems: { role: { key: 'problem.lastPublisher' } } })
    return done(c, editor.email, 'editor.role', [setRole(editor.email, role, locales)], {
      role,
      locales,
    })
  })
  .post('/admin/editors/:email/disablement', async (c) => {
    const editor = await other(c)
    if (editor instanceof Response) return editor
    if (await isLastPublisher(c, editor.email))
      return editorsPage(c, { problems: { role: { key: 'problem.lastPublisher' } } })
    return done(c, editor.email, 'editor.disabled', disableEditor(editor.email, actOf(c)))
  })
  .post('/admin/editors/:email/enablement', async (c) => {
    const editor = await other(c)
    if (editor instanceof Response) return editor
    return done(c, editor.email, 'editor.enabled', [enableEditor(editor.email)])
  })
  .post('/admin/editors/:email/reset', async (c) => {
    const email = parseEmail(c.req.param('email'))
    const editor = email && (await findEditor(c.env.services.db, email))
    return editor ? invite(c, { purpose: 'reset', ...editor }) : missing(c)
  })

/**
 * The editor of the address, who must not be oneself: nobody locks themselves out, or raises themselves. An answer
 * where there is none, or it is oneself.
 */
async function other(c: Context<DeskEnv>) {
  const email = parseEmail(c.req.param('email') ?? '')
  const editor = email && (await findEditor(c.env.services.db, email))
  if (!editor) return missing(c)
  const isSelf = editor.email === c.get('session')?.editor.email
  return isSelf ? editorsPage(c, { problems: { role: { key: 'problem.self' } } }) : editor
}

/**
 * Whether nobody else who may sign in is a publisher. Asked before the change, so two publishers who disable each other
 * at the same moment can both succeed.
 */
async function isLastPublisher(c: Context<DeskEnv>, email: Email): Promise<boolean> {
  const editors = await listEditors(c.env.services.db)
  return !editors.some(
    (one) => one.email !== email && one.role === 'publisher' && one.disabledAt === null,
  )
}

/** The act with its line in the log. */
async function done(
  c: Context<DeskEnv>,
  email: Email,
  what: string,
  statements: Statement[],
  details: Record<string, unknown> = {},
) {
  const audit = addAudit({ what, subject: email, details }, actOf(c))
  await c.env.services.db.batch([...statements, audit])
  return c.redirect('/admin/editors', 303)
}

/** An earlier open address of the same purpose for the same person ends with this. */
async function invite(
  c: Context<DeskEnv>,
  wanted: Pick<Invitation, 'purpose' | 'email' | 'name' | 'role' | 'locales'>,
) {
  const { db, now, origin } = c.env.services
  const made = await newInvitation({ ...wanted, by: actOf(c).by }, now(), origin)
  const audit = addAudit(
    { what: `editor.${wanted.purpose}-made`, subject: wanted.email ?? '' },
    actOf(c),
  )
  await db.batch([...made.statements, audit])
  const mailed = await sendInvitation(c, made)
  const secret = made.address.slice(made.address.lastIndexOf('/') + 1)
  return leadToShow(c, secret, PAGE, mailed === null ? '' : `?mailed=${mailed}`)
}

/** Found again by its digest; null when none was made for this page, it was shown, or it was used meanwhile. */
async function linkJustMade(
  c: Context<DeskEnv>,
): Promise<Parameters<typeof EditorsPage>[0]['link']> {
  const secret = takeToShow(c, PAGE)
  const { db, now, origin } = c.env.services
  const invitation =
    secret && (await findInvitation(db, await digestOf(secret), now().toISOString()))
  if (!invitation) return null
  const mailed = c.req.query('mailed')
  return {
    address: invitationAddress(origin, secret),
    invitation,
    mailed: mailed === undefined ? null : mailed === 'true',
  }
}

/**
 * Null where this site sends no mail, false when it could not: the address is shown in any case. Both languages of the
 * desk stand in one letter.
 */
async function sendInvitation(
  c: Context<DeskEnv>,
  { address, invitation }: Awaited<ReturnType<typeof newInvitation>>,
): Promise<boolean | null> {
  const { mail } = c.env.services
  if (!mail || !invitation.email) return null
  const { name, by, purpose, expires } = invitation
  const date = dateIn('vi', expires, c.get('site').timeZone)
  const values = { name, by, address, date }
  const letter = (language: DeskLanguage) =>
    deskMessage(language, purpose === 'reset' ? 'mail.reset' : 'mail.invitation', values)
  const text = DESK_LANGUAGES.map(letter).join('\n\n')
  const subject = DESK_LANGUAGES.map((language) => deskMessage(language, 'mail.subject'))
  try {
    await mail.send({ to: invitation.email, subject: subject.join(' / '), text })
    return true
  } catch (error) {
    console.error({ event: 'mail', error })
    return false
  }
}

/** Locales are kept for translators alone; others may write in all. */
function readRole(c: Context<DeskEnv>, form: Form) {
  const role: Role | undefined = ROLES.find((one) => one === form.text('role'))
  const wanted = form.all('locales')
  const chosen: Locale[] = localesOf(c.get('site')).filter((one) => wanted.includes(one))
  const problems: FormProblems = {}
  if (!role) problems['role'] = { key: 'problem.role' }
  if (role === 'translator' && chosen.length === 0) problems['locales'] = { key: 'problem.locales' }
  return { role, locales: role === 'translator' ? chosen : [], problems }
}

type EditorsPageInput = Partial<
  Pick<Parameters<typeof EditorsPage>[0], 'problems' | 'typed' | 'link'>
>

async function editorsPage(
  c: Context<DeskEnv>,
  { problems = {}, typed = {}, link = null }: EditorsPageInput,
): Promise<Response> {
  const { db, now } = c.env.services
  const editors = await listEditors(db)
  const invitations = await listInvitations(db, now().toISOString())
  const dateOf = (iso: string) => dateIn(c.get('language'), iso, c.get('site').timeZone)
  const view = (
    <EditorsPage
      desk={deskOf(c)}
      editors={editors}
      invitations={invitations}
      problems={problems}
      typed={typed}
      link={link}
      dateOf={dateOf}
    />
  )
  return page(c, view, Object.keys(problems).length > 0 ? 422 : 200)
}
