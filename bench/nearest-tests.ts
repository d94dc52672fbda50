/** Which tests stand nearest to a file of the program: by what they import, and by what both are called. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import ts from 'typescript'

/** Beside the folder of the same name: where the tests of a room stand too. */
const BESIDE: Record<string, string[]> = {
  domain: ['content', 'web'],
  press: ['print'],
  printing: ['web'],
  store: ['web'],
  search: ['web', 'domain'],
  exchange: ['web', 'content'],
  commands: ['printing'],
  content: ['exchange'],
  messages: [''],
}
/** Words of half the files say nothing about one. */
const EMPTY = new Set(['test', 'node', 'page', 'routes', 'the', 'of', 'web', 'both', 'desk', 'src'])

export class ImportGraph {
  readonly #imports = new Map<string, string[]>()
  constructor(
    private readonly root: string,
    private readonly tests: readonly string[],
  ) {}

  /** Nearest first, at most `most`: those that import the file, in its own room's tests, which share its words. */
  nearest(file: string, most: number): string[] {
    const room = file.split('/')[1] as string
    const folders = [room, ...(BESIDE[room] ?? [])]
    const wanted = wordsOf(file)
    const ranked = this.tests.flatMap((test) => {
      const steps = this.#stepsTo(test, file)
      if (steps === null) return []
      const folder = test.split('/').slice(1, -1)[0] ?? ''
      const isBeside = folders.includes(folder)
      const shared = wordsOf(test).filter((word) => wanted.includes(word)).length
      if (!isBeside && shared === 0 && steps > 1) return []
      return [{ test, far: steps - 4 * shared - (folder === room ? 3 : 0) }]
    })
    ranked.sort((a, b) => a.far - b.far || a.test.localeCompare(b.test))
    return ranked.slice(0, most).map(({ test }) => test)
  }

  /** Imports between the two, null when the one never comes to the other. */
  #stepsTo(from: string, to: string): number | null {
    const seen = new Set([from])
    let edge = [from]
    for (let steps = 1; edge.length > 0; steps++) {
      edge = edge.flatMap((file) => this.#importsOf(file)).filter((file) => !seen.has(file))
      if (edge.includes(to)) return steps
      for (const file of edge) seen.add(file)
      edge = [...new Set(edge)]
    }
    return null
  }

  #importsOf(file: string): string[] {
    const kept = this.#imports.get(file)
    if (kept) return kept
    const text = readFileSync(join(this.root, file), 'utf8')
    const found = ts.preProcessFile(text).importedFiles.flatMap(({ fileName }) => {
      const path = fileName === '#runtime' ? 'test/runtime-node.ts' : join(dirname(file), fileName)
      const isOurs = fileName.startsWith('.') || fileName === '#runtime'
      return isOurs && /\.tsx?$/.test(path) && existsSync(join(this.root, path)) ? [path] : []
    })
    this.#imports.set(file, found)
    return found
  }
}

function wordsOf(path: string): string[] {
  const stem = basename(path).replace(/\.(?:test\.)?tsx?$/, '')
  const words = [...stem.split('-'), basename(dirname(path))]
  return words.map((word) => word.replace(/s$/, '')).filter((word) => !EMPTY.has(word))
}
