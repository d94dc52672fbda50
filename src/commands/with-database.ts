import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { R2Bucket } from '@cloudflare/workers-types'
import { openDatabase } from '../server.ts'
import { d1Database } from '../store/d1.ts'
import type { Database } from '../store/database.ts'
import type { Called } from './command.ts'
import { mediaOnDisk, type Media } from './media.ts'

/**
 * Runs `work` on the installation's SQLite file and media folder, or with `--d1` on the D1 database and the R2
 * bucket of wrangler.toml.
 */
export async function withDatabase(
  { settings, options, calledWrongly }: Called,
  work: (db: Database, media: Media) => Promise<number>,
): Promise<number> {
  const where = options['d1']
  if (where === undefined) {
    const opened = openDatabase(settings)
    try {
      return await work(opened.db, mediaOnDisk(settings))
    } finally {
      opened.close()
    }
  }
  if (where !== 'local' && where !== 'remote') return calledWrongly('--d1 is local or remote')
  return withPlatform(where === 'remote', work)
}

interface Bindings {
  DB: Parameters<typeof d1Database>[0]
  MEDIA: R2Bucket
}

async function withPlatform(
  isRemote: boolean,
  work: (db: Database, media: Media) => Promise<number>,
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
      return await work(d1Database(proxy.env.DB), mediaInBucket(proxy.env.MEDIA))
    } finally {
      await proxy.dispose()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** wrangler goes over the network only for bindings that say so; in wrangler.toml none does, so that work stays here. */
async function remoteConfig(folder: string): Promise<string> {
  const config = (await readFile('wrangler.toml', 'utf8'))
    .replace(/^(?:main|migrations_dir) *=.*$/gm, '')
    .replace(/^\[assets\]\n(?:.+\n)*/m, '')
    .replace(/^(binding = "(?:DB|MEDIA)")$/gm, '$1\nremote = true')
  const path = join(folder, 'wrangler.toml')
  await writeFile(path, config)
  return path
}

/** Bytes. R2 takes parts of 5 MiB and more, all but the last of one size. */
const PART = 32 * 1024 * 1024

export function mediaInBucket(bucket: R2Bucket): Media {
  return {
    find: async (digest) => {
      const object = await bucket.get(digest)
      return object && new Uint8Array(await object.arrayBuffer())
    },
    put: async (digest, bytes) => {
      if (!(await bucket.head(digest))) await bucket.put(digest, bytes)
    },
    async putFile(digest, path) {
      if (await bucket.head(digest)) return
      const file = await open(path)
      const upload = await bucket.createMultipartUpload(digest)
      try {
        const parts = []
        for (;;) {
          const { bytesRead, buffer } = await file.read(Buffer.alloc(PART), 0, PART)
          if (bytesRead === 0) break
          // A copy that is no more than a Uint8Array: the line to the bucket takes nothing else.
          const part = new Uint8Array(buffer.subarray(0, bytesRead))
          parts.push(await upload.uploadPart(parts.length + 1, part))
        }
        await upload.complete(parts)
      } catch (error) {
        await upload.abort()
        throw error
      } finally {
        await file.close()
      }
    },
  }
}
