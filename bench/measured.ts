/** `measured.ts WORDS…` runs a command of ours as it is, then prints what it took as JSON on the last line. */
import { main } from '../src/cli.ts'

export interface Measured {
  seconds: number
  /** Resident, with all threads, MB. */
  peak: number
}

const started = performance.now()
const status = await main(process.argv.slice(2))
if (status !== 0) throw new Error(`ended with ${status}`)
const measured: Measured = {
  seconds: (performance.now() - started) / 1000,
  peak: process.resourceUsage().maxRSS / 1024,
}
process.stdout.write(`\n${JSON.stringify(measured)}`)
