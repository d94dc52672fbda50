import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { openDecoders, type Decode } from '../press/preflight/decode.ts'
import { openRenderer, type Renderer } from '../press/preflight/render.ts'

/** The WebAssembly files of the packages that render and decode, as they lie in node_modules. */
const FILES = {
  pdfium: '@hyzyla/pdfium/pdfium.wasm',
  resvg: '@resvg/resvg-wasm/index_bg.wasm',
  zxing: 'zxing-wasm/reader/zxing_reader.wasm',
  zbar: '@undecaf/zbar-wasm/dist/zbar.wasm',
}

export interface PrintEngines {
  renderer: Renderer
  decode: Decode
}

let opened: Promise<PrintEngines> | null = null

/** Once per process: compiling takes a third of a second. */
export function printEngines(): Promise<PrintEngines> {
  opened ??= open()
  return opened
}

async function open(): Promise<PrintEngines> {
  const require = createRequire(import.meta.url)
  const compiled = async (path: string) =>
    WebAssembly.compile(await readFile(require.resolve(path)))
  const [pdfium, resvg, zxing, zbar] = await Promise.all([
    compiled(FILES.pdfium),
    compiled(FILES.resvg),
    compiled(FILES.zxing),
    compiled(FILES.zbar),
  ])
  return { renderer: await openRenderer({ pdfium, resvg }), decode: openDecoders({ zxing, zbar }) }
}
