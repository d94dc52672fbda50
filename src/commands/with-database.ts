import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { R2Bucket } from '@cloudflare/workers-types'
import { openDatabase, openMedia } from '../installation.ts'
import { d1Database } from '../store/d1.ts'
import type { Database } from '../store/database.ts'
import type { Called } from './command.ts'
import { mediaInBucketWithFiles } from '../store/media-bucket-parts.ts'
import type { MediaStoreWithFiles } from '../store/media-port.ts'

/**
 * Runs `work` on the installation's SQLite file and media folder, or with `--d1` on the D1 database and the R2
 * bucket of wrangler.toml.
 */
export async function withDatabase(
  { settings, options, calledWrongly }: Called,
  work: (db: Database, media: MediaStoreWithFiles) => Promise<number>,
): Promise<number> {
  const where = options['d1']
  if (where === undefined) {
    const opened = openDatabase(settings)
    try {
      return await work(opened.db, openMedia(settings))
    } finally {
      opened.close()
    }
  }
  if (where !== 'local' && where !== 'remote') return calledWrongly('--d1 is local or remote')
  return withPlatform(where === 'remote', work)
}

/** Names as in wrangler.toml. */
interface Bindings {
  DB: Parameters<typeof d1Database>[0]
  MEDIA: R2Bucket
}

async function withPlatform(
  isRemote: boolean,
  work: (db: Database, media: MediaStoreWithFiles) => Promise<number>,
): Promise<number> {
  // Loaded only here: wrangler is a tool of the workshop, absent from a production install.
  const { getPlatformProxy } = await import('wrangler')
  const folder = await mkdtemp(join(tmpdir(), 'stele-'))
  try {
    const proxy = await getPlatformProxy<Bindings>({
      ...(isRemote && { configPath: await remoteConfig(folder) }),
      remoteBindings: isRemote,
    })
    try {
      return await work(d1Database(proxy.env.DB), mediaInBucketWithFiles(proxy.env.MEDIA))
    } finally {
      await proxy.dispose()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/**
 * A copy of wrangler.toml that goes over the network for database and bucket: in the file itself no binding says so, so
 * that work stays here.
 */
async function remoteConfig(folder: string): Promise<string> {
  const config = (await readFile('wrangler.toml', 'utf8'))
    .replace(/^(?:main|migrations_dir) *=.*$/gm, '')
    .replace(/^\[assets\]\n(?:.+\n)*/m, '')
    .replace(/^(binding = "(?:DB|MEDIA)")$/gm, '$1\nremote = true')
  const path = join(folder, 'wrangler.toml')
  await writeFile(path, config)
  return path
}
