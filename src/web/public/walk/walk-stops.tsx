/** A walk as its own page shows it, and as the pages of its stops do. */
import { unitsOn } from '../../../domain/admin-unit.ts'
import { type IsoDate, pageAddress } from '../../../domain/entry.ts'
import { pathOf } from '../../../domain/entry.ts'
import { inLocale } from '../../../domain/site.ts'
import { legBetween } from '../../../domain/walk.ts'
import type { EntryPage, EntryTitle, WalkStop } from '../../../store/public-entry.ts'
import { langIf, sayFor, type Reading } from '../reading.ts'
import { Said } from '../said.tsx'
import { UnitNames } from '../unit-name.tsx'
import { titleFor } from '../entry-titles.tsx'

interface Props {
  reading: Reading
  entry: EntryPage
  /** YYYY-MM-DD, local. */
  today: IsoDate
}

/** Of a walk: its public stops in order, with how far each is from the one before. */
export function Stops({ reading, entry, today }: Props) {
  const stops = entry.walks.find(({ id }) => id === entry.id)?.stops ?? []
  if (stops.length === 0) return null
  const say = sayFor(reading)
  return (
    <section {...progress(reading, entry.id, stops.length)}>
      <h2>{say('walk.stops')}</h2>
      <ol class="stops">
        {stops.map((stop, i) => (
          <li data-stop={stop.id}>
            <TitleLink reading={reading} entry={stop} />
            <StopLine reading={reading} stop={stop} today={today} />
            <Note reading={reading} entry={entry} stop={stop} />
            <Apart reading={reading} from={stops[i - 1]} to={stop} />
          </li>
        ))}
      </ol>
      <p hidden data-offer="">
        <button type="button">{say('walk.keep')}</button> <small>{say('walk.onlyHere')}</small>
      </p>
    </section>
  )
}

/** For the script that marks, at a tap, which stops this phone has come to; nothing of it leaves the phone. */
function progress(reading: Reading, walk: string, all: number) {
  const say = sayFor(reading)
  return {
    'data-module': 'walk',
    'data-walk': walk,
    'data-been': say('walk.been'),
    'data-count': say('walk.beenTo', { count: '{count}', all }),
    'data-keep': say('walk.keep'),
    'data-forget': say('walk.forget'),
    'data-only-here': say('walk.onlyHere'),
  }
}

function StopLine({ reading, stop, today }: Pick<Props, 'reading' | 'today'> & { stop: WalkStop }) {
  const units = unitsOn(
    stop.units.map(({ code }) => ({ code })),
    stop.units,
    today,
  )
  return (
    <p class="soft">
      {sayFor(reading)(`kind.${stop.kind}`)}
      {units.length > 0 && ' · '}
      <UnitNames units={units} reading={reading} />
    </p>
  )
}

/** What the walk says of a stop, found by the path of the stop's today or its first; nothing where it says nothing. */
function Note({ reading, entry, stop }: Omit<Props, 'today'> & { stop: WalkStop }) {
  const found = entry.facts.stops?.find((one) => [pathOf(stop), stop.id].includes(one.entry))
  if (!found?.note) return null
  const { text, locale } = inLocale(found.note, reading.wished, reading.site)
  return text ? <p lang={langIf(locale, reading.words)}>{text}</p> : null
}

/** Nothing where one of the two lies at no known or told position. */
function Apart({
  reading,
  from,
  to,
}: {
  reading: Reading
  from: WalkStop | undefined
  to: WalkStop
}) {
  const leg = from && legBetween(from.facts, to.facts)
  if (!leg) return null
  const { metres: count, minutes, isExact } = leg
  return (
    <p class="soft">
      {sayFor(reading)(isExact ? 'walk.apartExact' : 'walk.apart', { count, minutes })}
    </p>
  )
}

/** Of a stop: which public walks lead past it, and the ways on. */
export function OnWalks({ reading, entry }: Pick<Props, 'reading' | 'entry'>) {
  const walks = entry.walks.filter(
    (walk) => walk.id !== entry.id && Object.keys(walk.titles).length > 0,
  )
  if (walks.length === 0) return null
  const say = sayFor(reading)
  return (
    <section>
      <h2>{say('walk.on')}</h2>
      {walks.map((walk) => {
        const at = walk.stops.findIndex(({ id }) => id === entry.id)
        const [previous, next] = [walk.stops[at - 1], walk.stops[at + 1]]
        return (
          <ul class="list" {...progress(reading, walk.id, walk.stops.length)} data-at={entry.id}>
            <li>
              <TitleLink reading={reading} entry={walk} />
              <small></small>
            </li>
            {previous && <Way reading={reading} message="walk.previous" to={previous} />}
            {next && <Way reading={reading} message="walk.next" to={next} />}
          </ul>
        )
      })}
    </section>
  )
}

interface WayProps {
  reading: Reading
  message: 'walk.previous' | 'walk.next'
  to: EntryTitle
}

function Way({ reading, message, to }: WayProps) {
  const { title, locale } = titleFor(to, reading)
  const values = { entry: <span lang={langIf(locale, reading.words)}>{title}</span> }
  return (
    <li>
      <a href={pageAddress(to.kind, to.slug, reading.wished)}>
        <Said reading={reading} message={message} values={values} />
      </a>
    </li>
  )
}

function TitleLink({ reading, entry }: { reading: Reading; entry: EntryTitle }) {
  const { title, locale } = titleFor(entry, reading)
  return (
    <a
      href={pageAddress(entry.kind, entry.slug, reading.wished)}
      lang={langIf(locale, reading.words)}
    >
      {title}
    </a>
  )
}
