import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** Run twice, on better-sqlite3 in Node and on D1 inside workerd: `#runtime` is what differs. */
const BOTH = ['test/store/*.test.ts', 'test/{web,exchange}/both/*.test.ts']
const NODE_ONLY_STORE = 'test/store/node-*.test.ts'
const shared = { setupFiles: ['test/no-console-errors.ts'], testTimeout: 30_000 }

export default defineConfig(async () => ({
  test: {
    // The browser and workerd are processes of their own: even on two cores, two files go on at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias: { '#runtime': path('test/runtime-node.ts') } },
        test: {
          ...shared,
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          // The program is loaded once for every worker, not for every file: half of the time otherwise.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: './src/worker.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: { MIGRATIONS: await readD1Migrations('src/store/migrations') },
            },
          }),
        ],
        resolve: { alias: { '#runtime': path('test/runtime-worker.ts') } },
        test: {
          ...shared,
          name: 'workerd',
          include: BOTH,
          exclude: [NODE_ONLY_STORE],
          isolate: false,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}))
