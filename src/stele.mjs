#!/usr/bin/env node
/**
 * The door of every command. It must be readable by a Node too old to run the rest, because
 * better-sqlite3 ends such a process without a word: so plain JavaScript, and the check comes first.
 */
import { readdirSync, statSync } from 'node:fs'

if (Number(process.versions.napi) < 10) {
  console.error(
    `Stele cần Node.js 22.14 trở lên; máy này chạy ${process.version}. Hãy cài bản mới từ nodejs.org.\n` +
      `Stele needs Node.js 22.14 or newer; this is ${process.version}. Install a newer one from nodejs.org.`,
  )
  process.exit(1)
}
if (isStyleOld()) {
  try {
    await import('./client.mjs')
  } catch (error) {
    console.error(
      `Chưa tạo được giao diện của trang (${error.message}). Hãy chạy: npm ci, rồi: node src/client.mjs\n` +
        `The style of the pages could not be made (${error.message}). Run: npm ci, then: node src/client.mjs`,
    )
    process.exit(1)
  }
}
await import('tsx')
const { main } = await import('./cli.ts')
process.exitCode = await main(process.argv.slice(2))

/** Whether what client.mjs makes is missing, or older than a sheet it is made from: after a fresh clone, or an update. */
function isStyleOld() {
  const pages = new URL('web/public/', import.meta.url)
  const changed = (path) => statSync(new URL(path, pages), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sheets = [
    'page.css',
    ...readdirSync(new URL('style/', pages)).map((name) => `style/${name}`),
  ]
  return sheets.some((path) => changed(path) > changed('page-style.gen.ts'))
}
