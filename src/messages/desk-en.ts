import type { DeskCatalogue } from './desk-message.ts'

export const deskEn: DeskCatalogue = {
  'desk.title': 'Editors’ desk',
  'desk.skip': 'Skip to the content',
  'desk.rooms': 'Rooms',
  'desk.room.home': 'Today',
  'desk.room.entries': 'Entries',
  'desk.room.signs': 'Signs',
  'desk.room.orders': 'Print orders',
  'desk.room.editors': 'Accounts',
  'desk.room.audit': 'Log',
  'desk.room.account': 'My account',
  'desk.signOut': 'Sign out',
  'desk.language': 'Language of the desk',
  'desk.problems': 'Not yet, please look again:',
  'desk.done': 'Done.',

  'role.translator': 'Translator',
  'role.editor': 'Editor',
  'role.reviewer': 'Reviewer',
  'role.publisher': 'Publisher',
  'role.installer': 'Installer',
  'role.contractor': 'Sign maker',
  'role.translator.hint': 'writes translations in their own languages',
  'role.editor.hint': 'writes entries, texts and sources, places signs',
  'role.reviewer.hint': 'writes, approves texts and facts',
  'role.publisher.hint': 'everything, publication, print orders and accounts too',
  'role.installer.hint': 'records signs in the street',
  'role.contractor.hint': 'downloads the parcels given to them',

  'signIn.title': 'Sign in',
  'signIn.email': 'E-mail',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.lost':
    'Forgotten your password? A publisher of your office can send you a one-time address to set a new one.',
  'signIn.refused': 'E-mail or password is wrong, or the account has been disabled.',
  'signIn.limited': 'Too many attempts. Please wait a minute, then try again.',
  'signIn.ended':
    'Your session has ended. Sign in again; what you were writing is still on this device.',

  'secondFactor.title': 'Second step',
  'secondFactor.code': 'Six-digit code from your authenticator',
  'secondFactor.recovery': 'Or a recovery code',
  'secondFactor.submit': 'Confirm',
  'secondFactor.refused':
    'The code is wrong or too old. It changes every 30 seconds; take a new one.',
  'secondFactor.setUp': 'Turn on two-step sign-in',
  'secondFactor.required':
    'Publishers must turn on two-step sign-in before they work: what they do shows to everybody at once.',
  'secondFactor.why':
    'From then on, signing in also takes a six-digit code that an application on your telephone makes (no network needed).',
  'secondFactor.password': 'Your password',
  'secondFactor.begin': 'Begin',
  'secondFactor.scan':
    'Scan this with the authenticator on your telephone, such as Aegis, FreeOTP or Microsoft Authenticator.',
  'secondFactor.key': 'Cannot scan? Type this key into it:',
  'secondFactor.codes': 'Recovery codes',
  'secondFactor.codesText':
    'Each works once, when you do not have your telephone. Write them down and keep them safe: this page does not show them again.',
  'secondFactor.on': 'Two-step sign-in is on.',
  'secondFactor.off': 'Two-step sign-in is off.',
  'secondFactor.confirm': 'Type the six-digit code your authenticator shows now, to turn it on',

  'invitation.setUp': 'The first account',
  'invitation.setUpText':
    'You are the first. This account is a publisher: it can do everything and invite the others.',
  'invitation.title': 'Invitation to the editors’ desk',
  'invitation.text': '{by} invites you as {role}. Choose a password to begin.',
  'invitation.reset': 'Set a new password',
  'invitation.resetText':
    'Choose a new password. All open sessions will end; two-step sign-in has to be turned on again.',
  'invitation.name': 'Full name',
  'invitation.password': 'New password',
  'invitation.passwordHint':
    'At least {count} characters. A short sentence you remember is best; no odd characters are needed.',
  'invitation.submit': 'Create the account',
  'invitation.resetSubmit': 'Set the password',
  'invitation.gone': 'This address no longer works',
  'invitation.goneText':
    'The one-time address has been used, taken back or has run out. Ask whoever sent it for a new one.',

  'account.title': 'My account',
  'account.sessions': 'Open sessions',
  'account.thisSession': 'this one',
  'account.session': '{browser}, since {date}',
  'account.revoke': 'End this session',
  'account.revokeOthers': 'End all other sessions',
  'account.password': 'Change the password',
  'account.passwordNow': 'Present password',
  'account.passwordChanged': 'The password has been changed. Other sessions have ended.',

  'editors.title': 'Accounts',
  'editors.name': 'Full name',
  'editors.email': 'E-mail',
  'editors.role': 'Role',
  'editors.locales': 'Languages (translators)',
  'editors.state': 'State',
  'editors.active': 'active',
  'editors.disabled': 'disabled since {date}',
  'editors.secondFactor': 'two steps',
  'editors.disable': 'Disable',
  'editors.enable': 'Let in again',
  'editors.reset': 'Make an address to set a new password',
  'editors.change': 'Change the role',
  'editors.invite': 'Invite somebody',
  'editors.inviteSubmit': 'Make the invitation',
  'editors.link': 'One-time address',
  'editors.linkText':
    'Copy this address and send it to {name}. It shows only now, works once, and runs out on {date}.',
  'editors.open': 'Invitations not used yet',
  'editors.revoke': 'Take back',
  'editors.none': 'None.',

  'problem.email': 'This is no e-mail address; it looks like lan@langson.gov.vn',
  'problem.emailTaken': 'There is an account with this e-mail already.',
  'problem.name': 'Give the full name, at most 120 characters.',
  'problem.role': 'Choose a role.',
  'problem.locales': 'A translator needs at least one language.',
  'problem.password.short':
    'The password is too short: at least {count} characters. Add a few words.',
  'problem.password.long': 'The password is too long: at most {count} characters.',
  'problem.password.guessable':
    'This password is easily guessed. Choose a few words that have nothing to do with each other or with you.',
  'problem.passwordNow': 'The present password is wrong.',
  'problem.lastPublisher': 'At least one other publisher must be able to sign in.',
  'problem.self': 'You cannot do this to your own account.',

  'refused.title': 'You may not do this',
  'refused.text': 'Your role ({role}) does not include it. Ask a publisher of your office.',
  'missing.title': 'There is no such page',
  'missing.text': 'The address leads nowhere. Begin again from the page of today.',
  'forged.title': 'The form did not come from this site',
  'forged.text':
    'Your browser does not say that the form was sent from the desk. Open the page again and send it once more.',
}
