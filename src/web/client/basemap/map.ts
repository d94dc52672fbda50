/** The map that moves: the file's tiles, and over them what the page has drawn. */
import * as L from 'leaflet'
import type { Header, PMTiles } from 'pmtiles'
import type { Drawing, Place } from './street-drawing.ts'
import { tileLayer } from './tiles.ts'

interface MapShown {
  archive: PMTiles
  header: Header
  drawing: Drawing
  locale: string
  /** `in` and `out`: what the two buttons are called. */
  words: DOMStringMap
}

/** Zooms beyond its own tiles at which a map may be looked at, and the most at all. */
const BEYOND = 3
const MAX_ZOOM = 19
/** Screen units by which an outline may be off before it is left out. */
const OFF_BY = 12
/** Radius of a place, in screen units. */
const PIN = 11
/** Metres of a screen unit at zoom 0 on the equator. */
const METRES_AT_0 = 156_543

/** At the drawing's own bounds first, and never further out than they ask for. */
export function showMap(place: HTMLElement, { archive, header, drawing, locale, words }: MapShown) {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const { north, south, west, east } = drawing
  const box = L.latLngBounds([south, west], [north, east])
  const map = L.map(place, {
    attributionControl: false,
    zoomControl: false,
    maxBoundsViscosity: 1,
    zoomAnimation: !isStill,
    fadeAnimation: false,
    inertia: !isStill,
    minZoom: Math.min(header.minZoom, 7),
    maxZoom: Math.min(header.maxZoom + BEYOND, MAX_ZOOM),
    maxBounds: box.pad(0.5),
    // The wheel belongs to the page until somebody is at the map.
    scrollWheelZoom: false,
  })
  if (isStill) standStill(map)
  L.control.zoom({ zoomInTitle: words['in'] ?? '+', zoomOutTitle: words['out'] ?? '-' }).addTo(map)
  place.addEventListener('focusin', () => map.scrollWheelZoom.enable())
  place.addEventListener('focusout', () => map.scrollWheelZoom.disable())
  map.fitBounds(box, { animate: false })
  map.setMinZoom(map.getZoom())

  const night = matchMedia('(prefers-color-scheme: dark)')
  const streets = () => tileLayer(archive, header, { locale, isNight: night.matches }).addTo(map)
  let layer = streets()
  night.addEventListener?.('change', () => {
    layer.remove()
    layer = streets()
  })

  addOutlines(map, drawing)
  for (const one of drawing.places) addPlace(map, one)
}

/** Moves without passing through what lies between, for who wants nothing to move. */
function standStill(map: L.Map): void {
  const pan = map.panBy.bind(map)
  map.panBy = (offset, options) => pan(offset, { ...options, animate: false })
}

function addOutlines(map: L.Map, { outlines, outlinesWithinM, north }: Drawing): void {
  const drawn = L.polygon(
    outlines.map((ring) => [ring]),
    { className: 'outline', interactive: false },
  )
  const show = () => {
    if (outlinesWithinM / metresAUnit(map, north) <= OFF_BY) drawn.addTo(map)
    else drawn.remove()
  }
  map.on('zoomend', show)
  show()
}

/** Metres of a screen unit at this latitude and zoom, in Web Mercator. */
function metresAUnit(map: L.Map, lat: number): number {
  return (METRES_AT_0 * Math.cos((lat * Math.PI) / 180)) / 2 ** map.getZoom()
}

/** A place with the way to its page. One known roughly is a ring as wide as that, but never too small for a finger. */
function addPlace(map: L.Map, place: Place): void {
  const { at, about } = place
  const className = about === null ? 'exact' : 'rough'
  const marker = L.circleMarker(at, { className, radius: PIN }).addTo(map)
  marker.bindPopup(linkTo(place), { closeButton: false, autoPanPadding: [12, 12] })
  if (about === null) return
  const fit = () => marker.setRadius(Math.max(PIN, about / metresAUnit(map, at[0])))
  map.on('zoomend', fit)
  fit()
}

function linkTo({ href, title, lang }: Place): HTMLElement {
  const link = document.createElement('a')
  link.href = href
  link.lang = lang
  link.textContent = title
  return link
}
