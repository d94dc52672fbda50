import { unitsOn } from '../../../domain/admin-unit.ts'
import type { LifeDate } from '../../../domain/entry.ts'
import { shownPosition } from '../../../domain/position.ts'
import type { EntryPage } from '../../../store/public-entry.ts'
import { citedWithFestivals, FestivalLine } from './festivals.tsx'
import { openStreetMap } from '../map-link.ts'
import { langIf, sayFor, writtenDate, type Reading, type Say } from '../reading.ts'
import { Units } from '../unit-name.tsx'
import { Words } from '../words.tsx'

interface Props {
  reading: Reading
  entry: EntryPage
  /** Ids of the sources that the text cites, in the order of their numbers. */
  cited: readonly string[]
  /** YYYY-MM-DD, local. */
  today: string
}

type UnitNow = EntryPage['units'][number]

/** Facts as a short list; whatever is unknown is left out, and nothing stands where all of it is. */
export function Facts({ reading, entry, cited, today }: Props) {
  const say = sayFor(reading)
  const { facts } = entry
  const { words } = reading
  const rows: [string, unknown][] = []
  const add = (label: string, value: unknown) => value && rows.push([label, value])

  const names = (kinds: string[]) =>
    facts.names
      .filter((name) => kinds.includes(name.kind))
      .map((name, i) => (
        <>
          {i > 0 && ' · '}
          <span lang={langIf(name.locale, words)}>{name.text}</span>
        </>
      ))
  const listed = (kinds: string[]) => (names(kinds).length > 0 ? names(kinds) : null)

  add(say('entry.otherNames'), listed(['other', 'other-script']))
  add(say('entry.formerNames'), listed(['former']))
  add(say('entry.born'), facts.born && lifeDate(say, reading, facts.born))
  add(say('entry.died'), facts.died && lifeDate(say, reading, facts.died))
  if (facts.rank) {
    const rank = say(`rank.${facts.rank.level}`)
    const { year } = facts.rank
    add(say('entry.rank'), year ? say('rank.year', { rank, year: String(year) }) : rank)
  }
  const numbered = citedWithFestivals(cited, facts)
  facts.festivals?.forEach((festival, i, all) => {
    const { source } = festival
    const isFirst =
      !cited.includes(source) && all.findIndex((other) => other.source === source) === i
    const number = numbered.indexOf(source) + 1
    add(
      say('entry.festival'),
      <FestivalLine
        reading={reading}
        festival={festival}
        number={number}
        isFirst={isFirst}
        today={today}
      />,
    )
  })
  add(
    say('entry.extent'),
    facts.extent && (
      <Words
        text={say('entry.extentText', { from: facts.extent.from, to: facts.extent.to })}
        locale={words}
      />
    ),
  )
  add(say('entry.length'), facts.extent?.lengthM && metres(say, facts.extent.lengthM))
  add(say('entry.width'), facts.extent?.widthM && metres(say, facts.extent.widthM))
  const { distanceM, minutes } = facts.way ?? {}
  add(say('entry.length'), distanceM && metres(say, distanceM))
  add(say('walk.minutes'), minutes && say('walk.minutesText', { count: minutes }))
  for (const naming of facts.namings ?? [])
    add(
      say('entry.naming'),
      <Words
        text={[naming.body, naming.number, writtenDate(words, naming.date)]
          .filter(Boolean)
          .join(say('text.comma'))}
        locale={words}
      />,
    )
  const now = unitsOn(facts.adminUnits ?? [], entry.units, today)
  add(say('entry.unit'), now.length > 0 && <Units units={now} reading={reading} today={today} />)
  const before = unitsBefore(entry, today)
  const lastDay = before[0]?.validTo
  if (lastDay)
    add(
      say('entry.unitBefore', { date: writtenDate(words, lastDay) }),
      <Units units={before} reading={reading} today={today} />,
    )
  add(say('entry.position'), position(say, entry))

  if (rows.length === 0) return null
  return (
    <section>
      <h2>{say('entry.facts')}</h2>
      <dl>
        {rows.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/**
 * Units it lay in whose last day is over, each as the facts date it; only those whose end the register of units knows
 * too.
 */
function unitsBefore(entry: EntryPage, day: string): UnitNow[] {
  return (entry.facts.adminUnits ?? []).flatMap((fact) =>
    fact.to && fact.to <= day
      ? entry.units.filter((unit) => unit.code === fact.code && unit.validTo === fact.to)
      : [],
  )
}

function metres(say: Say, count: number) {
  return say('entry.metres', { count })
}

/** Lunar dates stand beside the date as the facts have them; nothing is converted. */
function lifeDate(say: Say, reading: Reading, life: LifeDate): string {
  const date = writtenDate(reading.words, life.date)
  const written = life.circa ? say('entry.circa', { date }) : date
  return life.lunar ? `${written} (${say('entry.lunar', { lunar: life.lunar })})` : written
}

/**
 * A link that a phone opens in its own map; `geo:` as in RFC 5870. Null where the position is restricted or unknown.
 */
function position(say: Say, { facts }: EntryPage) {
  const shown = shownPosition(facts)
  if (!shown) return null
  const { lat, lon, accuracyM, isExact } = shown
  return (
    <>
      <a href={`geo:${lat},${lon}`}>
        {isExact ? say('entry.positionExact') : say('entry.positionAbout', { count: accuracyM })}
      </a>
      {' · '}
      <a href={openStreetMap(lat, lon)} rel="noopener noreferrer">
        OpenStreetMap
      </a>
    </>
  )
}
