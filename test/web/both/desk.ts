/** The desk of a running installation, and browsers in front of it that keep their cookies. */
import { createApp } from '../../../src/app.ts'
import type { Editor, Email, Role } from '../../../src/domain/editor.ts'
import type { Folder } from '../../../src/domain/folder.ts'
import type { Locale } from '../../../src/domain/locale.ts'
import type { Database } from '../../../src/store/database.ts'
import { findEdition } from '../../../src/store/site-settings.ts'
import { mediaInMemory } from '../../media-in-memory.ts'
import { newInvitation } from '../../../src/store/new-invitation.ts'
import { Pages } from '../../../src/web/pages.ts'
import { newSummingCounter } from '../../../src/web/scan-counter.ts'
import type { Services } from '../../../src/web/services.ts'
import { addEditor, newAuth, type AuthSettings } from '../../../src/web/session.ts'
import { NOW, openImported, ORIGIN } from './running.ts'
import { findSignedIn, keepSignedIn } from './signed-in.ts'

/** What an installation may have besides. */
interface Outside extends Partial<Omit<Services, 'provider'>> {
  provider?: AuthSettings['provider']
}

export const PASSWORD = 'cá chép vượt vũ môn quan'

export interface Answer {
  status: number
  /** Path and query of where it leads, or ''. */
  to: string
  text: string
  headers: Headers
}

export class Browser {
  readonly #cookies = new Map<string, string>()
  /** Of the next requests; wrong ones play a page elsewhere. */
  origin: string | null = ORIGIN

  constructor(private readonly fetch: (request: Request) => Promise<Response>) {}

  get(path: string): Promise<Answer> {
    return this.#ask(new Request(`${ORIGIN}${path}`, { headers: this.#headers() }))
  }

  post(path: string, fields: Record<string, string | string[]> = {}): Promise<Answer> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    )
    const headers = this.#headers()
    if (this.origin) headers.set('Origin', this.origin)
    return this.#ask(new Request(`${ORIGIN}${path}`, { method: 'POST', headers, body }))
  }

  /** As `post`, and on to the page that what was done leads to, as browsers go. */
  async submit(path: string, fields: Record<string, string | string[]> = {}): Promise<Answer> {
    const answer = await this.post(path, fields)
    return answer.status === 303 ? this.get(answer.to) : answer
  }

  /** A form with files. */
  send(
    path: string,
    fields: Record<string, string | File> | [name: string, file: File][],
  ): Promise<Answer> {
    const body = new FormData()
    for (const [name, file] of Array.isArray(fields) ? fields : Object.entries(fields))
      body.append(name, file)
    const headers = this.#headers()
    if (this.origin) headers.set('Origin', this.origin)
    return this.#ask(new Request(`${ORIGIN}${path}`, { method: 'POST', headers, body }))
  }

  /** The answer as it comes. */
  raw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
    const all = this.#headers()
    for (const [name, value] of Object.entries(headers)) all.set(name, value)
    return this.fetch(new Request(`${ORIGIN}${path}`, { method, headers: all }))
  }

  async download(path: string): Promise<{ headers: Headers; bytes: Uint8Array }> {
    const request = new Request(`${ORIGIN}${path}`, { headers: this.#headers() })
    const response = await this.fetch(request)
    return { headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
  }

  /** As another browser that has stolen, or kept, the cookies of this one. */
  copy(): Browser {
    const other = new Browser(this.fetch)
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value)
    return other
  }

  cookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  #headers(): Headers {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Headers({ 'User-Agent': 'Mozilla/5.0 Firefox/140.0', Cookie: cookie })
  }

  async #ask(request: Request): Promise<Answer> {
    const response = await this.fetch(request)
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    const to = response.headers.get('Location') ?? ''
    return {
      status: response.status,
      to: to.startsWith(ORIGIN) ? to.slice(ORIGIN.length) : to,
      text: await response.text(),
      headers: response.headers,
    }
  }
}

export interface RunningDesk {
  db: Database
  services: Services
  /** From a network address of its own unless told: limits count by it. */
  browser: (client?: string) => Browser
  /** Signed in as a new editor of that role. Publishers have passed the second step's set-up. */
  as: (role: Role, change?: Partial<Editor>) => Promise<{ browser: Browser; editor: Editor }>
  /** The path of a new one-time address. */
  invitation: (change: Partial<Parameters<typeof newInvitation>[0]>, at?: Date) => Promise<string>
}

export async function runDesk(
  folder: Folder,
  { provider = null, ...more }: Outside = {},
): Promise<RunningDesk> {
  const { db, database } = await openImported(folder)
  const auth = newAuth({ database, secret: 'for-tests-only-'.repeat(3), origin: ORIGIN, provider })
  const now = () => NOW
  const services: Services = {
    db,
    auth,
    now,
    origin: ORIGIN,
    practice: false,
    ...more,
    ...(provider && { provider: provider.name }),
    pages: new Pages(() => findEdition(db), now),
    scans: newSummingCounter(db, now),
    media: mediaInMemory(),
    findStatic: () => Promise.resolve(null),
  }
  const app = createApp()
  let count = 0
  const browser = (client = `198.51.100.${++count % 250}`) =>
    new Browser(async (request) => app.fetch(request, { services, client }))
  return {
    db,
    services,
    browser,
    async as(role, change = {}) {
      const email = `${role}-${++count}@example.gov.vn` as Email
      const editor: Editor = {
        email,
        name: `Trần Thị ${count}`,
        role,
        locales: ['en' as Locale],
        ...change,
      }
      const theirs = browser()
      const before = findSignedIn(editor)
      if (before) {
        await db.batch(before.rows)
        for (const [name, value] of before.cookies) theirs.cookie(name, value)
        return { browser: theirs, editor }
      }
      await addEditor(auth, { ...editor, password: PASSWORD })
      const signedIn = await theirs.post('/admin/sign-in', {
        email: editor.email,
        password: PASSWORD,
      })
      if (signedIn.status !== 303) throw new Error(`${signedIn.status} ${signedIn.text}`)
      if (role === 'publisher')
        await db.run({
          text: 'UPDATE editor SET twoFactorEnabled = 1 WHERE email = ?',
          values: [editor.email],
        })
      await keepSignedIn(db, editor, theirs.cookies)
      return { browser: theirs, editor }
    },
    async invitation(change, at = NOW) {
      const made = await newInvitation(
        {
          purpose: 'invitation',
          email: 'moi@example.gov.vn' as Email,
          name: 'Mới',
          role: 'editor',
          locales: [],
          by: 'lan@example.gov.vn',
          ...change,
        },
        at,
        ORIGIN,
      )
      await db.batch(made.statements)
      return made.address.slice(ORIGIN.length)
    },
  }
}
