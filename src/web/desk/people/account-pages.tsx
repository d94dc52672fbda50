/** An editor's own account: where they are signed in, their password, their second step. */
import { raw } from 'hono/html'
import { PASSWORD_LEAST } from '../../../domain/password.ts'
import { NOTICE_WISHES, type NoticeWish } from '../../../domain/notice-wish.ts'
import { Field, ProblemList, type FormProblems } from '../form-view.tsx'
import { RecoveryCodes } from './recovery-page.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'

/** One place where this editor is signed in. */
export interface OpenSession {
  /** Names the session when it is to be ended. */
  token: string
  /** As far as the browser says, as in `Chrome, Windows`. */
  browser: string
  /** Day and minute, local. */
  since: string
  isThis: boolean
}

interface AccountProps {
  desk: Desk
  sessions: OpenSession[]
  hasSecondFactor: boolean
  problems: FormProblems
  /** False for somebody who signs in by the province's provider only. */
  hasPassword: boolean
  /** Set after the password was changed. */
  changed: boolean
  /** How they hear of what waits; 'none' for not at all; null where no letters can be sent. */
  notices: NoticeWish | 'none' | null
}

export function AccountPage(props: AccountProps) {
  const { desk, sessions, hasSecondFactor, hasPassword, problems, changed } = props
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('account.title')}>
      <p>
        {desk.editor?.name} · {desk.editor?.email} ·{' '}
        {desk.editor && say(`role.${desk.editor.role}`)}
      </p>
      {changed && (
        <p class="good" role="status">
          {say('account.passwordChanged')}
        </p>
      )}
      <ProblemList say={say} problems={problems} />
      <h2>{say('secondFactor.title')}</h2>
      <p>
        {say(hasSecondFactor ? 'secondFactor.on' : 'secondFactor.off')}{' '}
        {hasSecondFactor ? (
          <a href="/admin/account/recovery-codes">{say('recovery.title')}</a>
        ) : (
          <a href="/admin/account/second-step">{say('secondFactor.setUp')}</a>
        )}
      </p>
      {props.notices && (
        <>
          <h2>{say('account.notices')}</h2>
          <form method="post" action="/admin/account/notices" class="narrow">
            <fieldset>
              <legend>{say('account.noticesHint')}</legend>
              {(['none', ...NOTICE_WISHES] as const).map((how) => (
                <label class="choice">
                  <input type="radio" name="how" value={how} checked={how === props.notices} />
                  <span>{say(`account.notices.${how}`)}</span>
                </label>
              ))}
            </fieldset>
            <button class="second">{say('account.noticesSave')}</button>
          </form>
        </>
      )}
      <h2>{say('account.sessions')}</h2>
      <div class="wide">
        <table>
          <tbody>
            {sessions.map(({ token, browser, since, isThis }) => (
              <tr>
                <td>{say('account.session', { browser, date: since })}</td>
                <td>
                  {isThis ? (
                    say('account.thisSession')
                  ) : (
                    <form method="post" action="/admin/account/sessions/end">
                      <input type="hidden" name="token" value={token} />
                      <button class="second">{say('account.revoke')}</button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sessions.length > 1 && (
        <form method="post" action="/admin/account/sessions/end">
          <button class="second">{say('account.revokeOthers')}</button>
        </form>
      )}
      {hasPassword && <PasswordForm desk={desk} problems={problems} />}
    </DeskLayout>
  )
}

function PasswordForm({ desk, problems }: Pick<AccountProps, 'desk' | 'problems'>) {
  const say = sayFor(desk)
  return (
    <>
      <h2>{say('account.password')}</h2>
      <form method="post" action="/admin/account/password" class="narrow">
        <input type="hidden" autocomplete="username" value={desk.editor?.email} />
        <Field
          name="passwordNow"
          type="password"
          label={say('account.passwordNow')}
          autocomplete="current-password"
          problems={problems}
        />
        <Field
          name="password"
          type="password"
          label={say('invitation.password')}
          hint={say('invitation.passwordHint', { count: PASSWORD_LEAST })}
          autocomplete="new-password"
          problems={problems}
        />
        <button>{say('account.password')}</button>
      </form>
    </>
  )
}

interface SetUpProps {
  desk: Desk
  /** Whether the role must have a second step before it may do anything else. */
  required: boolean
  /** False for somebody who signs in by the province's provider only. */
  asksPassword: boolean
  problems: FormProblems
}

export function SecondStepSetUpPage({ desk, required, asksPassword, problems }: SetUpProps) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('secondFactor.setUp')}>
      <div class="narrow">
        {required && <p class="good">{say('secondFactor.required')}</p>}
        <p>{say('secondFactor.why')}</p>
        <ProblemList say={say} problems={problems} />
        <form method="post" action="/admin/account/second-step">
          {asksPassword && (
            <>
              <input type="hidden" autocomplete="username" value={desk.editor?.email} />
              <Field
                name="password"
                type="password"
                label={say('secondFactor.password')}
                autocomplete="current-password"
                problems={problems}
              />
            </>
          )}
          <button>{say('secondFactor.begin')}</button>
        </form>
      </div>
    </DeskLayout>
  )
}

interface ConfirmProps {
  desk: Desk
  problems: FormProblems
  /**
   * The key as a symbol and in letters, and the recovery codes, until they are confirmed; null where this browser has
   * not begun.
   */
  shown: { symbol: string; key: string; codes: string[] } | null
}

export function SecondStepConfirmPage({ desk, problems, shown }: ConfirmProps) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('secondFactor.setUp')}>
      <div class="narrow">
        <ProblemList say={say} problems={problems} />
        {shown && (
          <>
            <p>{say('secondFactor.scan')}</p>
            <div class="qr" role="img" aria-label={say('secondFactor.scan')}>
              {raw(shown.symbol)}
            </div>
            <p>
              {say('secondFactor.key')} <b class="key">{shown.key}</b>
            </p>
            <RecoveryCodes say={say} codes={shown.codes} />
          </>
        )}
        <form method="post" action="/admin/account/second-step/confirmation">
          <Field
            name="code"
            label={say('secondFactor.confirm')}
            autocomplete="one-time-code"
            inputmode="numeric"
            problems={problems}
          />
          <button>{say('secondFactor.submit')}</button>
        </form>
      </div>
    </DeskLayout>
  )
}
