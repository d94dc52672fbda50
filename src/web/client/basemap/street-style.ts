/**
 * For the map that moves: what of Leaflet's own sheet (BSD-2-Clause, 1.9.4) it needs, in our colours; one rule a line.
 * It is added to the page's sheet rule by rule, which the policy allows, so that only who asks for the map pays for it.
 */
const RULES = `
.streets { height: 70vh; min-height: 16rem; max-height: 34rem; overflow: hidden; position: relative; z-index: 0; border: 1px solid var(--line); background: var(--shade); font-size: 1rem; -webkit-tap-highlight-color: transparent }
.streets:focus-visible { outline: 3px solid var(--indigo); outline-offset: 2px }
.has-streets .map { display: none }
.streets-credit { display: block; text-align: right }
.leaflet-pane, .leaflet-tile, .leaflet-tile-container, .leaflet-pane > svg, .leaflet-pane > canvas, .leaflet-layer { position: absolute; left: 0; top: 0 }
.leaflet-tile { user-select: none; -webkit-user-select: none; visibility: hidden; max-width: none; max-height: none; width: auto; padding: 0 }
.leaflet-tile-loaded { visibility: inherit }
.leaflet-overlay-pane svg { max-width: none; max-height: none }
.leaflet-touch-zoom { touch-action: pan-x pan-y }
.leaflet-touch-drag { touch-action: pinch-zoom }
.leaflet-touch-drag.leaflet-touch-zoom { touch-action: none }
.leaflet-zoom-box { width: 0; height: 0; position: absolute; z-index: 800; border: 2px dotted var(--indigo) }
.leaflet-pane { z-index: 400 }
.leaflet-tile-pane { z-index: 200 }
.leaflet-popup-pane { z-index: 700 }
.leaflet-map-pane canvas { z-index: 100 }
.leaflet-map-pane svg { z-index: 200 }
.leaflet-pane > svg path, .leaflet-tile-container { pointer-events: none }
.leaflet-pane > svg path.leaflet-interactive { pointer-events: auto; cursor: pointer }
.leaflet-zoom-animated { transform-origin: 0 0 }
.leaflet-zoom-anim .leaflet-zoom-animated { transition: transform .25s cubic-bezier(0,0,.25,1) }
.leaflet-zoom-anim .leaflet-tile, .leaflet-pan-anim .leaflet-tile { transition: none }
.leaflet-zoom-anim .leaflet-zoom-hide { visibility: hidden }
.leaflet-grab { cursor: grab }
.leaflet-dragging .leaflet-grab { cursor: grabbing }
.leaflet-top, .leaflet-bottom { position: absolute; z-index: 1000; pointer-events: none }
.leaflet-top { top: .6rem }
.leaflet-left { left: .6rem }
.leaflet-control { pointer-events: auto; cursor: auto }
.leaflet-bar a { display: block; width: 44px; height: 44px; margin-bottom: 4px; border: 1px solid var(--soft); border-radius: 6px; background: var(--paper); color: var(--indigo); text-align: center; text-decoration: none; font: bold 24px/42px system-ui, sans-serif }
.leaflet-bar a.leaflet-disabled { color: var(--soft); cursor: default }
.leaflet-popup { position: absolute; margin-bottom: 16px }
.leaflet-popup-content { padding: .3rem .9rem; border: 1px solid var(--soft); border-radius: 6px; background: var(--paper) }
.leaflet-popup-content a { display: inline-block; padding: .5rem 0 }
.streets .outline { fill: none; stroke: var(--seal); stroke-opacity: .5; stroke-width: 1.5 }
.streets .exact { fill: var(--indigo); fill-opacity: 1; stroke: var(--paper); stroke-width: 3 }
.streets .rough { fill: var(--indigo); fill-opacity: .08; stroke: var(--indigo); stroke-width: 3 }
@media print { .streets, .streets-credit, [data-module=basemap] > p { display: none } .has-streets .map { display: block } }
`

/** The rules, added once; throws where a browser does not let it. */
export function addRules(): void {
  const sheet = document.querySelector('style')?.sheet
  if (!sheet) throw new Error('a page without a style sheet')
  const known = [...sheet.cssRules].some(({ cssText }) => cssText.startsWith('.streets '))
  if (known) return
  for (const rule of RULES.trim().split('\n')) sheet.insertRule(rule, sheet.cssRules.length)
}
