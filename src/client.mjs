/**
 * Makes what browsers get, before anything serves, tests or checks; never committed. `page-script.ts` at the top of
 * src/web/client becomes `page.js` in src/web/static, where both homes find it, and so does every other file there.
 * The style sheet of the public pages becomes a module, because it travels inside each of them.
 */
import { readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, transform } from 'esbuild'
import postcss from 'postcss'
import customProperties from 'postcss-custom-properties'

const root = join(import.meta.dirname, '..')
const shared = { absWorkingDir: root, bundle: true, logLevel: 'warning' }

const folder = 'src/web/client'
await build({
  ...shared,
  entryPoints: readdirSync(join(root, folder))
    .filter((name) => name.endsWith('-script.ts'))
    .map((name) => ({ in: `${folder}/${name}`, out: name.replace('-script.ts', '') })),
  outdir: 'src/web/static',
  minify: true,
  format: 'esm',
  // Browsers since 2020; older ones read the same pages without a script.
  target: 'es2020',
  legalComments: 'eof',
})

const { outputFiles } = await build({
  ...shared,
  entryPoints: ['src/web/public/page.css'],
  external: ['/static/*'],
  charset: 'utf8',
  write: false,
})
// Before each colour that is a variable comes the same by day: browsers of before 2016 know no variables.
const { css } = await postcss([customProperties()]).process(outputFiles[0].text, {
  from: undefined,
})
const { code } = await transform(css, {
  loader: 'css',
  minify: true,
  target: 'chrome51', // WebViews of 2016
  charset: 'utf8',
})
const made = join(root, 'src/web/public/page-style.gen.ts')
writeFileSync(`${made}.${process.pid}`, `export const STYLE = ${JSON.stringify(code.trim())}\n`)
// At one stroke: another process may be reading it.
renameSync(`${made}.${process.pid}`, made)
