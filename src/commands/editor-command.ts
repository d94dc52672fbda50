/**
 * Accounts from the command line: the way in when nobody can sign in any more. No mail server is needed: addresses are
 * printed, to be handed over by whoever runs this.
 */
import { parseEmail, ROLES, type Email, type Invitation, type Role } from '../domain/editor.ts'
import type { Locale } from '../domain/locale.ts'
import { addAudit } from '../store/audit-log.ts'
import type { Database } from '../store/database.ts'
import { disableEditor, findEditor, listEditors } from '../store/editors.ts'
import { findEdition } from '../store/site-settings.ts'
import { newInvitation } from '../store/new-invitation.ts'
import type { Called, Command } from './command.ts'
import { withDatabase } from './with-database.ts'
import { localesOf } from '../domain/site.ts'
import { sentenceInBoth } from '../messages/bilingual.ts'

const BY = 'command line'
const D1 = { d1: { type: 'string' } } as const

/** Status 1 for an address that has an account already. Earlier invitations to the same address end. */
export const editorAdd: Command = {
  usage:
    'EMAIL --role translator|editor|reviewer|publisher|installer|contractor [--name NAME] [--locales en,zh-Hans] [--d1 local|remote]',
  does: 'Invites an editor: prints a one-time address to send to them, where they choose a password.',
  options: {
    role: { type: 'string' },
    name: { type: 'string', default: '' },
    locales: { type: 'string', default: '' },
    ...D1,
  },
  words: [1, 1],
  async run(called) {
    const { options, words, calledWrongly } = called
    const email = parseEmail(words[0] ?? '')
    const role: Role | undefined = ROLES.find((one) => one === options['role'])
    if (!email) return calledWrongly('the address must look like lan@langson.gov.vn')
    if (!role) return calledWrongly(`--role is one of ${ROLES.join(', ')}`)
    const wanted = String(options['locales']).split(',').filter(Boolean)
    if (role === 'translator' && wanted.length === 0)
      return calledWrongly('a translator needs --locales, as in --locales en,zh-Hans')
    return withDatabase(called, async (db) => {
      const { site } = await findEdition(db)
      const offered = site ? localesOf(site) : []
      const strange = wanted.find((one) => !(offered as string[]).includes(one))
      if (strange !== undefined)
        return calledWrongly(`--locales ${strange}: site.yaml has ${offered.join(', ')}`)
      if (await findEditor(db, email)) {
        called.note(`${email}: ${sentenceInBoth('editor.known')}`)
        return 1
      }
      const name = String(options['name'])
      const locales = wanted as Locale[]
      return printAddress(called, db, { purpose: 'invitation', email, name, role, locales, by: BY })
    })
  },
}

/** Works for somebody who is disabled too, but does not let them in again. */
export const editorReset: Command = {
  usage: 'EMAIL [--d1 local|remote]',
  does: 'Prints a one-time address where an editor who is locked out sets a new password; it ends their sessions and their second step.',
  options: D1,
  words: [1, 1],
  run: (called) =>
    withEditor(called, async (db, email) => {
      const editor = await findEditor(db, email)
      if (!editor) return unknown(called, email)
      return printAddress(called, db, { purpose: 'reset', ...editor, by: BY })
    }),
}

/** Asks nobody whether a publisher remains: the command line lets the next one in. */
export const editorDisable: Command = {
  usage: 'EMAIL [--d1 local|remote]',
  does: 'Signs an editor out and keeps them out. Their name stays on what they wrote.',
  options: D1,
  words: [1, 1],
  run: (called) =>
    withEditor(called, async (db, email) => {
      if (!(await findEditor(db, email))) return unknown(called, email)
      const act = { by: BY, at: new Date().toISOString() }
      const audit = addAudit({ what: 'editor.disabled', subject: email }, act)
      await db.batch([...disableEditor(email, act), audit])
      return 0
    }),
}

/** Disabled ones too, by name; times are ISO 8601, UTC. */
export const editorList: Command = {
  usage: '[--d1 local|remote]',
  does: 'Lists the editors: e-mail, role, languages, state, second step, name; one a line, tab-separated.',
  options: D1,
  words: [0, 0],
  run: (called) =>
    withDatabase(called, async (db) => {
      for (const one of await listEditors(db))
        called.out(
          [
            one.email,
            one.role,
            one.locales.join(','),
            one.disabledAt ? `disabled ${one.disabledAt}` : 'active',
            one.hasSecondFactor ? 'two steps' : 'one step',
            one.name,
          ].join('\t'),
        )
      return 0
    }),
}

/** Status 2 for what can be no address. */
async function withEditor(
  called: Called,
  work: (db: Database, email: Email) => Promise<number>,
): Promise<number> {
  const email = parseEmail(called.words[0] ?? '')
  if (!email) return called.calledWrongly('the address must look like lan@langson.gov.vn')
  return withDatabase(called, (db) => work(db, email))
}

function unknown({ note }: Called, email: Email): number {
  note(`${email}: ${sentenceInBoth('editor.unknown')}`)
  return 1
}

/** The secret is in what is printed alone; nobody can print it again. */
async function printAddress(
  { settings, out }: Called,
  db: Database,
  wanted: Omit<Invitation, 'expires'>,
): Promise<number> {
  const now = new Date()
  const { address, statements } = await newInvitation(wanted, now, settings.origin)
  const act = { by: BY, at: now.toISOString() }
  const audit = addAudit(
    { what: `editor.${wanted.purpose}-made`, subject: wanted.email ?? '' },
    act,
  )
  await db.batch([...statements, audit])
  out(address)
  return 0
}
