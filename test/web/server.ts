/** The real server of src/server.ts, on a port of its own, over a data folder that goes when it stops. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importInto, type ImportOptions } from '../../src/exchange/folder/import-folder.ts'
import type { Folder } from '../../src/domain/folder.ts'
import { openDatabase, openMedia } from '../../src/installation.ts'
import { startServer, type Beside, type RunningServer } from '../../src/server.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { askRaw, type Answer, type Question } from './asking.ts'
import { importOptions, ORIGIN } from './both/running.ts'

export interface Serving extends RunningServer {
  settings: Settings
  ask: (path: string, question?: Omit<Question, 'path'>) => Promise<Answer>
  /** Imports through a connection of its own, as a second process would. */
  importFromOutside: (folder: Folder) => Promise<void>
  /** Stops the server; the database stays for a last look until `remove`. */
  stop: () => Promise<void>
  remove: () => Promise<void>
}

/** `env`: settings other than those of a site that answers at its printed origin. */
export async function serve(
  folder: Folder,
  env: Record<string, string> = {},
  beside: Beside = {},
): Promise<Serving> {
  const data = mkdtempSync(join(tmpdir(), 'stele-test-'))
  const settings = readSettings({ STELE_DATA: data, STELE_ORIGIN: ORIGIN, PORT: '0', ...env })
  if (Array.isArray(settings)) throw new Error(settings.join('; '))
  const importFromOutside = async (files: Folder) => {
    const opened = openDatabase(settings)
    try {
      const options: ImportOptions = { ...importOptions, media: openMedia(settings) }
      const { conflicts, findings } = await importInto(opened.db, files, options)
      const wrong = findings.filter((found) => found.severity === 'error')
      if (conflicts.length + wrong.length > 0) throw new Error(JSON.stringify([conflicts, wrong]))
    } finally {
      opened.close()
    }
  }
  const forget = () => rmSync(data, { recursive: true, force: true })
  const running = await importFromOutside(folder)
    .then(() => startServer(settings, beside))
    .catch((error: unknown) => {
      forget()
      throw error
    })
  let stopped: Promise<void> | null = null
  const stop = () => (stopped ??= running.stop())
  return {
    ...running,
    settings,
    importFromOutside,
    ask: (path, question) => askRaw(running.address, { path, ...question }),
    stop,
    async remove() {
      await stop()
      forget()
    },
  }
}
