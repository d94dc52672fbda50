/**
 * The production build for Node: one file that needs no compiler at start, with what it reads beside it.
 * `node dist/stele.js serve` runs it. The Worker's bundle is made, and weighed, by wrangler.
 */
import { cp, rm } from 'node:fs/promises'
import { build } from 'esbuild'

await rm('dist', { recursive: true, force: true })
await build({
  entryPoints: { stele: 'src/cli.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  footer: { js: 'process.exitCode = await main(process.argv.slice(2))' },
})
await cp('src/store/migrations', 'dist/migrations', { recursive: true })
await cp('src/web/static', 'dist/web/static', { recursive: true })
