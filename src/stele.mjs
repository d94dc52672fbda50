#!/usr/bin/env node
/**
 * The door of every command. It must be readable by a Node too old to run the rest, because
 * better-sqlite3 ends such a process without a word: so plain JavaScript, and the check comes first.
 */
if (Number(process.versions.napi) < 10) {
  console.error(
    `Stele cần Node.js 22.14 trở lên; máy này chạy ${process.version}. Hãy cài bản mới từ nodejs.org.\n` +
      `Stele needs Node.js 22.14 or newer; this is ${process.version}. Install a newer one from nodejs.org.`,
  )
  process.exit(1)
}
await import('tsx')
const { main } = await import('./cli.ts')
process.exitCode = await main(process.argv.slice(2))
