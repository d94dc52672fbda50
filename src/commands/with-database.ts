import { d1Database } from '../store/d1.ts'
import type { Database } from '../store/database.ts'
import { openDatabase } from '../server.ts'
import type { Called } from './command.ts'

/** Runs `work` on the installation's SQLite file, or with `--d1` on the D1 database of wrangler.toml. */
export async function withDatabase(
  { settings, options, calledWrongly }: Called,
  work: (db: Database) => Promise<number>,
): Promise<number> {
  const where = options['d1']
  if (where === undefined) {
    const opened = openDatabase(settings)
    try {
      return await work(opened.db)
    } finally {
      opened.close()
    }
  }
  if (where !== 'local' && where !== 'remote') return calledWrongly('--d1 is local or remote')
  // Loaded only here: wrangler is a tool of the workshop, absent from a production install.
  const { getPlatformProxy } = await import('wrangler')
  const proxy = await getPlatformProxy<{ DB: Parameters<typeof d1Database>[0] }>({
    remoteBindings: where === 'remote',
  })
  try {
    return await work(d1Database(proxy.env.DB))
  } finally {
    await proxy.dispose()
  }
}
