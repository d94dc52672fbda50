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

  'facts.title': 'Facts: {name}',
  'facts.intro':
    'Facts are shared by all languages. Leave blank what is not known; do not guess. Each should have its source: type the id of the source, such as s1.',
  'facts.saved': 'The facts are saved, state {number}.',
  'facts.unchanged': 'Nothing was changed, so nothing was saved.',
  'facts.created': 'The entry has been made. Now fill in what is known.',
  'facts.state': 'State {number}, saved by {by}, {date}.',
  'facts.review.pending': 'Not approved yet.',
  'facts.review.approved':
    'Approved by {by} on {date}. Once facts change they need approval again.',
  'facts.toEntry': 'Back to the entry',
  'facts.toForm': 'Edit the facts',
  'facts.toApproval': 'Read through and approve',
  'facts.toHistory': 'History',
  'facts.parts': 'Parts',
  'facts.save': 'Save the facts',
  'facts.more': 'More rows: {part}',
  'facts.row': '{part} {number}',
  'facts.remove': 'Remove this row',
  'facts.choose': '– choose –',
  'facts.warnings': 'Worth another look (it can be saved all the same):',
  'facts.errors': 'Not saved yet, please mend:',
  'facts.nothing': 'Nothing.',
  'facts.yes': 'yes',
  'facts.slug': 'Name in the address',
  'facts.slugHint':
    'Small letters without marks, digits and hyphens, such as hoang-van-thu. If you change it, the old one is kept below among former names and still leads here.',
  'facts.slug.wrong':
    '“{slug}” cannot be an address. Use small letters without marks, digits and hyphens, such as hoang-van-thu.',
  'facts.slug.taken':
    '“{slug}” belongs to {owner}. Add a word that tells them apart, such as the ward: {free}.',
  'facts.part.names': 'Name',
  'facts.part.names.hint':
    'The official name and translations are printed on signs. Spell every mark rightly, with no full stop. For a former name give “Until”.',
  'facts.part.formerSlugs': 'Former name in the address',
  'facts.part.formerSlugs.hint':
    'Old addresses still lead here. Do not remove any that were printed or shared.',
  'facts.part.namedAfter': 'Named after',
  'facts.part.namedAfter.hint':
    'Type part of the name, then choose from the list. If the figure has no entry, make that first.',
  'facts.part.namings': 'Naming',
  'facts.part.namings.hint':
    'Which body, which document, which day. Example: Provincial People’s Council, 10/NQ-HĐND, 07/07/2022.',
  'facts.part.extent': 'Extent',
  'facts.part.extent.hint':
    'As in the resolution. Length and width in metres, digits only: 1.22 km is 1220, 9.5 m is 9.5.',
  'facts.part.born': 'Born',
  'facts.part.born.hint':
    'If only the year is known, write the year. A lunar date stands apart, as its source has it.',
  'facts.part.died': 'Died',
  'facts.part.died.hint': 'Leave blank for somebody living, and tick the box below.',
  'facts.part.livingPerson': 'A living person',
  'facts.part.livingPerson.hint': 'Needs more care before publication.',
  'facts.part.rank': 'Rank',
  'facts.part.rank.hint': 'Rank, year and number of the decision.',
  'facts.part.adminUnits': 'Ward or commune',
  'facts.part.adminUnits.hint':
    'Type the name, then choose from the list. On 1 July 2025 many codes and names went to other units: give old ones “Until” 2025-07-01 and new ones “From” 2025-07-01.',
  'facts.part.position': 'Position',
  'facts.part.position.hint':
    'Decimal degrees, with a point. In Viet Nam latitude is the small number (21.853), longitude the large one (106.761). Above 50 m the page says “about”.',
  'facts.part.restrictedLocation': 'Do not show the exact place',
  'facts.part.restrictedLocation.hint':
    'For places better not found, such as things easily stolen.',
  'facts.part.images': 'Picture',
  'facts.part.images.hint':
    'The description is for those who cannot see the picture, in each language that has a text. Files are added and removed elsewhere.',
  'facts.part.related': 'Related entry',
  'facts.part.related.hint': 'Type part of the name, then choose from the list.',
  'facts.part.sources': 'Source',
  'facts.part.sources.hint':
    'A blank id is given by itself. Texts cite a source by its id: [^s1]. “General knowledge” is for facts not yet approved, and is never printed.',
  'facts.part.withheld': 'Withhold the whole entry',
  'facts.part.withheld.hint':
    'The page does not show; scanning its sign says that the text is being prepared.',
  'facts.source': 'Source',
  'facts.from': 'From',
  'facts.to': 'Until',
  'facts.date': 'Date',
  'facts.lunar': 'Lunar date',
  'facts.circa': 'About',
  'facts.name': 'Name',
  'facts.locale': 'Language',
  'facts.nameKind': 'Kind of name',
  'facts.nameKind.official': 'official',
  'facts.nameKind.former': 'former',
  'facts.nameKind.other': 'other',
  'facts.nameKind.other-script': 'in another script',
  'facts.nameKind.translation': 'translation',
  'facts.formerSlug': 'Former name in the address',
  'facts.figure': 'Figure',
  'facts.entry': 'Entry',
  'facts.body': 'Body',
  'facts.number': 'Number',
  'facts.act': 'Act',
  'facts.act.named': 'named',
  'facts.act.renamed': 'renamed',
  'facts.act.extended': 'extended',
  'facts.act.abolished': 'abolished',
  'facts.extentFrom': 'From',
  'facts.extentTo': 'To',
  'facts.lengthM': 'Length (metres)',
  'facts.widthM': 'Width (metres)',
  'facts.level': 'Rank',
  'facts.rank.special-national': 'special national',
  'facts.rank.national': 'national',
  'facts.rank.provincial': 'provincial',
  'facts.rank.inventoried': 'inventoried',
  'facts.year': 'Year',
  'facts.decision': 'Decision',
  'facts.unit': 'Ward or commune',
  'facts.lat': 'Latitude',
  'facts.lon': 'Longitude',
  'facts.accuracyM': 'Accuracy (metres)',
  'facts.file': 'File',
  'facts.alt': 'Description',
  'facts.decorative': 'Only decoration',
  'facts.author': 'Author',
  'facts.licence': 'Licence',
  'facts.sourceId': 'Id',
  'facts.title.document': 'Title',
  'facts.publisher': 'Publisher',
  'facts.url': 'Web address',
  'facts.accessed': 'Looked up on',
  'facts.sourceKind': 'Kind of source',
  'facts.sourceKind.document': 'document',
  'facts.sourceKind.general-knowledge': 'general knowledge',
  'facts.said.missing':
    'Not filled in. Fill it in; if it is not needed, leave the whole group blank or tick “Remove this row”.',
  'facts.said.notNumber':
    '“{value}” is no number. Write digits, a point for decimals and no unit, such as 21.853.',
  'facts.said.notMetres':
    '“{value}” must be metres, without a unit. 1.22 km is 1220; 9.5 m is 9.5.',
  'facts.said.outOfRange': '{value} must lie between {min} and {max}.',
  'facts.said.notWhole': '“{value}” must be a whole number, such as 1999.',
  'facts.said.absurd':
    '{value} metres cannot be (above 0 and at most {most}). Check the unit: it must be metres.',
  'facts.said.notOneOf': '“{value}” is not in the list. Choose again.',
  'facts.said.notEntry':
    'There is no entry “{value}”. Type part of the name and choose from the list.',
  'facts.said.notSlug':
    '“{value}” cannot be an address. Use small letters without marks, digits and hyphens, such as le-loi.',
  'facts.said.notSourceId':
    '“{value}” is no id of a source. Use letters without marks, digits and hyphens, such as s1.',
  'facts.said.notWebAddress': '“{value}” must be an address that begins with https:// or http://.',
  'facts.said.dateMalformed':
    'The date “{value}” is in the wrong form. Write 04/11/1909 (day first) or 1909-11-04; 11/1909 or 1909 where no more is known (dates of wards and “looked up on” need a whole date).',
  'facts.said.dateImpossible': 'The calendar has no {value}. Look it up again.',
  'facts.said.dateFuture': '{date} is after today ({today}). Check year and month.',
  'facts.said.noName': 'An entry needs at least one name. Give the official one.',
  'facts.said.noSource':
    'An entry needs at least one source. If there is no document yet, add one and choose “general knowledge”.',
  'facts.said.livingAndDead':
    'It says both that the person lives and died ({died}). Remove one of the two.',
  'facts.said.slugNotFromName':
    'The name in the address, “{slug}”, does not match “{name}”. For a new entry it should be “{expected}”; if it is public already, leave it.',
  'facts.said.formerSlugTaken':
    '“{slug}” belongs to {owner}. An address leads to one entry only; remove this row.',
  'facts.said.unitUnknown':
    'There is no ward or commune “{code}”. Type the name and choose from the list.',
  'facts.said.unitNotYet':
    '{name} (code {code}) exists only from {validFrom}, but this says {date}. Change “From”, or choose the unit of that day.',
  'facts.said.unitAbolished':
    '{name} (code {code}) ended on {validTo}, but this still says {date}. Give “Until” {validTo}, and add a row for the new unit.',
  'facts.said.swapped':
    'The two numbers seem to be swapped. In Viet Nam latitude is the small one, longitude the large one.',
  'facts.said.noSuchPlace': 'There is no {lat}, {lon} on the Earth. Check both numbers.',
  'facts.said.sourceUnknown':
    'Source “{id}” is cited here or in a text, but is not among the sources (there are: {known}). Correct the id or add the source.',
  'facts.said.sourceNoTitle': 'Source “{id}” has no title.',
  'facts.said.sourceUncited':
    'Source “{id}” is not cited anywhere. Add [^{id}] to the text after what rests on it, or remove the source.',
  'facts.said.generalKnowledge':
    'Source “{id}” is only general knowledge: it cannot be approved nor printed. Put a document in its place.',
  'facts.said.noCredit': 'Every picture needs its author and its licence.',
  'facts.said.noAlt':
    'Picture {image} has no description in “{locale}”. Describe it, or tick that it is only decoration.',
  'facts.said.noImage': 'This entry has no picture file {image}.',
  'facts.said.toItself': 'This is the entry itself. Remove it, or choose another.',
  'facts.said.mentionMarks':
    'Here it says “{found}”, but the name is “{name}”: only the marks differ. Correct it; if the other spelling is right too, add it to the names of that entry as “other”.',
  'facts.said.control':
    'There are hidden control characters (line breaks, tabs or reversed writing). Clear the field and type it again instead of pasting.',
  'facts.conflict': '{by} saved these facts on {date} while you were editing',
  'facts.conflictText':
    'Nothing of yours is saved yet. Parts you did not touch now follow the new state; what you changed still stands in the form below. Look at what the other changed, then save.',
  'facts.conflictBoth':
    'Changed by both: {parts}. The form keeps yours; saving puts it in place of the other.',
  'facts.approval.title': 'Approval: {name}',
  'facts.approval.hint':
    'Read each fact against its source. Whoever approves is named on the page for all to read.',
  'facts.approval.problems': 'It cannot be approved yet, because:',
  'facts.approval.ready': 'Nothing stands in the way of approval.',
  'facts.approval.role': 'Office, as it stands on the page',
  'facts.approval.submit': 'I approve these facts',
  'facts.approval.end': 'Take the approval back',
  'facts.approval.ownWork':
    'You have changed these facts since they were last approved, so somebody else has to approve them (four eyes).',
  'facts.approval.notYours': 'Your role does not approve facts; a reviewer or a publisher does.',
  'facts.approval.overtaken':
    'The facts have changed since you opened this page. Read the new state below.',
  'facts.approval.already': 'These facts are approved already.',
  'facts.approval.notApproved': 'These facts are not approved, so there is nothing to take back.',
  'facts.history.title': 'History: {name}',
  'facts.history.state': 'State {number}',
  'facts.history.first': 'The first state.',
  'facts.history.same': 'The facts are the same.',
  'facts.history.approved': 'Approved: {by}, {date}',
  'facts.history.pending': 'Approval taken back',
  'facts.history.removed': 'removed',
  'facts.history.added': 'added',
  'facts.history.compare': 'Compare',
  'facts.history.from': 'Earlier state',
  'facts.history.to': 'Later state',
  'facts.history.between': 'Between state {from} and state {to}',
  'facts.history.restore': 'Bring back state {number}',
  'facts.history.restored':
    'State {number} cannot be brought back as it is: mend what is listed below, then save.',
  'facts.history.overtaken':
    'The facts have changed since you opened this page, so nothing was brought back. Look at the list again.',
  'facts.new.title': 'A new entry',
  'facts.new.kind': 'Kind of entry',
  'facts.new.kind.street': 'street',
  'facts.new.kind.figure': 'figure',
  'facts.new.kind.heritage-site': 'heritage site',
  'facts.new.kind.place': 'other place',
  'facts.new.name': 'Official name',
  'facts.new.nameHint': 'Spell every mark as the document does, such as Đường Lê Lợi.',
  'facts.new.slugHint':
    'Left blank it is made from the name. Small letters without marks, digits and hyphens. It should not change once public.',
  'facts.new.names': 'Names in other languages, if there are any',
  'facts.new.source': 'First source',
  'facts.new.sourceHint':
    'Title of the document. Left blank it says general knowledge, to be replaced later.',
  'facts.new.propose': 'Propose a name for the address',
  'facts.new.create': 'Make the entry',
  'facts.new.noKind': 'Choose a kind of entry.',
  'facts.new.noSlug':
    'No address can be made of this name, for it has no Latin letters. Type one, such as ten-moi.',
}
