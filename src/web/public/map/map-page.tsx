import type { Child } from 'hono/jsx'
import type { AdminUnit } from '../../../domain/admin-unit.ts'
import { type Kind, pageAddress } from '../../../domain/entry.ts'
import type { Locale } from '../../../domain/locale.ts'
import { isOn, mapSheet, pathOf, SHEET_WIDTH, type MapSheet } from '../../../domain/map-sheet.ts'
import type { ShownPosition } from '../../../domain/position.ts'
import { sourceLocale } from '../../../domain/site.ts'
import type { LonLat, UnitShape } from '../../../domain/unit-shape.ts'
import { Layout } from '../page-layout.tsx'
import { langIf, sayFor, siteText, type Reading } from '../reading.ts'
import { EntryList, titleFor } from '../entry-titles.tsx'
import { Report, SiteLinks } from '../site-links.tsx'

/** An entry as the map shows it. */
export interface MapPoint {
  kind: Kind
  slug: string
  titles: Record<string, string>
  /** Null where it is not known, or must not be told: then it is in the lists alone. */
  position: ShownPosition | null
  /** Code of the first ward or commune it lies in today; null where it lies in none. */
  unit: string | null
}

interface Props {
  reading: Reading
  shapes: UnitShape[]
  /** The shape that is looked at; null for all of them. */
  unit: UnitShape | null
  /** Those without a last day. */
  units: AdminUnit[]
  points: MapPoint[]
  /** Address of the operator's base map; null without one. */
  basemap: string | null
}

/** The list below the drawing says all that the drawing does. */
export function MapPage(props: Props) {
  const { reading, unit, units, points } = props
  const say = sayFor(reading)
  const place = siteText(reading, reading.site.name)
  const own = unit && units.find(({ code }) => code === unit.code)
  const rest = unit ? `map/${unit.code}` : 'map'
  return (
    <Layout
      reading={reading}
      title={own ? own.name : say('map.title')}
      lang={own ? sourceLocale(reading.site) : undefined}
      canonical={`${reading.origin}/${reading.wished}/${rest}`}
      line={<span lang={langIf(place.locale, reading.words)}>{place.text}</span>}
      languages={reading.site.locales.map((locale) => ({ locale, href: `/${locale}/${rest}` }))}
      main={
        <>
          {props.basemap ? (
            <Zoomable reading={reading} basemap={props.basemap}>
              <Drawing {...props} />
            </Zoomable>
          ) : (
            <Drawing {...props} />
          )}
          {unit && (
            <p>
              <a href={`/${reading.wished}/map`}>{say('map.whole')}</a>
            </p>
          )}
          {unit ? <Points reading={reading} points={points} /> : <WholeList {...props} />}
        </>
      }
      aside={
        <footer class="foot">
          <div class="frame">
            <p>{say('map.coarse')}</p>
            <p class="promise">{say('trust.never')}</p>
            <Report reading={reading} />
            <SiteLinks reading={reading} links={['home', 'about']} />
          </div>
        </footer>
      }
    />
  )
}

/**
 * What is drawn, by name; then the way to each ward and commune that something is told of; then how many lie nowhere.
 */
function WholeList({ reading, units, points, shapes }: Omit<Props, 'unit' | 'basemap'>) {
  const say = sayFor(reading)
  const source = langIf(sourceLocale(reading.site), reading.words)
  const placed = points.filter((point) => point.position)
  const nowhere = points.filter((point) => point.unit === null && !point.position)
  const busy = units
    .map(({ code, name }) => ({
      code,
      name,
      count: points.filter((point) => point.unit === code).length,
    }))
    .filter(({ count }) => count > 0)
  const isDrawn = (code: string) => shapes.some((shape) => shape.code === code)
  return (
    <>
      {placed.length > 0 && (
        <section>
          <h2>{say('map.placed')}</h2>
          <Points reading={reading} points={placed} />
        </section>
      )}
      {busy.length > 0 && (
        <section>
          <h2>{say('units.title')}</h2>
          <ul class="list columns">
            {busy.map(({ code, name, count }) => (
              <li>
                <a href={`/${reading.wished}/${isDrawn(code) ? 'map' : 'units'}/${code}`}>
                  <span lang={source}>{name}</span> · {count}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {nowhere.length > 0 && (
        <p class="apart">
          {say('map.nowhere', { count: nowhere.length })}{' '}
          <a href={`/${reading.wished}/`}>{say('page.home')}</a>
        </p>
      )}
    </>
  )
}

function Points({ reading, points }: { reading: Reading; points: MapPoint[] }) {
  if (points.length === 0) return <p>{sayFor(reading)('map.none')}</p>
  return <EntryList reading={reading} entries={points} />
}

/** The drawing, and the offer of streets under it; hidden until a script finds that it can show them. */
function Zoomable({ reading, basemap, children }: Pick<Props, 'reading'> & MapUnit) {
  const say = sayFor(reading)
  return (
    <div
      data-module="basemap"
      data-file={basemap}
      data-locale={reading.wished}
      data-label={say('map.label')}
      data-in={say('map.in')}
      data-out={say('map.out')}
      data-loading={say('map.loading')}
      data-shown={say('map.shown')}
      data-failed={say('map.failed')}
    >
      {children}
      <p data-offer="" hidden>
        <button type="button">{say('map.streets')}</button> <small>{say('map.size')}</small>
      </p>
    </div>
  )
}

interface MapUnit {
  basemap: string
  children: Child
}

/**
 * For the eye alone: the list below says the same, and leads to the same pages. Nothing where there is nothing to draw.
 */
function Drawing({ reading, shapes, unit, points, basemap }: Props) {
  const say = sayFor(reading)
  const placed = points.flatMap((point) =>
    point.position ? [{ ...point, at: lonLatOf(point.position), position: point.position }] : [],
  )
  const around = unit ? [unit] : shapes
  const corners = [
    ...around.flatMap(({ polygons }) => polygons.flat(2)),
    ...placed.map(({ at }) => at),
  ]
  const sheet = mapSheet(corners)
  if (!sheet) return null
  const busy = new Set(points.map((point) => point.unit))
  return (
    <figure>
      <svg
        class="map"
        viewBox={`0 0 ${SHEET_WIDTH} ${sheet.height}`}
        data-edges={basemap ? sheet.edges.map((degrees) => degrees.toFixed(5)).join() : undefined}
        aria-hidden="true"
      >
        {shapes
          .filter((shape) => isOn(shape, sheet))
          .map((shape) => (
            <a href={`/${reading.wished}/map/${shape.code}`} tabindex={-1}>
              <path class={busy.has(shape.code) ? 'busy' : undefined} d={pathOf(shape, sheet)} />
            </a>
          ))}
        {placed.map((point) => (
          <Dot reading={reading} point={point} sheet={sheet} isRead={basemap !== null} />
        ))}
        <Bar sheet={sheet} reading={reading} />
      </svg>
      <figcaption>{say('map.drawing', { count: placed.length })}</figcaption>
    </figure>
  )
}

type Placed = MapPoint & { at: LonLat; position: ShownPosition }

interface DotProps {
  reading: Reading
  point: Placed
  sheet: MapSheet
  /** Whether a script may want to know where it lies: only where there is a base map. */
  isRead: boolean
}

/** Filled where the position is exact, else an outline. */
function Dot({ reading, point, sheet, isRead }: DotProps) {
  const [cx, cy] = sheet.place(point.at)
  const { title, locale } = titleFor(point, reading)
  const { lat, lon, accuracyM } = point.position
  const at = `${lat},${lon},${accuracyM}`
  return (
    <a href={pageAddress(point.kind, point.slug, reading.wished as Locale)} tabindex={-1}>
      <circle
        class={point.position.isExact ? 'exact' : 'rough'}
        cx={cx}
        cy={cy}
        r={13}
        data-at={isRead ? at : undefined}
      >
        <title lang={langIf(locale, reading.words)}>{title}</title>
      </circle>
    </a>
  )
}

/** The scale, in kilometres. */
function Bar({ sheet: { height, bar }, reading }: { sheet: MapSheet; reading: Reading }) {
  const [x, y] = [30, height - 30]
  const kilometres = new Intl.NumberFormat(reading.words).format(bar.metres / 1000)
  return (
    <g class="scale">
      <path d={`M${x} ${y - 12}v12h${bar.units}v-12`} />
      <text x={x + 10} y={y - 16}>{`${kilometres} km`}</text>
    </g>
  )
}

function lonLatOf({ lat, lon }: ShownPosition): LonLat {
  return [Number(lon), Number(lat)]
}
