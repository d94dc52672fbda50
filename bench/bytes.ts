/** Bytes of the first response, as it comes over the wire, for every published entry in every locale. */
import { get } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../src/server.ts'
import { readSettings } from '../src/settings.ts'
import { importInto } from '../src/exchange/folder/import-folder.ts'
import { readFolderFromDisk } from '../src/exchange/folder/folder-on-disk.ts'
import { listEntryTitles } from '../src/store/public-entry.ts'
import { KIND_FOLDERS } from '../src/domain/entry.ts'

/** one round trip of a phone network's first window. */
const BUDGET = 14_600
/** all scripts of an entry's page together. */
const SCRIPTS = 12_000

export async function benchBytes(): Promise<string[]> {
  const data = mkdtempSync(join(tmpdir(), 'stele-bench-'))
  const settings = readSettings({ PORT: '0', STELE_DATA: data })
  if (Array.isArray(settings)) throw new Error(settings.join('; '))
  const server = await startServer(settings)
  const { db } = server.services
  const at = new Date().toISOString()
  await importInto(db, await readFolderFromDisk(join(import.meta.dirname, '..')), {
    act: { by: 'bench', at },
    today: at.slice(0, 10),
    media: { put: () => Promise.resolve() },
  })
  const sizes = new Map<string, number[]>()
  for (const { kind, slug, titles } of await listEntryTitles(db))
    for (const locale of Object.keys(titles)) {
      const url = `${server.address}/${locale}/${KIND_FOLDERS[kind]}/${slug}`
      await bytesOver(url, 'br')
      await new Promise((resolve) => setTimeout(resolve, 60)) // brotli follows the first answer
      for (const encoding of ['br', 'gzip']) {
        const key = `${locale.padEnd(8)} ${encoding}`
        sizes.set(key, [...(sizes.get(key) ?? []), await bytesOver(url, encoding)])
      }
    }
  const scripts: string[] = []
  for (const name of ['page', 'listen', 'nearby', 'offline', 'kept', 'walk', 'sw'])
    scripts.push(`${name} ${await bytesOver(`${server.address}/static/${name}.js`, 'gzip')}`)
  await server.stop()
  rmSync(data, { recursive: true })
  return [
    `body bytes of the first response, budget ${BUDGET}; min median max`,
    ...[...sizes].map(([key, values]) => {
      values.sort((a, b) => a - b)
      return `${key.padEnd(16)} ${values[0]}  ${values[values.length >> 1]}  ${values.at(-1)}`
    }),
    `scripts, gzip, budget ${SCRIPTS}: ${scripts.join(', ')}`,
  ]
}

function bytesOver(url: string, encoding: string): Promise<number> {
  return new Promise((resolve) => {
    get(url, { headers: { 'accept-encoding': encoding } }, (message) => {
      let bytes = 0
      message.on('data', (chunk: Buffer) => (bytes += chunk.length))
      message.on('end', () => resolve(bytes))
    })
  })
}
