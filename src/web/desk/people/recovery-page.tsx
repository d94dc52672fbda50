import { Field, ProblemList, type FormProblems } from '../form-view.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { Say } from '../../../messages/desk-message.ts'

interface Props {
  desk: Desk
  /** Just made, shown this once; none otherwise. */
  codes: readonly string[]
  /** False for somebody who signs in by the province's provider only: a code of the application is asked instead. */
  asksPassword: boolean
  problems: FormProblems
}

export function RecoveryCodesPage({ desk, codes, asksPassword, problems }: Props) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('recovery.title')}>
      <div class="narrow">
        {codes.length > 0 ? (
          <>
            <p class="good" role="status">
              {say('recovery.made')}
            </p>
            <RecoveryCodes say={say} codes={codes} />
            <p>
              <a href="/admin/account">{say('account.title')}</a>
            </p>
          </>
        ) : (
          <>
            <ProblemList say={say} problems={problems} />
            <p>{say('recovery.why')}</p>
            <form method="post" action="/admin/account/recovery-codes">
              {asksPassword ? (
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
              ) : (
                <Field
                  name="code"
                  label={say('secondFactor.code')}
                  autocomplete="one-time-code"
                  inputmode="numeric"
                  problems={problems}
                />
              )}
              <button>{say('recovery.make')}</button>
            </form>
          </>
        )}
      </div>
    </DeskLayout>
  )
}

/** Each works once, in the place of a code of the application. */
export function RecoveryCodes({ say, codes }: { say: Say; codes: readonly string[] }) {
  return (
    <>
      <h2>{say('secondFactor.codes')}</h2>
      <p>{say('secondFactor.codesText')}</p>
      <ul class="codes">
        {codes.map((code) => (
          <li>{code}</li>
        ))}
      </ul>
    </>
  )
}
