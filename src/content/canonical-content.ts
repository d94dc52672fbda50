/** The canonical form of a file of content/, from its normalised text. Null for files that have none. */
import type { Report } from '../domain/finding.ts'
import { factsFileOf, kindOfFolder } from '../domain/entry.ts'
import { parseLocale } from '../domain/locale.ts'
import { readUnits, UNITS_FILE, writeUnits } from './admin-units-file.ts'
import { readEntryFile, writeEntryFile } from './entry-file.ts'
import { readSiteFile, SITE_FILE, writeSiteFile } from './site-file.ts'
import { readShapes, SHAPES_FILE, writeShapes } from './unit-shapes-file.ts'
import { readSettlements, SETTLEMENTS_FILE, writeSettlements } from './settlements-file.ts'
import { readTextFile, writeTextFile } from './text-file.ts'

/**
 * Null for a file that has no canonical form, or cannot be read. Anything reported means that it cannot be rewritten
 * without losing something. A YAML file with comments comes back as it was: the canonical form has none.
 */
export function canonicalContent(file: string, text: string, report: Report): string | null {
  if (file === SITE_FILE) {
    const read = readSiteFile(text, report)
    return read && (read.hasComments ? text : writeSiteFile(read.site))
  }
  if (file === UNITS_FILE) {
    const units = readUnits(text, report)
    return units && writeUnits(units)
  }
  if (file === SHAPES_FILE) {
    const shapes = readShapes(text, report)
    return shapes && writeShapes(shapes)
  }
  if (file === SETTLEMENTS_FILE) {
    const settlements = readSettlements(text, report)
    return settlements && writeSettlements(settlements)
  }
  const [top, folder = '', , name = '', ...deeper] = file.split('/')
  const kind = kindOfFolder(folder)
  if (top !== 'content' || !kind || deeper.length > 0) return null
  if (name === factsFileOf(kind)) {
    const read = readEntryFile(text, kind, file, report)
    return read && (read.hasComments ? text : writeEntryFile(read.facts))
  }
  if (!name.endsWith('.md') || !parseLocale(name.slice(0, -3))) return null
  const read = readTextFile(text, file, report)
  return read && writeTextFile(read)
}
