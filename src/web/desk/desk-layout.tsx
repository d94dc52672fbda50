import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { may, type Action, type Editor } from '../../domain/editor.ts'
import type { Site } from '../../domain/site.ts'
import {
  DESK_LANGUAGES,
  deskMessage,
  type DeskLanguage,
  type Say,
} from '../../messages/desk-message.ts'
import { DESK_STYLE } from './desk-style.ts'
import type { DeskKey } from '../../messages/desk-key.ts'
import { ownName, type Locale } from '../../domain/locale.ts'

/** What every page of the desk knows. */
export interface Desk {
  /** Names the styles and scripts of this page for its policy. */
  language: DeskLanguage
  nonce: string
  /** Null before signing in: pages at the door have no menu. */
  editor: Editor | null
  site: Site
  /** Of the request, without its query; tells which room is marked in the menu. */
  path: string
  /** Name of what was sent and is answered here without having been saved; null as a rule. */
  sent: string | null
  /** The list of entries as it was last filtered. */
  listAt: string
  /** The practice desk: whatever is done here is thrown away when it ends. */
  practice: boolean
}

/** Throws at a value that the sentence needs and was not given, as deskMessage does. */
export function sayFor({ language }: Desk): Say {
  return (key, values) => deskMessage(language, key, values)
}

/** In the order of the menu; a room is shown to those who may do its action. */
const ROOMS: { key: DeskKey; path: string; action: Action }[] = [
  { key: 'desk.room.home', path: '/admin/', action: 'desk.open' },
  { key: 'desk.room.entries', path: '/admin/entries', action: 'entry.read' },
  { key: 'desk.room.review', path: '/admin/review', action: 'entry.read' },
  { key: 'desk.room.signs', path: '/admin/signs', action: 'sign.read' },
  { key: 'desk.room.orders', path: '/admin/orders', action: 'order.read' },
  { key: 'desk.room.editors', path: '/admin/editors', action: 'editor.manage' },
  { key: 'desk.room.audit', path: '/admin/audit', action: 'audit.read' },
]

interface Props {
  desk: Desk
  /** The page's one heading; the room's name is added to it in the tab. */
  title: string
  /** Seconds after which the page loads itself again, or another path of ours, at once. */
  refresh?: number | string
  children: Child
}

export function DeskLayout({ desk, title, refresh, children }: Props) {
  const say = sayFor(desk)
  const { editor, language, nonce, path } = desk
  const rooms = ROOMS.filter(({ action }) => editor && may(editor, action))
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {refresh !== undefined && (
          <meta
            http-equiv="refresh"
            content={typeof refresh === 'string' ? `0; url=${refresh}` : String(refresh)}
          />
        )}
        <title>{`${title} · ${say('desk.title')}`}</title>
        <link rel="icon" href="data:," />
        <style nonce={nonce}>{raw(DESK_STYLE)}</style>
        {/* Before any script of a page: what was kept is put back before anything else reads the form. */}
        {editor && <script nonce={nonce} type="module" src="/static/desk.js" />}
      </head>
      <body>
        <a class="skip" href="#content">
          {say('desk.skip')}
        </a>
        {desk.practice && <p class="practice">{say('desk.practice')}</p>}
        <header class="top">
          <p class="brand">{say('desk.title')}</p>
          {editor && (
            <nav aria-label={say('desk.rooms')}>
              <ul>
                {rooms.map(({ key, path: to }) => (
                  <li>
                    <a
                      href={to === '/admin/entries' ? desk.listAt : to}
                      aria-current={isIn(path, to) ? 'page' : undefined}
                    >
                      {say(key)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {editor && (
            <div class="who">
              <a
                href="/admin/account"
                aria-current={isIn(path, '/admin/account') ? 'page' : undefined}
              >
                {editor.name}
              </a>
              <form method="post" action="/admin/sign-out">
                <button class="quiet">{say('desk.signOut')}</button>
              </form>
            </div>
          )}
        </header>
        <main id="content" {...keepingWords(desk)}>
          <h1>{title}</h1>
          {children}
        </main>
        <footer>
          <form method="post" action="/admin/language" aria-label={say('desk.language')}>
            {DESK_LANGUAGES.map((one) => (
              <button
                class="quiet"
                name="language"
                value={one}
                lang={one}
                aria-pressed={one === language ? 'true' : 'false'}
              >
                {ownName(one as Locale)}
              </button>
            ))}
          </form>
        </footer>
      </body>
    </html>
  )
}

/** For the script that keeps what is typed: whose it is, what this page answers, and what it says of it. */
function keepingWords(desk: Desk): Record<string, string> {
  const { editor, sent } = desk
  if (!editor) return {}
  const say = sayFor(desk)
  return {
    'data-editor': editor.email,
    'data-restored': say('keep.restored', { date: '{date}' }),
    'data-discard': say('keep.discard'),
    'data-other': say('keep.other', { date: '{date}' }),
    'data-kept': say('keep.kept', { date: '{date}' }),
    'data-stored': say('keep.stored'),
    'data-unkept': say('keep.unkept'),
    ...(sent && { 'data-sent': sent }),
  }
}

/** The first page's path begins every other path, so it is compared whole. */
function isIn(path: string, room: string): boolean {
  return path === room || (room !== '/admin/' && path.startsWith(`${room}/`))
}
