/** What lies around the place a page is about, and ways to a map. Works as it is; a phone may refine it. */
import {
  ARROWS,
  directionOf,
  DIRECTIONS,
  roundedM,
  walkingMinutes,
} from '../../../domain/nearby.ts'
import type { Point } from '../../../domain/nearby.ts'
import type { Nearby, NearbyEntry } from './nearby-search.ts'
import { CATALOGUES } from '../../../messages/messages.ts'
import { openStreetMap } from '../map-link.ts'
import { langIf, sayFor, type Reading, type Say } from '../reading.ts'
import { pageAddress } from '../../../domain/entry.ts'
import { titleFor } from '../entry-titles.tsx'

interface Props {
  reading: Reading
  nearby: Nearby
  /** Title of what stands here, for the maps that name it. */
  title: string
}

/**
 * Nothing about the phone's own position is asked before the reader touches the button, and then it stays on the phone.
 */
export function NearbyPlaces({ reading, nearby, title }: Props) {
  const say = sayFor(reading)
  const { here, entries } = nearby
  return (
    <section>
      <h2>{say('nearby.title')}</h2>
      {entries.length > 0 && (
        <div
          data-module="nearby"
          data-line={CATALOGUES[reading.words]['nearby.line']}
          data-metres={CATALOGUES[reading.words]['nearby.metres']}
          data-kilometres={CATALOGUES[reading.words]['nearby.kilometres']}
          data-directions={DIRECTIONS.map((one) => say(`nearby.${one}`)).join('|')}
          data-refused={say('nearby.refused')}
        >
          <ol class="list">
            {entries.map((entry) => (
              <Place reading={reading} entry={entry} here={here} />
            ))}
          </ol>
          <p class="below" hidden data-offer="">
            <button type="button">{say('nearby.fromMe')}</button>{' '}
            <small>{say('nearby.stays')}</small>
          </p>
        </div>
      )}
      <Maps reading={reading} point={here} title={title} />
    </section>
  )
}

function Place({ reading, entry, here }: { reading: Reading; entry: NearbyEntry; here: Point }) {
  const say = sayFor(reading)
  const { title, locale } = titleFor(entry, reading)
  const { point, away } = entry
  const direction = directionOf(here, point)
  return (
    <li data-lat={point.lat} data-lon={point.lon}>
      <a href={pageAddress(entry.kind, entry.slug, reading.wished)}>
        <span lang={langIf(locale, reading.words)}>{title}</span>
        <small>
          {say(`kind.${entry.kind}`)} · <b aria-hidden="true">{ARROWS[direction]}</b>{' '}
          <span>
            {say('nearby.line', {
              distance: distance(say, away),
              direction: say(`nearby.${direction}`),
              minutes: walkingMinutes(away),
            })}
          </span>
        </small>
      </a>
    </li>
  )
}

/** Rounded as roundedM does; from a kilometre on in kilometres. */
function distance(say: Say, metres: number): string {
  const rounded = roundedM(metres)
  return rounded < 1000
    ? say('nearby.metres', { count: rounded })
    : say('nearby.kilometres', { count: rounded / 1000 })
}

/**
 * Plain links: nothing is asked of anybody before the reader does. Both Chinese maps take WGS 84 when told so. Other
 * languages are offered OpenStreetMap.
 */
function Maps({ reading, point, title }: { reading: Reading; point: Point; title: string }) {
  const [lat, lon] = [point.lat.toFixed(5), point.lon.toFixed(5)]
  const name = encodeURIComponent(title)
  const maps: [string, string][] = [
    [sayFor(reading)('nearby.app'), `geo:${lat},${lon}?q=${lat},${lon}(${name})`],
  ]
  if (reading.words === 'zh-Hans')
    maps.push(
      [
        '高德地图',
        `https://uri.amap.com/marker?position=${lon},${lat}&name=${name}&coordinate=wgs84`,
      ],
      [
        '百度地图',
        `https://api.map.baidu.com/marker?location=${lat},${lon}&title=${name}&content=${name}&coord_type=wgs84&output=html&src=stele`,
      ],
    )
  maps.push(['OpenStreetMap', openStreetMap(lat, lon)])
  return (
    <>
      <p class="below">{sayFor(reading)('nearby.map')}</p>
      <ul class="list ways">
        {maps.map(([words, href]) => (
          <li>
            <a href={href} rel="noopener noreferrer">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
