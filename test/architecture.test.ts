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

const files = filesBelow('').filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
const code = files.filter((path) => !path.endsWith('.d.ts'))
const textOf = (path: string) => readFileSync(join(SRC, path), 'utf8')

function importsOf(path: string): string[] {
  const text = textOf(path)
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string)
}

/** The room of a file: its folder directly below src, or its own name when it stands at the top. */
const roomOf = (path: string) => path.split('/')[0] as string

/** One arrow, downwards only. What a room may import besides npm packages and itself. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  messages: ['domain'],
  store: ['domain'],
  content: ['domain'],
  signs: ['domain'],
  web: ['domain', 'messages', 'store', 'content', 'signs'],
  'app.ts': ['web'],
  'settings.ts': [],
  'server.ts': ['app.ts', 'settings.ts', 'store', 'web', 'domain'],
  'worker.ts': ['app.ts', 'settings.ts', 'store', 'web', 'domain'],
  commands: ['domain', 'messages', 'store', 'content', 'signs', 'web', 'server.ts', 'settings.ts'],
  'cli.ts': ['commands', 'settings.ts'],
  'stele.mjs': ['cli.ts'],
  'setup.mjs': [],
  'build.mjs': [],
  'client.mjs': [],
}

/** These may use Node's own modules and native packages; everything else runs in workerd too. */
const NODE_ONLY =
  /^(?:cli\.ts|server\.ts|\w+\.mjs|commands\/|store\/(?:sqlite|migrate)\.ts|web\/(?:front|basemap-file|sharp-pictures|sharp-cards)\.ts)/

describe('the house', () => {
  test.each(files)('%s imports only what its room may', (path) => {
    const room = roomOf(path)
    const allowed = MAY_IMPORT[room]
    expect(allowed, `src/${room} is no room of the house`).toBeDefined()
    for (const wanted of importsOf(path).filter((name) => name.startsWith('.'))) {
      expect(wanted, 'relative imports name the file with its ending').toMatch(/\.(?:tsx?|mjs)$/)
      const target = join(path, '..', wanted)
      if (roomOf(target) !== room) expect(allowed, `${path} -> ${target}`).toContain(roomOf(target))
    }
  })

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

  test.each(
    readdirSync(SRC, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  )('names src/%s', (folder) => {
    expect(readme).toContain(`src/${folder}`)
  })

  const { scripts } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { scripts: Record<string, string> }
  test.each(Object.keys(scripts))('names the script %s', (script) => {
    expect(readme).toMatch(new RegExp(`npm (?:run (?:--silent )?)?${script}\\b`))
  })
})
