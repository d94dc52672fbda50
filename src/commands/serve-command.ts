import cluster from 'node:cluster'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databasePath, mediaFolder, openDatabase, openMedia, secretFor } from '../installation.ts'
import type { Settings } from '../settings.ts'
import type { Database } from '../store/database.ts'
import { countEditors } from '../store/editors.ts'
import { findSampleSign } from '../store/signs.ts'
import { findEdition } from '../store/site-settings.ts'
import { newInvitation } from '../store/new-invitation.ts'
import type { Called, Command } from './command.ts'
import { noteBasemap } from './basemap-note.ts'
import { importFolder } from './import-command.ts'
import { sentenceInBoth } from '../messages/bilingual.ts'

/**
 * What starts a server over an installation: resolves once it answers. `stop` resolves once all that was counted is
 * written.
 */
export type StartServing = (
  settings: Settings,
) => Promise<{ address: string; stop: () => Promise<void> }>

/**
 * `serve`, for the entrance that runs it: `start` comes from there, because no command imports an entrance. Runs until
 * it is told to stop by a signal.
 */
export const serveCommand = (start: StartServing): Command => ({
  usage: '[--port N] [--host ADDRESS] [--practice]',
  does: 'Serves the site. An empty database is filled from the content folder first. --practice serves a copy that is thrown away at the end, for classes.',
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    practice: { type: 'boolean', default: false },
  },
  words: [0, 0],
  settings: ({ port, host }) => ({
    ...(typeof port === 'string' && { PORT: port }),
    ...(typeof host === 'string' && { HOST: host }),
  }),
  async run(called) {
    if (called.options['practice'] === true) return practise(called, start)
    const { workers } = called.settings
    if (workers > 1 && cluster.isPrimary) return serveWithWorkers(called, workers)
    if (cluster.isPrimary) await fillIfEmpty(called)
    try {
      const server = await start(called.settings)
      if (cluster.isPrimary) await announce(called, server.address)
      else process.send?.({ address: server.address })
      await stopSignal()
      await server.stop()
    } finally {
      // A worker is held alive by its line to the primary.
      cluster.worker?.disconnect()
    }
    return 0
  },
})

/** A server over a copy: whatever a class does there, the province's own data never know of it. No letter leaves it. */
async function practise(called: Called, start: StartServing): Promise<number> {
  const copy = await copyForPractice(called.settings)
  try {
    const practising: Called = {
      ...called,
      settings: { ...called.settings, data: copy, practice: true, mail: null },
      options: { ...called.options, practice: false },
    }
    called.note(sentenceInBoth('serve.practice'))
    await fillIfEmpty(practising)
    const server = await start(practising.settings)
    await announce(practising, server.address)
    await stopSignal()
    await server.stop()
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
  return 0
}

/**
 * A folder with the database as it is at this moment, its accounts, secret and pictures; readable by its owner only.
 */
async function copyForPractice(settings: Settings): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'stele-practice-'))
  if (existsSync(databasePath(settings))) {
    const opened = openDatabase(settings)
    await opened.file.backup(databasePath({ data: copy }))
    opened.close()
    await writeFile(join(copy, 'secret'), secretFor(settings), { mode: 0o600 })
    const pictures = mediaFolder(settings)
    if (existsSync(pictures)) await cp(pictures, mediaFolder({ data: copy }), { recursive: true })
  }
  return copy
}

/** The first start imports the folder; errors in it are told and keep nothing else out. */
async function fillIfEmpty(called: Called): Promise<void> {
  const opened = openDatabase(called.settings)
  try {
    const { site } = await findEdition(opened.db)
    if (!site) await importFolder(called, opened.db, openMedia(called.settings))
  } finally {
    opened.close()
  }
}

/**
 * Several processes that share one port; one that dies is replaced at once. Status 1 when the first of them cannot
 * start.
 */
async function serveWithWorkers(called: Called, count: number): Promise<number> {
  await fillIfEmpty(called)
  let stopping = false
  const start = () => cluster.fork()
  const first = start()
  const serves = await new Promise<boolean>((resolve) => {
    first.once('message', ({ address }: { address: string }) => {
      void announce(called, address)
      resolve(true)
    })
    first.once('exit', () => resolve(false))
  })
  if (!serves) return 1
  cluster.on('exit', () => {
    if (!stopping) start()
  })
  for (let i = 1; i < count; i++) start()
  await stopSignal()
  stopping = true
  const workers = Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? [])
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise((resolve) => {
          worker.once('exit', resolve)
          worker.process.kill('SIGTERM')
        }),
    ),
  )
  return 0
}

/**
 * Addresses for whoever sits at the terminal: the site, a sign to try, and, while nobody can sign in, the first
 * account.
 */
async function announce(called: Called, address: string): Promise<void> {
  const { settings, out } = called
  await noteBasemap(called)
  const opened = openDatabase(settings)
  const code = await findSampleSign(opened.db)
  const setUp = settings.admin ? await setUpAddress(opened.db, settings.origin) : null
  opened.close()
  const at = address.replace(/\/\/(?:127\.0\.0\.1|\[::1?\]|0\.0\.0\.0)/, '//localhost')
  out(sentenceInBoth('serve.site', { address: `${at}/` }))
  if (code) out(sentenceInBoth('serve.sign', { address: `${at}/${code}` }))
  if (setUp) out(sentenceInBoth('serve.firstAccount', { address: setUp }))
}

/**
 * Where the first editor makes an account, once; each start prints a new one and ends the one before. Null once there
 * is an account.
 */
async function setUpAddress(db: Database, origin: string): Promise<string | null> {
  if ((await countEditors(db)) > 0) return null
  const first = {
    purpose: 'set-up',
    email: null,
    name: '',
    role: 'publisher',
    locales: [],
  } as const
  const made = await newInvitation({ ...first, locales: [], by: 'serve' }, new Date(), origin)
  await db.batch(made.statements)
  return made.address
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve())
  })
}
