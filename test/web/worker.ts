/** `wrangler dev`: the Worker in real workerd, over HTTP, with D1 and R2 in a folder that goes when it stops. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database, R2Bucket } from '@cloudflare/workers-types'
import { getPlatformProxy } from 'wrangler'
import { importInto } from '../../src/exchange/folder/import-folder.ts'
import type { Folder } from '../../src/domain/folder.ts'
import { d1Database } from '../../src/store/d1.ts'
import { askRaw, type Answer, type Question } from './asking.ts'
import { importOptions, ORIGIN } from './both/running.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
const START_MS = 60_000
const QUIET = {
  CI: '1',
  NO_COLOR: '1',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}

export interface WorkerServing {
  ask: (path: string, question?: Omit<Question, 'path'>) => Promise<Answer>
  remove: () => Promise<void>
}

export async function serveWorker(folder: Folder): Promise<WorkerServing> {
  const state = mkdtempSync(join(tmpdir(), 'stele-worker-'))
  let child: ChildProcess | null = null
  const remove = async () => {
    if (child) await end(child)
    rmSync(state, { recursive: true, force: true })
  }
  try {
    migrate(state)
    await fill(state, folder)
    const port = await freePort()
    child = start(state, port)
    const address = `http://127.0.0.1:${port}`
    await answering(child, address)
    return { ask: (path, question) => askRaw(address, { path, ...question }), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

const environment = () => ({ ...process.env, ...QUIET, WRANGLER_LOG_PATH: tmpdir() })

function migrate(state: string): void {
  const words = ['d1', 'migrations', 'apply', 'stele', '--local', '--persist-to', state]
  const done = spawnSync(process.execPath, [WRANGLER, ...words], {
    cwd: ROOT,
    env: environment(),
    timeout: START_MS,
    encoding: 'utf8',
  })
  if (done.status !== 0)
    throw new Error(`wrangler ${words.join(' ')}: ${done.stdout}${done.stderr}`)
}

/** `--persist-to` means the folder above `v3`; getPlatformProxy means `v3` itself. */
async function fill(state: string, folder: Folder): Promise<void> {
  const proxy = await getPlatformProxy<{ DB: D1Database; MEDIA: R2Bucket }>({
    configPath: join(ROOT, 'wrangler.toml'),
    persist: { path: join(state, 'v3') },
    remoteBindings: false,
  })
  try {
    const { DB, MEDIA } = proxy.env
    const media = {
      put: async (digest: string, bytes: Uint8Array) => void (await MEDIA.put(digest, bytes)),
    }
    await importInto(d1Database(DB), folder, { ...importOptions, media })
  } finally {
    await proxy.dispose()
  }
}

/** In a process group of its own, so that workerd ends with it. */
function start(state: string, port: number): ChildProcess {
  const words = ['dev', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0']
  const more = ['--persist-to', state, '--var', `STELE_ORIGIN:${ORIGIN}`, '--log-level', 'warn']
  const secret = ['--var', 'STELE_SECRET:for-tests-only-for-tests-only-for-tests']
  const child = spawn(process.execPath, [WRANGLER, ...words, ...more, ...secret], {
    cwd: ROOT,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  process.once('exit', () => kill(child, 'SIGKILL'))
  return child
}

async function answering(child: ChildProcess, address: string): Promise<void> {
  let said = ''
  child.stdout?.on('data', (part: Buffer) => (said += part.toString()))
  child.stderr?.on('data', (part: Buffer) => (said += part.toString()))
  const until = Date.now() + START_MS
  while (Date.now() < until && child.exitCode === null) {
    const answer = await askRaw(address, { path: '/healthz' }).catch(() => null)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`wrangler dev does not answer: ${said}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  kill(child, 'SIGTERM')
  const timer = setTimeout(() => kill(child, 'SIGKILL'), 3000)
  await gone
  clearTimeout(timer)
  kill(child, 'SIGKILL')
}

/** The whole group; silent when it has ended by itself. */
function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
