/** The walls of the house: who may import whom, what runs only on Node, how long a file may be. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { isReserved } from '../src/domain/short-code.ts'

const SRC = new URL('../src/', import.meta.url).pathname

function filesBelow(folder: string): string[] {
  return readdirSync(join(SRC, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

const files = filesBelow('').filter(
  (path) => /\.(?:ts|tsx|mjs)$/.test(path) && !path.startsWith('web/static/'),
)
const code = files.filter((path) => !path.endsWith('.d.ts'))
const texts = new Map(files.map((path) => [path, readFileSync(join(SRC, path), 'utf8')]))
const textOf = (path: string) => texts.get(path) ?? ''

function importsOf(path: string): string[] {
  return [...textOf(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] as string,
  )
}

/** Files of ours that a file names, types included. */
function oursIn(path: string): string[] {
  return importsOf(path)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(path, '..', name))
}

/** Rooms within rooms: each of their folders is a room of its own, and the files beside them are another. */
const DIVIDED = ['web', 'web/public', 'web/desk', 'press', 'exchange']

/** The room of a file: its folder, as deep as rooms go; its own name when it stands at the top of src. */
function roomOf(path: string): string {
  const folders = path.split('/').slice(0, -1)
  let depth = 1
  while (DIVIDED.includes(folders.slice(0, depth).join('/')) && depth < folders.length) depth++
  return folders.slice(0, depth).join('/') || path
}

/** What is done with what people ask for; the floors are of house's section in README. */
const GROUND = ['domain']
const TOOLS = [...GROUND, 'store', 'content', 'signs', 'messages']
const PRESS = ['press/template', 'press/face', 'press/files', 'press/preflight']
const ACTS = [
  'printing',
  'exchange',
  'exchange/folder',
  'exchange/tables',
  'exchange/xliff',
  'search',
]
const WEB = [...TOOLS, 'web']
const PAGE = [...WEB, 'web/public']
const DESK = [...WEB, ...PRESS, ...ACTS, 'web/desk']

/** One arrow, downwards only. What a room may import besides npm packages and itself. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  messages: GROUND,
  store: GROUND,
  content: GROUND,
  signs: GROUND,
  'press/template': GROUND,
  'press/face': [...GROUND, 'press/template'],
  'press/files': [...GROUND, 'press/template', 'press/face'],
  'press/preflight': [...GROUND, 'press/template', 'press/face', 'press/files'],
  search: TOOLS,
  notices: TOOLS,
  // The door of tables and translations stands above both, what they share below.
  exchange: [...TOOLS, 'exchange/tables', 'exchange/xliff'],
  'exchange/tables': [...TOOLS, 'exchange'],
  'exchange/xliff': [...TOOLS, 'exchange'],
  'exchange/folder': [...TOOLS, 'press/template', 'search'],
  printing: [...TOOLS, ...PRESS, 'installation.ts', 'settings.ts'],
  workshop: [...TOOLS, ...PRESS, 'printing', 'exchange', 'installation.ts', 'settings.ts'],
  web: [...TOOLS, ...PRESS, 'printing', 'exchange', 'settings.ts'],
  'web/client': [...GROUND, 'content'],
  'web/data': WEB,
  'web/public': WEB,
  'web/public/entry': [...PAGE, 'web/public/walk'],
  'web/public/home': PAGE,
  'web/public/machine': PAGE,
  'web/public/map': PAGE,
  'web/public/pack': [...PAGE, 'web/public/entry', 'web/public/sign'],
  'web/public/passport': [...PAGE, 'web/public/sign'],
  'web/public/revision': [...PAGE, 'web/public/entry'],
  'web/public/search': [...PAGE, 'search'],
  'web/public/sign': [...PAGE, 'web/public/entry'],
  'web/public/unit': PAGE,
  'web/public/walk': PAGE,
  // Its list of routes names every trade; nothing else at the top of the desk does (a test below).
  // What asks the exchange for many rows at once stands here too: tables and review both do.
  'web/desk': [...WEB, 'exchange', 'web/desk/*'],
  'web/desk/day': DESK,
  // A new entry begins with its facts, and a picture is described among them.
  'web/desk/entries': [...DESK, 'web/desk/facts'],
  'web/desk/facts': DESK,
  'web/desk/log': DESK,
  'web/desk/media': [...DESK, 'web/desk/facts'],
  'web/desk/orders': DESK,
  'web/desk/people': DESK,
  // An entry under review is shown by its facts, and approved with them.
  'web/desk/review': [...DESK, 'web/desk/facts'],
  'web/desk/signs': DESK,
  'web/desk/tables': DESK,
  // The preview is the visitor's own page.
  'web/desk/texts': [...DESK, 'web/public/entry'],
  commands: [...TOOLS, ...PRESS, ...ACTS, 'installation.ts', 'settings.ts'],
  'settings.ts': [...GROUND, 'messages'],
  'installation.ts': ['settings.ts', 'store'],
  'app.ts': ['web', 'web/data', 'web/public', 'web/public/*', 'web/desk', 'web/desk/orders'],
  'public-services.ts': ['installation.ts', 'settings.ts', 'store', 'web'],
  'server.ts': [
    ...GROUND,
    ...['app.ts', 'installation.ts', 'public-services.ts', 'settings.ts'],
    ...['notices', 'store', 'web', 'workshop'],
  ],
  'annex-server.ts': ['app.ts', 'installation.ts', 'public-services.ts', 'web'],
  'worker.ts': [...GROUND, 'app.ts', 'messages', 'settings.ts', 'store', 'web'],
  'cli.ts': ['commands', 'server.ts', 'settings.ts'],
  'stele.mjs': ['cli.ts', 'client.mjs'],
  'setup.mjs': [],
  'build.mjs': ['client.mjs'],
  'client.mjs': [],
}

/** One entrance hands over to the next; nobody else imports one. */
const ENTRANCES: Record<string, string[]> = {
  'stele.mjs': [],
  'cli.ts': ['stele.mjs'],
  'server.ts': ['cli.ts'],
  'annex-server.ts': [],
  'worker.ts': [],
  'setup.mjs': [],
  'build.mjs': [],
  'client.mjs': ['build.mjs', 'stele.mjs'],
}

/** These may use Node's own modules and native packages; everything else runs in workerd too. */
const NODE_ONLY =
  /^(?:(?:cli|server|annex-server|public-services|installation)\.ts|\w+\.mjs|commands\/|printing\/|workshop\/|store\/(?:sqlite|sqlite-binding|edition-watch|migrate|media-folder|media-bucket-parts|basemap-file)\.ts|exchange\/folder\/(?:folder-on-disk|fix)\.ts|web\/(?:annex|connections|front|one-a-turn|sharp-pictures|sharp-cards|smtp-mail)\.ts)/

const isIn = (room: string, list: readonly string[]) =>
  list.includes(room) || list.includes(`${room.split('/').slice(0, -1).join('/')}/*`)

/** Letters and words as rules are about them, names that are the same everywhere, and what must speak before anything is there. */
const LANGUAGE_ITSELF = [
  'content/traditional-characters.ts',
  'domain/abbreviation.ts',
  'domain/typed-date.ts',
  'domain/typed-spot.ts',
  'exchange/tables/passed-rows.ts',
  'domain/chinese-numeral.ts',
  'domain/damaged-letters.ts',
  'domain/look-alike.ts',
  'domain/vietnamese-syllable.ts',
  'domain/language-run.ts',
  'domain/locale.ts',
  'domain/mention.ts',
  'domain/name.ts',
  'domain/search.ts',
  'domain/simplified-characters.ts',
  'domain/typed-number.ts',
  'domain/written-number.ts',
  'exchange/tables/special-cell.ts',
  'press/face/chinese-pieces.ts',
  'press/face/english-pieces.ts',
  'press/face/vietnamese-names.ts',
  'press/face/vietnamese-pieces.ts',
  'web/client/kept-script.ts',
  'web/public/entry/nearby-places.tsx',
  'web/public/reading.ts',
  'web/public/unit-name.tsx',
  'setup.mjs',
  'stele.mjs',
]

/** The files of each circle of imports, types counted (Tarjan). */
function circles(of: readonly string[]): string[][] {
  const [order, lowest] = [new Map<string, number>(), new Map<string, number>()]
  const open: string[] = []
  const found: string[][] = []
  const visit = (path: string) => {
    order.set(path, order.size)
    lowest.set(path, order.get(path)!)
    open.push(path)
    for (const next of oursIn(path).filter((one) => of.includes(one))) {
      if (!order.has(next)) visit(next)
      if (open.includes(next)) lowest.set(path, Math.min(lowest.get(path)!, lowest.get(next)!))
    }
    if (lowest.get(path) !== order.get(path)) return
    const circle = open.splice(open.indexOf(path))
    if (circle.length > 1) found.push(circle)
  }
  for (const path of of) if (!order.has(path)) visit(path)
  return found
}

describe('the house', () => {
  test.each(files)('%s imports only what its room may', (path) => {
    const room = roomOf(path)
    const allowed = MAY_IMPORT[room]
    expect(allowed, `src/${room} is no room of the house`).toBeDefined()
    for (const wanted of importsOf(path).filter((name) => name.startsWith('.')))
      expect(wanted, 'relative imports name the file with its ending').toMatch(/\.(?:tsx?|mjs)$/)
    for (const target of oursIn(path)) {
      const other = roomOf(target)
      if (other !== room) expect(isIn(other, allowed ?? []), `${path} -> ${target}`).toBe(true)
    }
  })

  test('has no room that nobody entered into its plan, and none that is gone', () => {
    const rooms = new Set(files.map(roomOf))
    expect(Object.keys(MAY_IMPORT).filter((room) => !rooms.has(room))).toEqual([])
  })

  test('has no circle of files', () => {
    expect(circles(files)).toEqual([])
  })

  test('tells the circles that there are', () => {
    const [a, b] = ['web/public/said.tsx', 'web/public/reading.ts'] as const
    const kept = texts.get(b)!
    texts.set(b, `${kept}\nimport './said.tsx'\n`)
    expect(circles(files).flat()).toContain(a)
    texts.set(b, kept)
  })

  test('only the list of its routes looks from the top of the desk into a trade', () => {
    const lookers = files.filter(
      (path) =>
        roomOf(path) === 'web/desk' &&
        oursIn(path).some((target) => roomOf(target).startsWith('web/desk/')),
    )
    expect(lookers).toEqual(['web/desk/desk-routes.tsx'])
  })

  test.each(Object.entries(ENTRANCES))('%s is imported by no room', (entrance, before) => {
    expect(files.filter((path) => oursIn(path).includes(entrance))).toEqual(before)
  })

  test('has every file stem once', () => {
    const stems = code.map((path) =>
      path
        .split('/')
        .at(-1)!
        .replace(/\.\w+$/, ''),
    )
    expect(stems.filter((stem, i) => stems.indexOf(stem) !== i)).toEqual([])
  })

  test.each(code.filter((path) => !path.startsWith('store/')))('%s has no SQL', (path) => {
    expect(textOf(path)).not.toMatch(
      /\bsql`|\b(?:SELECT\b[^'"`]*\bFROM|INSERT (?:OR \w+ )?INTO|DELETE FROM|UPDATE \w+ SET)\b/,
    )
  })

  test.each(code.filter((path) => roomOf(path) !== 'messages' && !LANGUAGE_ITSELF.includes(path)))(
    '%s has no words for people',
    (path) => {
      const said = textOf(path).replace(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '')
      expect(said).not.toMatch(/[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9\u4e00-\u9fff]/)
    },
  )

  test.each(code.filter((path) => !NODE_ONLY.test(path)))('%s runs outside Node', (path) => {
    const native = importsOf(path).filter((name) =>
      /^node:|^better-sqlite3|^sharp|^wrangler/.test(name),
    )
    expect(native).toEqual([])
  })

  test.each(files)('%s has at most 300 lines', (path) => {
    if (roomOf(path) === 'messages') return
    expect(textOf(path).split('\n').length).toBeLessThanOrEqual(301)
  })

  test.each(code)('%s exports by name', (path) => {
    expect(path).not.toMatch(/(?:^|\/)(?:index\.|(?:utils|helpers|lib|services|common|types)\/)/)
    if (path !== 'worker.ts') expect(textOf(path)).not.toMatch(/^export default/m)
  })

  test('reserves the first segment of every fixed address', () => {
    const segments = createApp()
      .routes.map((route) => route.path.split('/')[1] ?? '')
      .filter((segment) => /^[0-9A-Za-z]+$/.test(segment) && segment.length === 6)
    for (const segment of segments) expect(isReserved(segment), segment).toBe(true)
  })
})

describe('README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

  test.each([...new Set(files.map(roomOf))])('names the room src/%s', (room) => {
    expect(readme.includes(`src/${room}`)).toBe(true)
  })

  test('names no file that is not there', () => {
    const named = [...readme.matchAll(/`(src\/[\w/.-]+\.(?:tsx?|mjs|css|sql))`/g)]
    const there = new Set(filesBelow('').map((path) => `src/${path}`))
    expect(named.map(([, path]) => path!).filter((path) => !there.has(path))).toEqual([])
  })

  const { scripts, dependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as Record<'scripts' | 'dependencies', Record<string, string>>
  test.each(Object.keys(scripts))('names the script %s', (script) => {
    expect(readme).toMatch(new RegExp(`npm (?:run (?:--silent )?)?${script}\\b`))
  })

  const libraries = readFileSync(
    new URL('../docs/decisions/0008-libraries.md', import.meta.url),
    'utf8',
  )
  test.each(Object.keys(dependencies))('decision 8 says why there is %s', (name) => {
    const said = name.replace('@codemirror/state', '@codemirror/state, view, commands')
    expect(libraries.includes(said.replace(/^@codemirror\/(?:view|commands)$/, 'codemirror'))).toBe(
      true,
    )
  })
})
