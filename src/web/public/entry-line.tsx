import { unitsOn } from '../../domain/admin-unit.ts'
import type { Facts } from '../../domain/entry.ts'
import type { EntryPage } from '../../store/public-entry.ts'
import { sayFor, type Reading } from './reading.ts'
import { Units } from './unit-name.tsx'

interface EntryLineProps {
  reading: Reading
  entry: Pick<EntryPage, 'kind' | 'units'> & { facts: Pick<Facts, 'born' | 'died' | 'adminUnits'> }
  /** YYYY-MM-DD, local. */
  today: string
}

/**
 * What this is, where or when: "Đường phố · Phường Tam Thanh", "Danh nhân · 1909–1944". `~` stands before a year that
 * is about right, `?` for one of the two nobody knows; a place without a unit of today has its kind alone.
 */
export function EntryLine({ reading, entry, today }: EntryLineProps) {
  const kind = sayFor(reading)(`kind.${entry.kind}`)
  const { born, died } = entry.facts
  if (entry.kind === 'figure') {
    const year = (life: typeof born) =>
      life ? (life.circa ? '~' : '') + life.date.slice(0, 4).replace(/^0+/, '') : ''
    return born || died ? `${kind} · ${year(born) || '?'}–${year(died) || '?'}` : kind
  }
  const units = unitsOn(entry.facts.adminUnits ?? [], entry.units, today)
  if (units.length === 0) return kind
  return (
    <>
      {kind} · <Units units={units} reading={reading} today={today} />
    </>
  )
}
