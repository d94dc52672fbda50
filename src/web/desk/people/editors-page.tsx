import { ROLES, type Editor, type Invitation, type Role } from '../../../domain/editor.ts'
import { ownName } from '../../../domain/locale.ts'
import type { EditorState, OpenInvitation } from '../../../store/editors.ts'
import { Field, ProblemList, type FormProblems } from '../form-view.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { type Say, sayOfRow } from '../../../messages/desk-message.ts'
import { localesOf } from '../../../domain/site.ts'

interface Props {
  desk: Desk
  editors: EditorState[]
  invitations: OpenInvitation[]
  problems: FormProblems
  /** What was typed, after a problem; nothing otherwise. */
  typed: Partial<Pick<Editor, 'name' | 'email' | 'role'>> & { locales?: readonly string[] }
  /**
   * A one-time address that was just made, shown this once. `mailed`: null where this site sends no mail, false when it
   * could not.
   */
  link: { address: string; invitation: Invitation; mailed: boolean | null } | null
  /** Day and minute, local. */
  dateOf: (iso: string) => string
}

export function EditorsPage(props: Props) {
  const { desk, editors, invitations, problems, typed, link, dateOf } = props
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('editors.title')}>
      {link && (
        <div class="good" role="status">
          <p>
            {say('editors.linkText', {
              name: link.invitation.name || (link.invitation.email ?? ''),
              date: dateOf(link.invitation.expires),
            })}
          </p>
          {link.mailed !== null && (
            <p>
              {say(link.mailed ? 'mail.sent' : 'mail.notSent', {
                email: link.invitation.email ?? '',
              })}
            </p>
          )}
          <label for="link">{say('editors.link')}</label>
          <input id="link" class="key" readonly value={link.address} />
        </div>
      )}
      <ProblemList say={say} problems={problems} />
      <div class="wide">
        <table class="people">
          <thead>
            <tr>
              <th scope="col">{say('editors.name')}</th>
              <th scope="col">{say('editors.role')}</th>
              <th scope="col">{say('editors.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {editors.map((editor) => (
              <EditorRow say={say} desk={desk} editor={editor} dateOf={dateOf} />
            ))}
          </tbody>
        </table>
      </div>
      <h2>{say('editors.open')}</h2>
      {invitations.length === 0 ? (
        <p>{say('editors.none')}</p>
      ) : (
        <div class="wide">
          <table class="people">
            <tbody>
              {invitations.map(({ digest, name, email, role, expires }) => (
                <tr>
                  <td>
                    {name} {email}
                  </td>
                  <td>{sayOfRow(say, `role.${role}`, role)}</td>
                  <td>{dateOf(expires)}</td>
                  <td>
                    <form method="post" action={`/admin/editors/invitations/${digest}/end`}>
                      <button class="second">{say('editors.revoke')}</button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{say('editors.invite')}</h2>
      <form
        method="post"
        action="/admin/editors/invitations"
        class="narrow"
        data-module="keep-form"
      >
        <Field
          name="name"
          label={say('editors.name')}
          value={typed.name ?? ''}
          problems={problems}
        />
        <Field
          name="email"
          type="email"
          label={say('editors.email')}
          value={typed.email ?? ''}
          problems={problems}
        />
        <RoleFields say={say} desk={desk} role={typed.role} locales={typed.locales ?? []} />
        <button>{say('editors.inviteSubmit')}</button>
      </form>
    </DeskLayout>
  )
}

interface RowProps {
  say: Say
  desk: Desk
  editor: EditorState
  dateOf: (iso: string) => string
}

function EditorRow({ say, desk, editor, dateOf }: RowProps) {
  const { email, name, role, locales, disabledAt, hasSecondFactor } = editor
  const at = `/admin/editors/${encodeURIComponent(email)}`
  const isSelf = email === desk.editor?.email
  return (
    <tr>
      <td>
        <b>{name}</b>
        <br />
        {email}
      </td>
      <td>
        {sayOfRow(say, `role.${role}`, role)}
        {role === 'translator' && `: ${locales.map(ownName).join(', ')}`}
        {!isSelf && (
          <details>
            <summary>{say('editors.change')}</summary>
            <form method="post" action={`${at}/role`}>
              <RoleFields say={say} desk={desk} role={role} locales={locales} id={email} />
              <button>{say('editors.change')}</button>
            </form>
          </details>
        )}
      </td>
      <td>
        {disabledAt ? say('editors.disabled', { date: dateOf(disabledAt) }) : say('editors.active')}
        {hasSecondFactor && ` · ${say('editors.secondFactor')}`}
      </td>
      <td>
        <div class="row">
          {!isSelf && (
            <form method="post" action={`${at}/${disabledAt ? 'enablement' : 'disablement'}`}>
              <button class="second">
                {say(disabledAt ? 'editors.enable' : 'editors.disable')}
              </button>
            </form>
          )}
          {!disabledAt && (
            <form method="post" action={`${at}/reset`}>
              <button class="second">{say('editors.reset')}</button>
            </form>
          )}
        </div>
      </td>
    </tr>
  )
}

interface RoleProps {
  say: Say
  desk: Desk
  role: Role | undefined
  locales: readonly string[]
  /** Added where the page has these fields more than once, so that labels find their own. */
  id?: string
}

function RoleFields({ say, desk: { site }, role, locales, id = '' }: RoleProps) {
  const offered = localesOf(site)
  return (
    <>
      <fieldset id={id ? undefined : 'role'}>
        <legend>{say('editors.role')}</legend>
        {ROLES.map((one) => (
          <label class="choice">
            <input type="radio" name="role" value={one} checked={one === role} required />
            <span>
              <b>{say(`role.${one}`)}</b>: {say(`role.${one}.hint`)}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset id={id ? undefined : 'locales'}>
        <legend>{say('editors.locales')}</legend>
        {offered.map((locale) => (
          <label class="choice">
            <input
              type="checkbox"
              name="locales"
              value={locale}
              checked={locales.includes(locale)}
            />
            <span lang={locale}>{ownName(locale)}</span>
          </label>
        ))}
      </fieldset>
    </>
  )
}
