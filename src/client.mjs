/**
 * Bundles what runs in the browser: `page-script.ts` at the top of src/web/client becomes `page.js` in
 * src/web/static, where both homes find it, and so does every other file there. Made anew by every task that serves or tests; never committed.
 */
import { readdirSync } from 'node:fs'
import { build } from 'esbuild'

const folder = 'src/web/client'
await build({
  entryPoints: readdirSync(folder)
    .filter((name) => name.endsWith('-script.ts'))
    .map((name) => ({ in: `${folder}/${name}`, out: name.replace('-script.ts', '') })),
  outdir: 'src/web/static',
  bundle: true,
  minify: true,
  format: 'esm',
  // Browsers since 2020; older ones read the same pages without a script.
  target: 'es2020',
  legalComments: 'eof',
  logLevel: 'warning',
})
