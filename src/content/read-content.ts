/**
 * content/ as it lies in a folder: every file is read by itself, so that a bad one takes no other down. What is read
 * here is well formed; whether it is right is asked by the checks (check-content.ts).
 */
import type { Report } from '../domain/finding.ts'
import {
  factsFileOf,
  kindOfFolder,
  parseEntryPath,
  SLUG,
  type EntryPath,
  type Kind,
} from '../domain/entry.ts'
import { readText, type Folder } from '../domain/folder.ts'
import { parseLocale, type Locale } from '../domain/locale.ts'
import type { UnitShape } from '../domain/unit-shape.ts'
import { readShapes, SHAPES_FILE } from './unit-shapes-file.ts'
import { readUnits, UNITS_FILE, type ReadUnit } from './admin-units-file.ts'
import { readEntryFile, type EntryFile } from './entry-file.ts'
import { readSiteFile, SITE_FILE, type SiteFile } from './site-file.ts'
import { readSettlements, SETTLEMENTS_FILE, type ReadSettlement } from './settlements-file.ts'
import { readTextFile, type ReadText } from './text-file.ts'
import { localesOf } from '../domain/site.ts'

/** An entry folder with everything in it that could be read. */
export interface EntryFolder {
  path: EntryPath
  kind: Kind
  slug: string
  /** `content/streets/le-loi/` */
  folder: string
  /** `content/streets/le-loi/entry.yaml`; of a walk, `walk.yaml`. */
  file: string
  /** Null when entry.yaml is missing or bad. */
  yaml: EntryFile | null
  texts: Map<Locale, ReadText>
  /** Locales of all text files, readable or not. */
  textFiles: Set<Locale>
  /** Pictures and recordings by file name. */
  images: Map<string, Uint8Array>
}

export interface ContentFolder {
  /** Null when site.yaml is missing or bad. */
  site: SiteFile | null
  units: ReadUnit[]
  /** Empty where there are none. */
  shapes: UnitShape[]
  /** Null where the folder says nothing of them. */
  settlements: ReadSettlement[] | null
  entries: Map<EntryPath, EntryFolder>
}

const PLACE_FILES = new Set([SITE_FILE, UNITS_FILE, SHAPES_FILE, SETTLEMENTS_FILE])
/** Files that a page may show or play; everything else in an entry's folder must be a text. */
const MEDIA = /\.(?:jpe?g|png|webp|avif|gif|mp3|m4a|ogg)$/i

/** Never throws: whatever stands in a file, it is read or reported. Files in the order of their paths. */
export function readContent(folder: Folder, report: Report): ContentFolder {
  const entries = new Map<EntryPath, EntryFolder>()
  const site = readSite(folder, report)
  const unitsText = readText(folder, UNITS_FILE, report)
  const units = (unitsText !== null && readUnits(unitsText, report)) || []

  const shapesText = readText(folder, SHAPES_FILE, report)
  const shapes = (shapesText !== null && readShapes(shapesText, report)) || []
  for (const { code } of shapes)
    if (!units.some((unit) => unit.code === code))
      report('shapes.unknown-unit', SHAPES_FILE, 0, { code })

  const settledText = readText(folder, SETTLEMENTS_FILE, report)
  const settlements = settledText === null ? [] : readSettlements(settledText, report)

  for (const file of [...folder.keys()].sort()) {
    const [top, kindFolder = '', slug = '', name = '', ...deeper] = file.split('/')
    if (top !== 'content' || PLACE_FILES.has(file)) continue
    const isEntryFile = name !== '' && deeper.length === 0
    const kind = kindOfFolder(kindFolder)
    if (!isEntryFile || !kind) {
      if (slug !== '' && !kind)
        report('folder.unknown-kind', `content/${kindFolder}`, 0, { folder: kindFolder })
      else if (file !== 'content/README.md') report('folder.unknown-file', file, 0)
      continue
    }
    if (!SLUG.test(slug)) {
      report('folder.bad-slug', `content/${kindFolder}/${slug}`, 0, { folder: slug })
      continue
    }
    const entry = entryFolder(entries, `${kindFolder}/${slug}`)
    if (entry) readFile(entry, name, folder, site, report)
  }
  for (const entry of entries.values()) {
    if (!folder.has(entry.file)) report('folder.no-entry-file', entry.folder.slice(0, -1), 0)
    const source = site?.site.locales[0]
    if (source && !entry.textFiles.has(source))
      report('folder.no-source-text', entry.file, 0, { file: `${source}.md` })
  }
  return { site, units, shapes, settlements, entries }
}

/** One for all files of a folder; null for a path no entry can have. */
function entryFolder(entries: Map<EntryPath, EntryFolder>, text: string): EntryFolder | null {
  const parsed = parseEntryPath(text)
  if (!parsed) return null
  const known = entries.get(parsed.path)
  if (known) return known
  const entry: EntryFolder = {
    ...parsed,
    folder: `content/${text}/`,
    file: `content/${text}/${factsFileOf(parsed.kind)}`,
    yaml: null,
    texts: new Map(),
    textFiles: new Set(),
    images: new Map(),
  }
  entries.set(parsed.path, entry)
  return entry
}

/** One file of an entry's folder: facts, a text, or a picture. */
function readFile(
  entry: EntryFolder,
  name: string,
  folder: Folder,
  site: SiteFile | null,
  report: Report,
): void {
  const file = entry.folder + name
  if (file === entry.file) {
    const text = readText(folder, file, report)
    entry.yaml = text === null ? null : readEntryFile(text, entry.kind, file, report)
    if (entry.yaml?.hasComments) report('yaml.comment', file, 0)
    return
  }
  if (MEDIA.test(name)) {
    const bytes = folder.get(file)
    if (bytes) entry.images.set(name, bytes)
    return
  }
  const tag = name.endsWith('.md') ? name.slice(0, -3) : null
  const locale = tag === null ? null : parseLocale(tag)
  if (!locale || tag === null) return report('folder.unknown-file', file, 0)
  if (locale !== tag) return report('folder.locale-spelling', file, 0, { right: `${locale}.md` })
  const offered = site && localesOf(site.site)
  if (offered && !offered.includes(locale))
    report('folder.locale-not-offered', file, 0, { locale, offered: offered.join(', ') })
  entry.textFiles.add(locale)
  const text = readText(folder, file, report)
  const read = text === null ? null : readTextFile(text, file, report)
  if (read) entry.texts.set(locale, read)
}

function readSite(folder: Folder, report: Report): SiteFile | null {
  if (!folder.has(SITE_FILE)) report('site.missing', SITE_FILE, 0)
  const text = readText(folder, SITE_FILE, report)
  const site = text === null ? null : readSiteFile(text, report)
  if (!site) return null
  if (site.hasComments) report('yaml.comment', SITE_FILE, 0)
  const { fallbackLocale } = site.site
  if (!localesOf(site.site).includes(fallbackLocale))
    report('site.unknown-locale', SITE_FILE, site.lineOf(['fallbackLocale']), {
      locale: fallbackLocale,
    })
  return site
}
