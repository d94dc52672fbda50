/**
 * Who is signed in. Passwords, sessions, second factors and their limits are better-auth's; its own routes are not
 * served: our forms ask it through the functions here, so that they work without scripts.
 */
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Editor, Email, Role } from '../domain/editor.ts'
import { PASSWORD_LEAST, PASSWORD_MOST } from '../domain/password.ts'
import type { Locale } from '../domain/locale.ts'
import { signInBy, type Provider } from './provider.ts'
import { FairTurns } from './fair-turns.ts'

export interface AuthSettings {
  /** The D1 binding, or a file with its face (src/store/sqlite-binding.ts). */
  database: BetterAuthOptions['database']
  secret: string
  /** As in `https://qr.langson.gov.vn`. */
  origin: string
  provider: Provider | null
}

/** Days that a session lasts from its last use. */
const SESSION_DAYS = 7
const SECONDS_A_DAY = 86_400
/** Set by us from what the runtime knows; what a client sends under this name is dropped. */
const CLIENT_HEADER = 'x-stele-client'
/** Where the library believes its routes lie. */
const BASE = '/admin/auth'

export type Auth = ReturnType<typeof newAuth>

/**
 * Sign-up is closed: accounts come from invitations alone. Sessions last SESSION_DAYS from their last use, and every
 * limit counts in the database, so that several processes share it.
 */
export function newAuth({ database, secret, origin, provider }: AuthSettings) {
  // Shown by the application that makes the one-time passwords.
  const issuer = `Stele ${new URL(origin).hostname}`
  return betterAuth({
    database,
    secret,
    appName: issuer,
    baseURL: origin,
    basePath: BASE,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LEAST,
      // Counted in UTF-16 units there and in characters here, so that theirs is the wider bound.
      maxPasswordLength: 2 * PASSWORD_MOST,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      modelName: 'editor',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        locales: { type: 'string', required: true, input: false },
        disabledAt: { type: 'string', required: false, input: false },
      },
    },
    session: {
      modelName: 'editor_session',
      expiresIn: SESSION_DAYS * SECONDS_A_DAY,
      updateAge: SECONDS_A_DAY / 4,
      // What changes in an editor's role or passing of the second factor counts at once.
      cookieCache: { enabled: false },
      additionalFields: {
        owesSecondStep: { type: 'boolean', required: false, input: false },
      },
    },
    account: {
      modelName: 'editor_account',
      // Only an address that the provider itself has verified makes two accounts one.
      accountLinking: { enabled: true, trustedProviders: [] },
    },
    verification: { modelName: 'editor_verification' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'editor_rate_limit',
      window: 60,
      max: 120,
      customRules: {
        // An office, or a class, comes through one address; guessing at this rate takes centuries (password.ts).
        '/sign-in/email': { window: 60, max: 30 },
        '/two-factor/*': { window: 60, max: 30 },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const editor = await context?.context.internalAdapter.findUserById(session.userId)
            const { disabledAt } = (editor ?? {}) as { disabledAt?: string | null }
            if (disabledAt) throw new APIError('UNAUTHORIZED', { message: 'disabled' })
            // A provider may ask for less than we do: our own second step comes after it.
            return { data: { owesSecondStep: context?.path === '/callback/:id' } }
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'stele',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/admin' },
      // It must come back with a browser that another site sends.
      cookies: { state: { attributes: { sameSite: 'lax' } } },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    plugins: [
      twoFactor({
        issuer,
        twoFactorTable: 'editor_second_factor',
        // Who signs in by the provider may have no password here.
        allowPasswordless: true,
        totpOptions: { digits: 6, period: 30 },
        backupCodeOptions: { amount: 10, length: 10, storeBackupCodes: 'encrypted' },
      }),
      ...(provider ? [signInBy(provider)] : []),
    ],
  })
}

/** Somebody signed in. */
export interface Session {
  editor: Editor
  /** Names this session among the editor's own. */
  token: string
  /** Whether one is set up, not whether it was asked for. */
  hasSecondFactor: boolean
  /** Came through the provider, and has not proved themselves to us a second time. */
  owesSecondStep: boolean
}

/** Null where nobody is signed in, the session has run out, or the account was disabled. Read anew at every request. */
export async function sessionOf(auth: Auth, request: Request): Promise<Session | null> {
  const found = await auth.api.getSession({ headers: request.headers })
  if (!found || found.user.disabledAt) return null
  const { email, name, role, locales, twoFactorEnabled } = found.user
  return {
    editor: {
      email: email as Email,
      name,
      role: role as Role,
      locales: JSON.parse(locales) as Locale[],
    },
    token: found.session.token,
    hasSecondFactor: twoFactorEnabled === true,
    owesSecondStep: twoFactorEnabled === true && found.session.owesSecondStep === true,
  }
}

/** What the library's route answered. */
export interface AuthAnswer {
  status: number
  /** Of its JSON; empty where it has none. */
  body: Record<string, unknown>
  /** To be handed on to the browser. */
  cookies: string[]
  /** Where it leads, or ''. */
  location: string
}

/** Routes that hash a password, which takes a core for some 60 ms. */
const HASHING = [
  '/sign-in/email',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/generate-backup-codes',
]
/** Two at once of one network address is a person who pressed twice; fifty of all is a class that begins. */
const hashing = new FairTurns(2, 50)

/** Asks the library's own route, with its limits, for the browser behind `request`. `client`: its address. */
export async function ask(
  auth: Auth,
  request: Request,
  client: string | null,
  path: string,
  body: Record<string, unknown> | null,
): Promise<AuthAnswer> {
  const { origin } = new URL(auth.options.baseURL)
  const headers = new Headers({ Origin: origin, Cookie: request.headers.get('Cookie') ?? '' })
  headers.set('User-Agent', request.headers.get('User-Agent') ?? '')
  if (client) headers.set(CLIENT_HEADER, client)
  if (body) headers.set('Content-Type', 'application/json')
  const asked = new Request(`${origin}${BASE}${path}`, {
    method: body ? 'POST' : 'GET',
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  const answering = HASHING.includes(path)
    ? hashing.run(client ?? '', () => auth.handler(asked))
    : auth.handler(asked)
  if (!answering) return { status: 429, body: {}, cookies: [], location: '' }
  const response = await answering
  const text = await response.text()
  return {
    status: response.status,
    body: text ? ((JSON.parse(text) as Record<string, unknown> | null) ?? {}) : {},
    cookies: response.headers.getSetCookie(),
    location: response.headers.get('Location') ?? '',
  }
}

export interface NewEditor extends Editor {
  /** Null for somebody who signs in by the provider. */
  password: string | null
}

/** An account whose address counts as verified, for an invitation came by it. Throws when the address is taken. */
export async function addEditor(
  auth: Auth,
  { email, name, role, locales, password }: NewEditor,
): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context
  const editor = await internalAdapter.createUser(
    { email, name, role, emailVerified: true, locales: JSON.stringify(locales) },
    { method: 'admin' },
  )
  if (password !== null) await addPassword(auth, editor.id, await passwords.hash(password))
}

async function addPassword(auth: Auth, userId: string, hash: string): Promise<void> {
  const { internalAdapter } = await auth.$context
  await internalAdapter.linkAccount({
    userId,
    accountId: userId,
    providerId: 'credential',
    password: hash,
  })
}

/**
 * False when there is no such editor, or true with the password set, for the first time or anew. All their sessions
 * end.
 */
export async function setPassword(auth: Auth, email: Email, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true })
  if (!found) return false
  const { id } = found.user
  const hash = await passwords.hash(password)
  if (found.accounts.some(({ providerId }) => providerId === 'credential'))
    await internalAdapter.updatePassword(id, hash)
  else await addPassword(auth, id, hash)
  await internalAdapter.deleteUserSessions(id)
  return true
}
