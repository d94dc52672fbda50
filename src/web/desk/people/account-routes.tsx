/** An editor's own account: sessions, password, second step. */
import { Hono, type Context } from 'hono'
import Bowser from 'bowser'
import { needsSecondFactor } from '../../../domain/editor.ts'
import { screenSymbol } from '../../../press/face/screen-symbol.ts'
import { NOTICE_WISHES } from '../../../domain/notice-wish.ts'
import { findNoticeWish, saveNoticeWish } from '../../../store/notices.ts'
import { hasPassword } from '../../../store/editors.ts'
import { ask, type Session } from '../../session.ts'
import {
  AccountPage,
  SecondStepConfirmPage,
  SecondStepSetUpPage,
  type OpenSession,
} from './account-pages.tsx'
import { dateIn } from '../dates.ts'
import { deskOf, page } from '../desk.tsx'
import { readForm } from '../form.ts'
import { passwordProblem } from './invitation-routes.tsx'
import { dropSetUp, keepSetUp, setUpKept, type SecondStepSetUp } from './set-up-kept.ts'
import { handOn } from './sign-in-routes.tsx'
import type { DeskEnv } from '../desk-env.ts'
import type { FormProblems } from '../form-view.tsx'

const CONFIRMATION = '/admin/account/second-step/confirmation'

/** Whoever is signed in may: no action of a role is asked for. A changed password ends all other sessions. */
export const accountRoutes = new Hono<DeskEnv>()
  .get('/admin/account', (c) => accountPage(c, {}, c.req.query('changed') !== undefined))
  .post('/admin/account/notices', async (c) => {
    const chosen = (await readForm(c)).text('how')
    const how = NOTICE_WISHES.find((one) => one === chosen) ?? null
    await saveNoticeWish(c.env.services.db, sessionIn(c).editor.email, how)
    return c.redirect('/admin/account?notices=1', 303)
  })
  .post('/admin/account/sessions/end', async (c) => {
    const token = (await readForm(c)).text('token')
    const answer = await (token
      ? ask(c.get('auth'), c.req.raw, c.env.client, '/revoke-session', { token })
      : ask(c.get('auth'), c.req.raw, c.env.client, '/revoke-other-sessions', {}))
    handOn(c, answer)
    return c.redirect('/admin/account', 303)
  })
  .post('/admin/account/password', async (c) => {
    const form = await readForm(c)
    const { editor } = sessionIn(c)
    const password = form.text('password')
    const problems = passwordProblem(password, [editor.email, editor.name], c.get('site'))
    if (Object.keys(problems).length > 0) return accountPage(c, problems, false)
    const answer = await ask(c.get('auth'), c.req.raw, c.env.client, '/change-password', {
      currentPassword: form.text('passwordNow'),
      newPassword: password,
      revokeOtherSessions: true,
    })
    if (answer.status !== 200)
      return accountPage(c, { passwordNow: { key: 'problem.passwordNow' } }, false)
    handOn(c, answer)
    return c.redirect('/admin/account?changed=1', 303)
  })
  .get('/admin/account/second-step', async (c) => {
    const { editor, hasSecondFactor } = sessionIn(c)
    if (hasSecondFactor) return c.redirect('/admin/account', 303)
    return page(c, await setUpPage(c, needsSecondFactor(editor.role), {}))
  })
  .post('/admin/account/second-step', async (c) => {
    const password = (await readForm(c)).text('password')
    const answer = await ask(c.get('auth'), c.req.raw, c.env.client, '/two-factor/enable', {
      ...(password && { password }),
    })
    const { totpURI, backupCodes } = answer.body as { totpURI?: string; backupCodes?: string[] }
    if (answer.status !== 200 || !totpURI || !backupCodes) {
      const key = answer.status === 429 ? 'signIn.limited' : 'problem.passwordNow'
      return page(c, await setUpPage(c, false, { password: { key } }), 422)
    }
    handOn(c, answer)
    keepSetUp(c, { totpUri: totpURI, codes: backupCodes })
    return c.redirect(CONFIRMATION, 303)
  })
  .get(CONFIRMATION, (c) => {
    const setUp = sessionIn(c).hasSecondFactor ? null : setUpKept(c)
    return setUp ? confirmPage(c, setUp, {}) : c.redirect('/admin/account/second-step', 303)
  })
  .post(CONFIRMATION, async (c) => {
    const code = (await readForm(c)).text('code').replace(/\s/g, '')
    const answer = await ask(c.get('auth'), c.req.raw, c.env.client, '/two-factor/verify-totp', {
      code,
    })
    handOn(c, answer)
    if (answer.status !== 200) {
      const key = answer.status === 429 ? 'signIn.limited' : 'secondFactor.refused'
      return confirmPage(c, setUpKept(c), { code: { key } })
    }
    dropSetUp(c)
    return c.redirect('/admin/account', 303)
  })

/** Null shows the field alone, where the set-up was begun in another browser. */
function confirmPage(c: Context<DeskEnv>, setUp: SecondStepSetUp | null, problems: FormProblems) {
  const shown = setUp && {
    symbol: screenSymbol(setUp.totpUri),
    key: new URL(setUp.totpUri).searchParams.get('secret') ?? '',
    codes: setUp.codes,
  }
  const view = <SecondStepConfirmPage desk={deskOf(c)} problems={problems} shown={shown} />
  return page(c, view, Object.keys(problems).length > 0 ? 422 : 200)
}

/** Never null here: the door lets nobody in who is not signed in. */
function sessionIn(c: Context<DeskEnv>): Session {
  return c.get('session') as Session
}

/** `required`: said where the role may do nothing without it. */
async function setUpPage(c: Context<DeskEnv>, required: boolean, problems: FormProblems) {
  const asksPassword = await hasPassword(c.env.services.db, sessionIn(c).editor.email)
  return (
    <SecondStepSetUpPage
      desk={deskOf(c)}
      required={required}
      asksPassword={asksPassword}
      problems={problems}
    />
  )
}

async function accountPage(c: Context<DeskEnv>, problems: FormProblems, changed: boolean) {
  const { editor, token, hasSecondFactor } = sessionIn(c)
  const listed = await ask(c.get('auth'), c.req.raw, c.env.client, '/list-sessions', null)
  const open = (Array.isArray(listed.body) ? listed.body : []) as {
    token: string
    userAgent?: string | null
    createdAt: string
  }[]
  const sessions = open.map((one): OpenSession => ({
    token: one.token,
    browser: browserOf(one.userAgent ?? ''),
    since: dateIn(c.get('language'), one.createdAt, c.get('site').timeZone),
    isThis: one.token === token,
  }))
  const view = (
    <AccountPage
      desk={deskOf(c)}
      sessions={sessions}
      hasSecondFactor={hasSecondFactor}
      problems={problems}
      changed={changed}
      hasPassword={await hasPassword(c.env.services.db, editor.email)}
      notices={
        c.env.services.mail
          ? ((await findNoticeWish(c.env.services.db, editor.email)) ?? 'none')
          : null
      }
    />
  )
  return page(c, view, Object.keys(problems).length > 0 ? 422 : 200)
}

/** As in `Chrome, Windows`, as far as the browser says; `?` where it says nothing. */
function browserOf(userAgent: string): string {
  if (userAgent === '') return '?'
  const { browser, os } = Bowser.parse(userAgent)
  return [browser.name, os.name].filter(Boolean).join(', ') || '?'
}
