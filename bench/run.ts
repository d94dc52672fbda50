/** `npm run bench [name …] [number …]`: prints figures; the method is in bench/README.md. */
import { benchAttack } from './attack.ts'
import { benchBytes } from './bytes.ts'
import { benchFaces } from './faces.ts'
import { benchLighthouse } from './lighthouse.ts'
import { benchMutants } from './mutants.ts'
import { benchPaint } from './paint.ts'
import { benchParcel } from './parcel.ts'
import { benchPlacards } from './placards.ts'
import { benchPreflight } from './preflight.ts'
import { benchScans } from './scans.ts'
import { benchSearch } from './search.ts'
import { benchView } from './view.ts'

const BENCHES: Record<string, (numbers: string[]) => Promise<string[]>> = {
  attack: benchAttack,
  bytes: benchBytes,
  faces: benchFaces,
  lighthouse: benchLighthouse,
  mutants: benchMutants,
  paint: benchPaint,
  parcel: benchParcel,
  placards: benchPlacards,
  preflight: () => benchPreflight(),
  scans: benchScans,
  search: benchSearch,
  view: benchView,
}

/** Only when it is named: an hour of the machine. */
const LONG = ['mutants']

const words = process.argv.slice(2)
const wanted = words.filter((word) => !/^\d+$/.test(word))
const numbers = words.filter((word) => /^\d+$/.test(word))
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 ? !wanted.includes(name) : LONG.includes(name)) continue
  process.stdout.write(`\n${name}\n`)
  for (const line of await bench(numbers)) process.stdout.write(`  ${line}\n`)
}
