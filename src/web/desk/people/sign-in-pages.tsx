import type { Invitation } from '../../../domain/editor.ts'
import { PASSWORD_LEAST } from '../../../domain/password.ts'
import { Field, ProblemList, type FormProblems } from '../form-view.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { sayOfRow } from '../../../messages/desk-message.ts'

interface SignInProps {
  desk: Desk
  problems: FormProblems
  email: string
  /** Where to afterwards: a path of the desk, or '' for its first page. */
  next: string
  /** Said to whoever was signed out while writing: what they typed is kept by their browser. */
  ended: boolean
  /** Name of the province's own place to sign in; null where there is none. */
  provider: string | null
}

export function SignInPage({ desk, problems, email, next, ended, provider }: SignInProps) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('signIn.title')}>
      <div class="narrow">
        {ended && <p class="good">{say('signIn.ended')}</p>}
        <ProblemList say={say} problems={problems} />
        <form method="post" action="/admin/sign-in">
          <input type="hidden" name="next" value={next} />
          <Field
            name="email"
            type="email"
            label={say('signIn.email')}
            value={email}
            autocomplete="username"
            problems={problems}
          />
          <Field
            name="password"
            type="password"
            label={say('signIn.password')}
            autocomplete="current-password"
            problems={problems}
          />
          <button>{say('signIn.submit')}</button>
        </form>
        {provider && (
          <p>
            <a
              class="button second"
              href={`/admin/sign-in/provider?next=${encodeURIComponent(next)}`}
            >
              {say('signIn.provider', { provider })}
            </a>
          </p>
        )}
        <p class="hint">{say('signIn.lost')}</p>
      </div>
    </DeskLayout>
  )
}

/** A one-time password or one of the recovery codes; neither is required, for either will do. */
export function SecondStepPage({
  desk,
  problems,
  next,
}: {
  desk: Desk
  problems: FormProblems
  next: string
}) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('secondFactor.title')}>
      <div class="narrow">
        <ProblemList say={say} problems={problems} />
        <form method="post" action="/admin/second-step">
          <input type="hidden" name="next" value={next} />
          <Field
            name="code"
            label={say('secondFactor.code')}
            autocomplete="one-time-code"
            inputmode="numeric"
            required={false}
            problems={problems}
          />
          <Field name="recovery" label={say('secondFactor.recovery')} required={false} />
          <button>{say('secondFactor.submit')}</button>
        </form>
      </div>
    </DeskLayout>
  )
}

/**
 * Between the province's provider and the desk: cookies of the session are not sent with a step that begins at another
 * site. `next`: a path of the desk.
 */
export function OnwardPage({ desk, next }: { desk: Desk; next: string }) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('signIn.onward')} refresh={next}>
      <p>
        <a href={next}>{say('signIn.goOn')}</a>
      </p>
    </DeskLayout>
  )
}

interface InvitationProps {
  desk: Desk
  invitation: Invitation
  problems: FormProblems
  name: string
  /** Of the address; '' for the first account, which names its own. */
  email: string
  /** Name of the provider, where it may be used instead of a password. */
  provider: string | null
}

/** The first account, an invitation, or the way back in. */
export function InvitationPage(props: InvitationProps) {
  const { desk, invitation, problems, name, email, provider } = props
  const say = sayFor(desk)
  const { purpose, role, by } = invitation
  const title = {
    'set-up': say('invitation.setUp'),
    invitation: say('invitation.title'),
    reset: say('invitation.reset'),
  }[purpose]
  const text = {
    'set-up': say('invitation.setUpText'),
    invitation: say('invitation.text', { by, role: sayOfRow(say, `role.${role}`, role) }),
    reset: say('invitation.resetText'),
  }[purpose]
  return (
    <DeskLayout desk={desk} title={title}>
      <div class="narrow">
        <p>{text}</p>
        <ProblemList say={say} problems={problems} />
        <form method="post">
          {purpose !== 'reset' && (
            <Field
              name="name"
              label={say('invitation.name')}
              value={name}
              autocomplete="name"
              problems={problems}
            />
          )}
          {invitation.email ? (
            <p>
              {say('signIn.email')}: <b>{invitation.email}</b>
              <input type="hidden" name="email" autocomplete="username" value={invitation.email} />
            </p>
          ) : (
            <Field
              name="email"
              type="email"
              label={say('signIn.email')}
              value={email}
              autocomplete="username"
              problems={problems}
            />
          )}
          <Field
            name="password"
            type="password"
            label={say('invitation.password')}
            hint={say('invitation.passwordHint', { count: PASSWORD_LEAST })}
            autocomplete="new-password"
            required={provider === null}
            problems={problems}
          />
          <button>
            {say(purpose === 'reset' ? 'invitation.resetSubmit' : 'invitation.submit')}
          </button>
          {provider && (
            <>
              <p class="hint">{say('invitation.providerText', { provider })}</p>
              <button class="second" name="by" value="provider">
                {say('invitation.provider', { provider })}
              </button>
            </>
          )}
        </form>
      </div>
    </DeskLayout>
  )
}

/** Used, taken back or run out: which of them is not said. */
export function InvitationGonePage({ desk }: { desk: Desk }) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('invitation.gone')}>
      <p>{say('invitation.goneText')}</p>
    </DeskLayout>
  )
}
