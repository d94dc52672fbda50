/**
 * OpenType lets a base lack an anchor for a class of marks (GPOS lookup types 4 to 6: a NULL offset); the next
 * subtable is then asked. fontkit 2.0.4 throws instead (foliojs/fontkit issue 367), which Khmer ធំ runs into.
 */
import type { Font } from 'fontkit'

/** What of fontkit's inside is mended here. */
interface GlyphPositioning {
  applyLookup(type: number, table: unknown): boolean
  applyAnchor(mark: { markAnchor: unknown }, base: unknown, index: number): void
}

export function mendNullAnchors(font: Font): void {
  const positioning = (
    font as unknown as { _layoutEngine?: { engine?: { GPOSProcessor?: GlyphPositioning } } }
  )._layoutEngine?.engine?.GPOSProcessor
  if (!positioning) return
  const applyLookup = positioning.applyLookup.bind(positioning)
  const applyAnchor = positioning.applyAnchor.bind(positioning)
  let lacking = false
  positioning.applyAnchor = (mark, base, index) => {
    if (base && mark.markAnchor) applyAnchor(mark, base, index)
    else lacking = true
  }
  positioning.applyLookup = (type, table) => {
    lacking = false
    const applied = applyLookup(type, table)
    return applied && !lacking
  }
}
