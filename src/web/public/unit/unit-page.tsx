import {
  isCommuneLevel,
  unitsAfter,
  unitsBefore,
  type AdminUnit,
} from '../../../domain/admin-unit.ts'
import { KINDS, type IsoDate } from '../../../domain/entry.ts'
import { stateOf } from '../../../domain/sign.ts'
import type { EntryInUnit } from '../../../store/units.ts'
import { Layout, languagesAt } from '../page-layout.tsx'
import { sayFor, writtenDate, type Reading } from '../reading.ts'
import { addressOfUnit, UnitLink, unitName, Units } from '../unit-name.tsx'
import { EntryList } from '../entry-titles.tsx'
import { Foot } from '../site-links.tsx'

interface Props {
  reading: Reading
  unit: AdminUnit
  /** Every unit there is and was: those before and after this one are among them. */
  units: AdminUnit[]
  today: IsoDate
  /** The day for which the entries are listed: today, or the last day of a unit that is over. */
  day: IsoDate
  entries: EntryInUnit[]
}

/** A ward, a commune or what they were part of, today or at its end, with what lies in it. */
export function UnitPage(props: Props) {
  const { reading, unit, units, today } = props
  const say = sayFor(reading)
  const { name, lang } = unitName(unit, reading)
  const address = addressOfUnit(unit, reading, today)
  const successors = unitsAfter(unit, units)
  const isOver = unit.validTo !== '' && unit.validTo <= today
  return (
    <Layout
      reading={reading}
      title={name}
      lang={lang}
      canonical={`${reading.origin}${address}`}
      line={unitLine(unit, reading)}
      languages={languagesAt(reading, address.slice(reading.wished.length + 2))}
      main={
        <>
          {isOver && (
            <div class="notice">
              <p>
                {say('units.ended', { date: writtenDate(reading.words, unit.validTo) })}{' '}
                <Units units={successors} reading={reading} today={today} />
              </p>
            </div>
          )}
          <Entries {...props} />
          <UnitFacts {...props} isOver={isOver} />
        </>
      }
      aside={<Foot reading={reading} links={['units', 'about', 'home']} />}
    />
  )
}

/** What tells it from others of its name: "Phường · từ 1 tháng 7 năm 2025". */
function unitLine({ kind, validFrom, validTo }: AdminUnit, reading: Reading): string {
  const say = sayFor(reading)
  const values = { kind: say(`unitKind.${kind}`) }
  const from = validFrom && writtenDate(reading.words, validFrom)
  const to = validTo && writtenDate(reading.words, validTo)
  if (from && to) return say('units.lineFromTo', { ...values, from, to })
  if (from) return say('units.lineFrom', { ...values, date: from })
  return to ? say('units.lineTo', { ...values, date: to }) : values.kind
}

function UnitFacts({ reading, unit, units, today, entries, isOver }: Props & { isOver: boolean }) {
  const say = sayFor(reading)
  const date = (day: IsoDate) => writtenDate(reading.words, day)
  const before = unitsBefore(unit, units)
  const [former, whole] = [before.filter(isCommuneLevel), before.filter((u) => !isCommuneLevel(u))]
  const after = unitsAfter(unit, units)
  const signs = entries.flatMap((entry) => entry.signs).filter((events) => isStanding(events))
  const list = (listed: AdminUnit[]) =>
    listed.length > 0 && (
      <ul class="rows">
        {listed.map((other) => (
          <li>
            <UnitLink unit={other} reading={reading} today={today} />
          </li>
        ))}
      </ul>
    )
  const rows: [string, unknown][] = [
    [say('units.from'), unit.validFrom && date(unit.validFrom)],
    [say('units.before'), list(former)],
    [whole[0] ? say('units.partOf', { date: date(whole[0].validTo) }) : '', list(whole)],
    [say('units.to'), unit.validTo && date(unit.validTo)],
    [
      unit.validTo && !isOver ? say('units.after', { date: date(unit.validTo) }) : '',
      !isOver && list(after),
    ],
    [say('units.code'), unit.code],
    [say('units.signs'), !isOver && signs.length > 0 && String(signs.length)],
  ]
  return (
    <section>
      <h2>{say('entry.facts')}</h2>
      <dl>
        {rows.map(([label, value]) =>
          value ? (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  )
}

/** Whether the sign hangs in the street now. */
function isStanding(events: EntryInUnit['signs'][number]): boolean {
  return ['installed', 'damaged'].includes(stateOf(events))
}

function Entries({ reading, entries, day, today }: Props) {
  const say = sayFor(reading)
  return (
    <>
      {day < today && entries.length > 0 && (
        <p class="apart">{say('units.asOf', { date: writtenDate(reading.words, day) })}</p>
      )}
      {entries.length === 0 && <p class="apart">{say('units.none')}</p>}
      {KINDS.map((kind) => {
        const ofKind = entries.filter((entry) => entry.kind === kind)
        return ofKind.length === 0 ? null : (
          <section>
            <h2>{say(`kinds.${kind}`)}</h2>
            <EntryList reading={reading} entries={ofKind} />
          </section>
        )
      })}
    </>
  )
}
