import { isCommuneLevel, isValidOn, type AdminUnit } from '../../../domain/admin-unit.ts'
import type { IsoDate } from '../../../domain/entry.ts'
import { Layout, languagesAt } from '../page-layout.tsx'
import { langIf, sayFor, siteText, writtenDate, type Reading } from '../reading.ts'
import { UnitLink } from '../unit-name.tsx'
import { Foot } from '../site-links.tsx'

interface Props {
  reading: Reading
  units: AdminUnit[]
  today: IsoDate
}

/** Kinds listed by themselves; larger units are found through those they became. */
const LISTED = ['ward', 'commune', 'township'] as const

/**
 * Today's wards and communes, those to come, and, folded away below them, those that are no more, by their last day,
 * the latest first.
 */
export function UnitsPage({ reading, units, today }: Props) {
  const say = sayFor(reading)
  const place = siteText(reading, reading.site.name)
  const now = units.filter((unit) => isValidOn(unit, today))
  const coming = units.filter((unit) => unit.validFrom > today)
  const over = units.filter((unit) => unit.validTo !== '' && unit.validTo <= today)
  const ends = [...new Set(over.map((unit) => unit.validTo))].sort().reverse()
  const list = (listed: AdminUnit[]) => <List units={listed} reading={reading} today={today} />
  return (
    <Layout
      reading={reading}
      title={say('units.title')}
      canonical={`${reading.origin}/${reading.wished}/units`}
      line={<span lang={langIf(place.locale, reading.words)}>{place.text}</span>}
      languages={languagesAt(reading, 'units')}
      main={
        <>
          {LISTED.map((kind) => {
            const ofKind = now.filter((unit) => unit.kind === kind)
            return ofKind.length === 0 ? null : (
              <section>
                <h2>{say(`unitKinds.${kind}`)}</h2>
                {list(ofKind)}
              </section>
            )
          })}
          {coming.length > 0 && (
            <section>
              <h2>{say('units.coming')}</h2>
              {list(coming)}
            </section>
          )}
          {ends.map((end) => (
            <details class="fold">
              <summary>
                {say('entry.unitBefore', { date: writtenDate(reading.words, end) })}
              </summary>
              {list(over.filter((unit) => unit.validTo === end).sort(wholesFirst))}
            </details>
          ))}
        </>
      }
      aside={<Foot reading={reading} links={['about', 'home']} />}
    />
  )
}

/** Larger units before those they were made of. */
function wholesFirst(a: AdminUnit, b: AdminUnit): number {
  return Number(isCommuneLevel(a)) - Number(isCommuneLevel(b))
}

function List({ units, reading, today }: Props) {
  return (
    <ul class="list columns">
      {units.map((unit) => (
        <li>
          <UnitLink unit={unit} reading={reading} today={today} />
        </li>
      ))}
    </ul>
  )
}
