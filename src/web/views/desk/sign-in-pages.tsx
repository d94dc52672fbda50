import type { Invitation } from '../../../domain/editor.ts'
import { PASSWORD_LEAST } from '../../../domain/password.ts'
import { Field, ProblemList, type Problems } from './form.tsx'
import { DeskLayout, sayFor, type Desk } from './layout.tsx'

interface SignInProps {
  desk: Desk
  problems: Problems
  email: string
  /** Where to afterwards: a path of the desk, or ''. */
  next: string
  ended: boolean
}

export function SignInPage({ desk, problems, email, next, ended }: SignInProps) {
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
        <p class="hint">{say('signIn.lost')}</p>
      </div>
    </DeskLayout>
  )
}

export function SecondStepPage({
  desk,
  problems,
  next,
}: {
  desk: Desk
  problems: Problems
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

interface InvitationProps {
  desk: Desk
  invitation: Invitation
  problems: Problems
  name: string
  email: string
}

/** The first account, an invitation, or the way back in. */
export function InvitationPage({ desk, invitation, problems, name, email }: InvitationProps) {
  const say = sayFor(desk)
  const { purpose, role, by } = invitation
  const title = {
    'set-up': say('invitation.setUp'),
    invitation: say('invitation.title'),
    reset: say('invitation.reset'),
  }[purpose]
  const text = {
    'set-up': say('invitation.setUpText'),
    invitation: say('invitation.text', { by, role: say(`role.${role}`) }),
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
            problems={problems}
          />
          <button>
            {say(purpose === 'reset' ? 'invitation.resetSubmit' : 'invitation.submit')}
          </button>
        </form>
      </div>
    </DeskLayout>
  )
}

export function InvitationGonePage({ desk }: { desk: Desk }) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('invitation.gone')}>
      <p>{say('invitation.goneText')}</p>
    </DeskLayout>
  )
}
