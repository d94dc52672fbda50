/**
 * The production build for Node: files that need no compiler at start, with what they read beside them.
 * `node dist/stele.js serve` runs it. The Worker's bundle is made, and weighed, by wrangler.
 */
import { cp, rm } from 'node:fs/promises'
import { build } from 'esbuild'
import './client.mjs'

const options = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
}

await rm('dist', { recursive: true, force: true })
await build({
  ...options,
  entryPoints: ['src/cli.ts'],
  outfile: 'dist/stele.js',
  footer: { js: 'process.exitCode = await main(process.argv.slice(2))' },
})
for (const path of [
  'annex-server',
  'printing/print-worker',
  'printing/preflight-thread',
  'workshop/workshop-process',
])
  await build({
    ...options,
    entryPoints: [`src/${path}.ts`],
    outfile: `dist/${path.split('/').at(-1)}.js`,
  })
await cp('src/store/migrations', 'dist/migrations', { recursive: true })
await cp('src/web/static', 'dist/web/static', { recursive: true })
