/**
 * Small faults, one at a time, in a copy of the checkout; do the tests that stand nearest notice?
 * `npm run bench mutants 7 60`: the seed, and how many.
 */
import { spawn } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { KINDS, mutantsOf, type Mutant } from './mutant-sites.ts'
import { ImportGraph } from './nearest-tests.ts'

const ROOT = join(import.meta.dirname, '..')
/** What the tests read; packages are linked. */
const COPIED = [
  'bench',
  'content',
  'docs',
  'signs',
  'src',
  'templates',
  'test',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'wrangler.toml',
  'README.md',
  'CHANGELOG.md',
]
const LIMIT_MS = 60_000
/** Files of tests: the nearest first, and the next of them only where those notice nothing. */
const STEPS = [2, 4]
const TESTS_MOST = STEPS.reduce((sum, step) => sum + step)
/** Asked by no test in Node alone, or by all of them: the browser's scripts, styles, and what starts a process. */
const LEFT_OUT = /\/web\/client\/|\.gen\.ts$|\.d\.ts$|-style\.ts$|^src\/(?:worker|cli|server)\.ts$/

type Verdict = 'killed' | 'survived' | 'late'

export async function benchMutants(words: string[]): Promise<string[]> {
  const [seed = 1, count = 60] = words.map(Number)
  const copy = mkdtempSync(join(tmpdir(), 'stele-mutants-'))
  for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const read = (file: string) => readFileSync(join(copy, file), 'utf8')
  const files = globSync('src/**/*.{ts,tsx}', { cwd: copy }).filter((file) => !LEFT_OUT.test(file))
  const tests = globSync('test/**/*.test.{ts,tsx}', { cwd: copy })
  const near = tests.filter((test) => !/\/browser\/|architecture/.test(test)).sort()
  const graph = new ImportGraph(copy, near)
  const compiler = new Compiler(copy)
  const tally = new Map<string, number>()
  const survivors: string[] = []
  try {
    for (const mutant of drawn(
      files.sort().flatMap((file) => mutantsOf(file, read(file))),
      seed,
    )) {
      if ([...tally.values()].reduce((sum, one) => sum + one, 0) >= count) break
      const text = read(mutant.file)
      const faulty = text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end)
      const chosen = graph.nearest(mutant.file, TESTS_MOST)
      if (compiler.refuses(mutant.file, faulty)) continue
      writeFileSync(join(copy, mutant.file), faulty)
      let verdict = chosen.length === 0 ? 'survived' : await verdictOf(copy, chosen)
      writeFileSync(join(copy, mutant.file), text)
      // Did the fault hang the tests, or are they slow without it too?
      if (verdict === 'late' && (await verdictOf(copy, chosen)) === 'survived') verdict = 'killed'
      tally.set(verdict, (tally.get(verdict) ?? 0) + 1)
      const line = described(mutant, text)
      process.stderr.write(`${verdict.padEnd(8)} ${line}\n`)
      if (verdict !== 'killed') survivors.push(`${verdict.padEnd(8)} ${line}`)
    }
  } finally {
    rmSync(copy, { recursive: true })
  }
  const killed = tally.get('killed') ?? 0
  const all = [...tally.values()].reduce((sum, one) => sum + one, 0)
  const share = ((100 * killed) / all).toFixed(0)
  return [...survivors, `seed ${seed}: ${killed} of ${all} killed, ${share} %`]
}

/** One kind after the other, so that the many numbers do not crowd out the few headers; of a kind, by chance. */
function* drawn(mutants: readonly Mutant[], seed: number): Generator<Mutant> {
  const chance = chances(seed)
  const left = KINDS.map((kind) => mutants.filter((one) => one.kind === kind))
  while (left.some((of) => of.length > 0))
    for (const of of left) {
      const [one] = of.splice(Math.floor(chance() * of.length), 1)
      if (one) yield one
    }
}

/** From 0 to below 1, the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function described({ kind, file, line, start, end, text }: Mutant, source: string): string {
  const short = (words: string) => words.replace(/\s+/g, ' ').slice(0, 60)
  return `${file}:${line} ${kind}: ${short(source.slice(start, end))} → ${short(text) || '(gone)'}`
}

/** A fault that TypeScript refuses never reaches a test, and is not counted. */
class Compiler {
  readonly #service: ts.LanguageService
  #faulty: { path: string; text: string; version: number } = { path: '', text: '', version: 0 }
  constructor(root: string) {
    const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path))
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root)
    const names = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((name) => join(root, name))
    const textOf = (path: string) =>
      path === this.#faulty.path ? this.#faulty.text : ts.sys.readFile(path)
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => names,
      getScriptVersion: (path) => (path === this.#faulty.path ? `${this.#faulty.version}` : '0'),
      getScriptSnapshot: (path) => {
        const text = textOf(path)
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
      },
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      readFile: textOf,
      fileExists: (path) => ts.sys.fileExists(path),
      directoryExists: (path) => ts.sys.directoryExists(path),
      realpath: (path) => ts.sys.realpath?.(path) ?? path,
    })
    this.#root = root
  }
  readonly #root: string

  refuses(file: string, text: string): boolean {
    const path = join(this.#root, file)
    this.#faulty = { path, text, version: this.#faulty.version + 1 }
    const faults = [
      ...this.#service.getSyntacticDiagnostics(path),
      ...this.#service.getSemanticDiagnostics(path),
    ]
    return faults.some(({ category }) => category === ts.DiagnosticCategory.Error)
  }
}

/** `late`: the tests were not done within their time, and had found nothing. */
async function verdictOf(copy: string, tests: readonly string[]): Promise<Verdict> {
  const left = [...tests]
  const end = Date.now() + LIMIT_MS
  for (const step of STEPS) {
    const some = left.splice(0, step)
    if (some.length === 0) break
    const verdict = await runOf(copy, some, end - Date.now())
    if (verdict !== 'survived') return verdict
  }
  return 'survived'
}

function runOf(copy: string, tests: readonly string[], limitMs: number): Promise<Verdict> {
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs')
  const words = ['run', '--project', 'node', '--bail', '1', '--reporter', 'dot', ...tests]
  const child = spawn(process.execPath, [vitest, ...words], {
    cwd: copy,
    stdio: 'ignore',
    detached: true, // its workers end with it
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => end('late'), limitMs)
    const end = (verdict: Verdict) => {
      clearTimeout(timer)
      child.removeAllListeners()
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // All of them had ended.
      }
      resolve(verdict)
    }
    child.once('exit', (status) => end(status === 0 ? 'survived' : 'killed'))
  })
}
