/** `stele check` over content/: reads everything, asks every rule, and leaves out what has errors. */
import { filesWithErrors, reportInto, sortedFindings, type Finding } from '../domain/finding.ts'
import type { CheckRule } from '../domain/check-rules.ts'
import type { EntryPath, Facts, IsoDate, Kind } from '../domain/entry.ts'
import type { Folder } from '../domain/folder.ts'
import type { Locale } from '../domain/locale.ts'
import { BODY_MAX } from '../domain/revision.ts'
import type { Site } from '../domain/site.ts'
import type { UnitShape } from '../domain/unit-shape.ts'
import { UNITS_FILE, type ReadUnit } from './admin-units-file.ts'
import { checkDates, checkLife, checkNamingDates } from './check-dates.ts'
import { checkAudio, checkImages, checkMarkup, checkSameImages } from './check-images.ts'
import { checkLinksInFacts, checkLinksInText } from './check-links.ts'
import * as names from './check-names.ts'
import * as places from './check-places.ts'
import { checkCitedSources, checkSources, checkStatements } from './check-sources.ts'
import { checkSameNumbers, checkSupportedNumbers } from './check-numbers.ts'
import { checkMarks } from './check-marks.ts'
import { checkSettled, checkSettlements } from './check-settlements.ts'
import { checkStops } from './check-stops.ts'
import { checkBasedOn, checkEndings, checkLengths, checkWithheld } from './check-texts.ts'
import {
  newChecking,
  type Checking,
  type EntryCheck,
  type EntryWithFacts,
  type TextCheck,
} from './checking.ts'
import { checkSameSentences, checkSimplified, checkSummarySays } from './check-wording.ts'
import { readContent, type EntryFolder } from './read-content.ts'
import type { ReadSettlement } from './settlements-file.ts'
import { SITE_FILE } from './site-file.ts'
import type { ReadText } from './text-file.ts'

/** Asked of every entry whose entry.yaml could be read, in this order. */
export const ENTRY_CHECKS: readonly EntryCheck[] = [
  checkDates,
  checkLife,
  checkNamingDates,
  checkImages,
  checkAudio,
  checkLinksInFacts,
  checkSources,
  names.checkNames,
  names.checkNamesInFacts,
  names.checkSlug,
  names.checkFormerSlugs,
  places.checkExtent,
  places.checkPosition,
  places.checkEntryUnits,
  places.checkSameFigure,
  checkStops,
  checkSettled,
]

/** Asked of every text that could be read; only the first where the body is far too long. */
const TEXT_CHECKS: readonly TextCheck[] = [
  checkLengths,
  checkEndings,
  checkBasedOn,
  checkWithheld,
  checkCitedSources,
  checkStatements,
  checkMarkup,
  checkMarks,
  checkLinksInText,
  names.checkNamesInText,
  checkSupportedNumbers,
  checkSameNumbers,
  checkSummarySays,
  checkSimplified,
]

/** An entry that may go on the site: its facts have no error, and each text in it has none. */
export interface ReadEntry {
  path: EntryPath
  kind: Kind
  slug: string
  facts: Facts
  texts: Map<Locale, ReadText>
  /** Pictures and recordings that the facts list and that are there, by file name. */
  images: Map<string, Uint8Array>
}

/** What may go on the site, and everything that was found on the way. */
export interface Content {
  /** Null when site.yaml is missing or has an error. */
  site: Site | null
  units: ReadUnit[]
  shapes: UnitShape[]
  settlements: ReadSettlement[]
  entries: Map<EntryPath, ReadEntry>
  /**
   * Every entry folder, also those whose entry.yaml is left out: such an entry exists, and is not removed by an import.
   */
  folders: ReadonlyMap<EntryPath, EntryFolder>
  /** In the order of file and line. */
  findings: Finding<CheckRule>[]
}

/**
 * What can go on the site, and everything found. A file with an error is left out whole: a text alone, or, when
 * it is entry.yaml, the entry. Total: no input makes it throw. `today` is the installation's local day.
 */
export function readAndCheckContent(folder: Folder, today: IsoDate): Content {
  const findings: Finding<CheckRule>[] = []
  const report = reportInto(findings)
  const read = readContent(folder, report)
  const checking = newChecking(read, today, report)
  if (folder.has(UNITS_FILE)) places.checkUnits(checking, UNITS_FILE)
  checkSettlements(read.settlements ?? [], checking)
  checkSameImages(checking)
  checkSameSentences(checking)
  for (const entry of read.entries.values()) {
    if (hasFacts(entry)) for (const check of ENTRY_CHECKS) check(entry, checking)
    for (const [locale, text] of entry.texts) checkText(entry, locale, text, checking)
  }
  const wrong = filesWithErrors(findings)
  return {
    site: wrong.has(SITE_FILE) ? null : checking.site,
    units: read.units,
    shapes: read.shapes,
    settlements: read.settlements ?? [],
    entries: withoutErrors(read.entries, wrong),
    folders: read.entries,
    findings: sortedFindings(findings),
  }
}

function checkText(entry: EntryFolder, locale: Locale, read: ReadText, checking: Checking): void {
  const text = { read, locale, entry, file: `${entry.folder}${locale}.md` }
  // A body far over the limit is an error already, and might take long to read as Markdown.
  const isHuge = read.body.length > 5 * BODY_MAX
  for (const check of isHuge ? [checkLengths] : TEXT_CHECKS) check(text, checking)
}

function withoutErrors(
  entries: ReadonlyMap<EntryPath, EntryFolder>,
  wrong: ReadonlySet<string>,
): Map<EntryPath, ReadEntry> {
  const good = new Map<EntryPath, ReadEntry>()
  for (const [path, { kind, slug, file, folder, yaml, texts, images }] of entries) {
    if (!yaml || wrong.has(file)) continue
    const { facts } = yaml
    const listed = new Set(
      [...(facts.images ?? []), ...(facts.audio ?? [])].map(({ file }) => file),
    )
    good.set(path, {
      path,
      kind,
      slug,
      facts,
      texts: new Map([...texts].filter(([locale]) => !wrong.has(`${folder}${locale}.md`))),
      images: new Map([...images].filter(([name]) => listed.has(name))),
    })
  }
  return good
}

function hasFacts(entry: EntryFolder): entry is EntryWithFacts {
  return entry.yaml !== null
}
