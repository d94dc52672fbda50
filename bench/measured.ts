/** `measured.ts WORDS…` runs a command of the production build, then prints what it took as JSON on the last line. */

export interface Measured {
  seconds: number
  /** Resident, with all threads, MB. */
  peak: number
}

const started = performance.now()
const BUILD = '../stele.js'
await import(BUILD)
if (process.exitCode !== 0) throw new Error(`ended with ${process.exitCode}`)
const measured: Measured = {
  seconds: (performance.now() - started) / 1000,
  peak: process.resourceUsage().maxRSS / 1024,
}
process.stdout.write(`\n${JSON.stringify(measured)}`)
