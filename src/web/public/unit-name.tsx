import { isValidOn, spanOf, type AdminUnit } from '../../domain/admin-unit.ts'
import type { IsoDate } from '../../domain/entry.ts'
import { langIf, sayFor, type Reading } from './reading.ts'

/** A unit as pages name it. */
export type NamedUnit = Pick<AdminUnit, 'code' | 'name' | 'kind' | 'validFrom' | 'validTo'>

interface Props {
  units: readonly NamedUnit[]
  reading: Reading
  today: IsoDate
}

/** Names between middle dots, each with the way to its page. */
export function Units({ units, reading, today }: Props) {
  return (
    <>
      {units.map((unit, i) => (
        <>
          {i > 0 && ' · '}
          <UnitLink unit={unit} reading={reading} today={today} />
        </>
      ))}
    </>
  )
}

/** Names between middle dots without a way on, for lines beneath another link. */
export function UnitNames({ units, reading }: Omit<Props, 'today'>) {
  return (
    <>
      {units.map((unit, i) => {
        const { name, lang } = unitName(unit, reading)
        return (
          <>
            {i > 0 && ' · '}
            <span lang={langIf(lang, reading.words)}>{name}</span>
          </>
        )
      })}
    </>
  )
}

export function UnitLink(props: Pick<Props, 'reading' | 'today'> & { unit: NamedUnit }) {
  const { unit, reading, today } = props
  const { name, lang } = unitName(unit, reading)
  return (
    <a href={addressOfUnit(unit, reading, today)} lang={langIf(lang, reading.words)}>
      {name}
    </a>
  )
}

/** In English "Tam Thanh Ward"; elsewhere the Vietnamese name, for no other is official. `lang` says which it is. */
export function unitName(unit: NamedUnit, reading: Reading): { name: string; lang: string } {
  const prefix = /^(?:Phường|Xã|Thị trấn|Thành phố|Huyện|Tỉnh) /u
  if (reading.words !== 'en' || !prefix.test(unit.name)) return { name: unit.name, lang: 'vi' }
  const name = unit.name.replace(prefix, '')
  return { name: sayFor(reading)(`unit.${unit.kind}`, { name }), lang: 'en' }
}

/** A path, as in `/vi/units/05986`; for a unit that is not in force today `/vi/units/05986/before-2025-07-01`. */
export function addressOfUnit(unit: NamedUnit, { wished }: Reading, today: IsoDate): string {
  const address = `/${wished}/units/${unit.code}`
  return isValidOn(unit, today) ? address : `${address}/${spanOf(unit)}`
}
