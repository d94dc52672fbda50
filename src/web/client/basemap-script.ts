/**
 * At a tap: streets from the operator's own file under what is drawn, to move and to zoom. The drawing goes only when
 * the file has been read to its tiles; on any failure it stays.
 */
import { PMTiles } from 'pmtiles'
import { creditsOf } from './basemap/credits.ts'
import { readDrawing } from './basemap/street-drawing.ts'
import { showMap } from './basemap/map.ts'
import { addRules } from './basemap/street-style.ts'
import { tryTiles } from './basemap/tiles.ts'

/** Nothing is fetched from the file before the tap. Without the drawing or its button it does nothing. */
export async function start(at: HTMLElement, isTapped: boolean): Promise<void> {
  const { file = '', locale = '', label = '' } = at.dataset
  const button = at.querySelector('button')
  const said = at.querySelector('button ~ small')
  const figure = at.querySelector('figure')
  const svg = at.querySelector<SVGSVGElement>('svg.map')
  if (!button || !said || !figure || !svg) return
  said.setAttribute('role', 'status')
  const say = (key: string) => (said.textContent = at.dataset[key] ?? '')

  const open = async () => {
    button.disabled = true
    say('loading')
    const place = document.createElement('div')
    try {
      const archive = new PMTiles(file)
      const header = await archive.getHeader()
      const drawing = readDrawing(svg)
      // Metadata and tiles stand in different parts of the file: all must be there.
      const credits = creditsOf(await archive.getMetadata(), header.tileType, locale)
      await tryTiles(archive, header, drawing)
      addRules()
      place.className = 'streets'
      place.setAttribute('role', 'application')
      place.setAttribute('aria-label', label)
      svg.before(place)
      at.classList.add('has-streets')
      showMap(place, { archive, header, drawing, locale, words: at.dataset })
      place.after(credits)
      button.hidden = true
      say('shown')
      place.focus({ preventScroll: true })
      place.scrollIntoView({ block: 'nearest' })
    } catch {
      place.remove()
      at.classList.remove('has-streets')
      button.disabled = false
      say('failed')
    }
  }
  button.addEventListener('click', () => void open())
  if (isTapped) await open()
}
