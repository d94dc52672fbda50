/** Distances from where the reader stands, asked of the phone at a tap and told to nobody. */
import {
  ARROWS,
  directionOf,
  DIRECTIONS,
  distanceM,
  roundedM,
  walkingMinutes,
  type Point,
} from '../../domain/nearby.ts'
import { fill } from '../../domain/fill.ts'

/** Milliseconds the phone may look for itself, and how old what it knows may be. */
const LOOK = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 }

/** Begun by a tap; where the phone refuses or finds nothing, the list stays as it was. */
export function start(at: HTMLElement): void {
  const [button, note] = at.querySelectorAll<HTMLElement>('button, button + small')
  const list = at.querySelector('ol')
  if (!(button instanceof HTMLButtonElement) || !note || !list) return
  note.setAttribute('role', 'status')
  const stays = note.textContent ?? ''
  const measure = () => {
    button.disabled = true
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        showFrom({ lat: coords.latitude, lon: coords.longitude }, list, at)
        note.textContent = stays
        button.disabled = false
      },
      () => {
        note.textContent = at.dataset['refused'] ?? ''
        button.disabled = false
      },
      LOOK,
    )
  }
  button.addEventListener('click', measure)
  measure()
}

/** The list anew: nearest first, each line in the words of the page. */
function showFrom(here: Point, list: HTMLOListElement, { dataset }: HTMLElement): void {
  const directions = (dataset['directions'] ?? '').split('|')
  const number = (value: number) => value.toLocaleString(document.documentElement.lang)
  const said = (key: string, values: Record<string, string>) => fill(dataset[key] ?? '', values)
  const measured = [...list.children].map((item) => {
    const { lat, lon } = (item as HTMLElement).dataset
    const there = { lat: Number(lat), lon: Number(lon) }
    return { item, there, away: distanceM(here, there) }
  })
  measured.sort((a, b) => a.away - b.away)
  for (const { item, there, away } of measured) {
    const [arrow, line] = item.querySelectorAll('small b, small span')
    if (!arrow || !line) continue
    const direction = directionOf(here, there)
    const rounded = roundedM(away)
    arrow.textContent = ARROWS[direction]
    line.textContent = said('line', {
      distance:
        rounded < 1000
          ? said('metres', { count: number(rounded) })
          : said('kilometres', { count: number(rounded / 1000) }),
      direction: directions[DIRECTIONS.indexOf(direction)] ?? '',
      minutes: number(walkingMinutes(away)),
    })
    list.append(item)
  }
}
