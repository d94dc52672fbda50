/** `npm run bench [name …]`: prints figures; the method is in bench/README.md. */
import { benchAttack } from './attack.ts'
import { benchBytes } from './bytes.ts'
import { benchFaces } from './faces.ts'
import { benchLighthouse } from './lighthouse.ts'
import { benchPaint } from './paint.ts'
import { benchParcel } from './parcel.ts'
import { benchPlacards } from './placards.ts'
import { benchPreflight } from './preflight.ts'
import { benchScans } from './scans.ts'
import { benchSearch } from './search.ts'
import { benchView } from './view.ts'

const BENCHES: Record<string, () => Promise<string[]>> = {
  attack: benchAttack,
  bytes: benchBytes,
  faces: benchFaces,
  lighthouse: benchLighthouse,
  paint: benchPaint,
  parcel: benchParcel,
  placards: benchPlacards,
  preflight: benchPreflight,
  scans: benchScans,
  search: benchSearch,
  view: benchView,
}

const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stdout.write(`\n${name}\n`)
  for (const line of await bench()) process.stdout.write(`  ${line}\n`)
}
