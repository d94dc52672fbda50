/**
 * Bundles what runs in the browser: every file at the top of src/web/client becomes a script of the same name in
 * src/web/static, where both homes find it. Made anew by every task that serves or tests; never committed.
 */
import { readdirSync } from 'node:fs'
import { build } from 'esbuild'

const folder = 'src/web/client'
await build({
  entryPoints: readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
  outdir: 'src/web/static',
  bundle: true,
  minify: true,
  format: 'esm',
  // Browsers since 2020; older ones read the same pages without a script.
  target: 'es2020',
  legalComments: 'eof',
  logLevel: 'warning',
})
