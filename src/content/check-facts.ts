/**
 * The facts of one entry asked as `stele check` asks them, while they are being edited: findings name a place, not a
 * line.
 */
import { CHECK_RULES, type CheckRule } from '../domain/check-rules.ts'
import type { AdminUnit } from '../domain/admin-unit.ts'
import type { Finding, Report } from '../domain/finding.ts'
import {
  entryPath,
  factsFileOf,
  type EntryPath,
  type Facts,
  type IsoDate,
  type Kind,
} from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import type { Text } from '../domain/revision.ts'
import type { Site } from '../domain/site.ts'
import { checkCitedSources } from './check-sources.ts'
import { ENTRY_CHECKS } from './check-content.ts'
import { newChecking } from './checking.ts'
import { factsSchema } from './facts-schema.ts'
import type { EntryFolder } from './read-content.ts'
import { readWith } from './schema-report.ts'
import { readTextFile, writeTextFile, type ReadText } from './text-file.ts'
import type { Path } from './yaml-file.ts'

export interface FactsFinding extends Pick<Finding<CheckRule>, 'severity' | 'rule' | 'values'> {
  /** As in `['names', 0, 'text']`; the keys of entry.yaml. */
  path: Path
}

/**
 * Facts by the schema of the kind; null when it refuses them, and why. `raw` has the shape entry.yaml is read into:
 * maps, lists and text.
 */
export function readFacts(
  kind: Kind,
  raw: unknown,
): { facts: Facts | null; findings: FactsFinding[] } {
  const { findings, report, lineOf } = placing('')
  const yaml = { value: raw, lineOf, lineOfKey: lineOf, hasComments: false }
  return { facts: readWith(factsSchema(kind), yaml, '', report), findings }
}

/** An entry as it would be saved. */
export interface Candidate {
  kind: Kind
  slug: string
  facts: Facts
  texts: readonly (Text & { locale: Locale; number: number })[]
  /** Names of the pictures and recordings that are there. */
  files: readonly string[]
}

/** Everything a candidate is judged against. */
export interface Surroundings {
  /** All other entries, with as much of their facts as checks ask for. */
  others: readonly { kind: Kind; slug: string; facts: Pick<Facts, 'names'> & Partial<Facts> }[]
  units: readonly AdminUnit[]
  site: Site
  /** Local day. */
  today: IsoDate
}

/** What is found about the facts themselves, and sources that a text cites although they are gone. */
export function checkFacts(candidate: Candidate, surroundings: Surroundings): FactsFinding[] {
  return newFactsCheck([candidate], surroundings)(candidate)
}

/**
 * As checkFacts, for many at once: each is judged among the others and among the other candidates. What all share is
 * gathered once.
 */
export function newFactsCheck(
  candidates: readonly Candidate[],
  { others, units, site, today }: Surroundings,
): (candidate: Candidate) => FactsFinding[] {
  let placed = placing('')
  const lineOf = (path: Path) => placed.lineOf(path)
  const report: Report = (...args) => placed.report(...args)
  const entries = new Map<EntryPath, EntryFolder>()
  for (const { kind, slug, facts } of [...others, ...candidates]) {
    const there = folderOf(kind, slug)
    const yaml = { facts: { ...BARE, ...facts }, lineOf, hasComments: false }
    entries.set(there.path, { ...there, yaml })
  }
  const siteFile = { site, lineOf, hasComments: false }
  const read = {
    site: siteFile,
    units: units.map((unit) => ({ ...unit, line: 0 })),
    shapes: [],
    settlements: null,
    entries,
  }
  const checking = newChecking(read, today, report)
  return ({ kind, slug, facts, texts, files }) => {
    const { path } = folderOf(kind, slug)
    // The one that the other entries see: checks tell an entry from the others by what it is, not by its name.
    const own = entries.get(path) ?? folderOf(kind, slug)
    placed = placing(own.file)
    for (const { locale, number, ...text } of texts) {
      const one = readText({ ...text, revision: number })
      own.textFiles.add(locale)
      if (one) own.texts.set(locale, one)
    }
    for (const name of files) own.images.set(name, new Uint8Array())
    const entry = Object.assign(own, { yaml: { facts, lineOf, hasComments: false } })
    for (const check of ENTRY_CHECKS) check(entry, checking)
    for (const [locale, text] of entry.texts)
      checkCitedSources(
        { read: text, locale, file: `${locale}.md`, entry },
        {
          ...checking,
          report: (rule, _, __, values) => report(rule, own.file, lineOf(['sources']), values),
        },
      )
    return placed.findings
  }
}

/** What checks take for granted of entries that were given only in part. */
const BARE: Facts = {
  names: [],
  sources: [],
  restrictedLocation: false,
  livingPerson: false,
  review: { state: 'pending' },
  withheld: false,
}

/** An entry folder with nothing in it yet. */
function folderOf(kind: Kind, slug: string): EntryFolder {
  const path = entryPath(kind, slug)
  const folder = `content/${path}/`
  return {
    path,
    kind,
    slug,
    folder,
    file: `${folder}${factsFileOf(kind)}`,
    yaml: null,
    texts: new Map(),
    textFiles: new Set(),
    images: new Map(),
  }
}

/** Null for a text that could not stand in a file. */
function readText(text: Text & { revision: number }): ReadText | null {
  return readTextFile(writeTextFile(text), '', () => undefined)
}

/** A report that keeps what is said of `file`; the "lines" it hands out stand for places. */
function placing(file: string) {
  const places: Path[] = []
  const findings: FactsFinding[] = []
  const report: Report = (rule, where, line, values = {}) => {
    if (where !== file) return
    findings.push({ severity: CHECK_RULES[rule], rule, values, path: places[line - 1] ?? [] })
  }
  return { findings, report, lineOf: (path: Path) => places.push(path) }
}
