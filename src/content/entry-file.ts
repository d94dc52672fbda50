/** entry.yaml: the facts of an entry, shared by all its languages. */
import { digestOf } from '../domain/digest.ts'
import type { Report } from '../domain/finding.ts'
import type { Facts, Kind } from '../domain/entry.ts'
import { blockList, document, flowList, flowMap, type FlowMap } from './canonical-yaml.ts'
import { FACT_KEYS, factsSchema, keysWithin } from './facts-schema.ts'
import { readWith } from './schema-report.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

/** entry.yaml as it was read. */
export interface EntryFile {
  facts: Facts
  lineOf: YamlFile['lineOf']
  /** A file with comments is never rewritten: they would be lost. */
  hasComments: boolean
}

/**
 * Null when the file cannot be used; why is reported. Optional lists that hold nothing are left out. `text` is
 * normalised (domain/folder.ts).
 */
export function readEntryFile(
  text: string,
  kind: Kind,
  file: string,
  report: Report,
): EntryFile | null {
  const yaml = readYaml(text, file, report)
  const facts = yaml && readWith(factsSchema(kind), yaml, file, report)
  if (!yaml || !facts) return null
  return { facts: withoutNothing(facts), lineOf: yaml.lineOf, hasComments: yaml.hasComments }
}

/**
 * The canonical file: keys in the order of the schema, one line per item, empty lists left out.
 * Reading it gives `facts` again; writing what was read gives the same bytes.
 */
export function writeEntryFile(facts: Facts): string {
  const known = withoutNothing(facts)
  return document(FACT_KEYS.map((key) => [key, writtenFact(known, key)] as const))
}

/** What stands after `key:` in the canonical file; null when the key is left out. */
export function writtenFact(facts: Facts, key: keyof Facts): string | null {
  const value = facts[key]
  if (value === undefined) return null
  if (typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return flowMap(ordered(key, value as unknown as FlowMap))
  if (value.length === 0) return '[]'
  if (value.every((item) => typeof item === 'string')) return flowList(value)
  return blockList(value.map((item) => ordered(key, item as unknown as FlowMap)))
}

function ordered(key: keyof Facts, map: FlowMap): FlowMap {
  return Object.fromEntries(keysWithin(key).map((one) => [one, map[one]])) as FlowMap
}

/** Drops optional lists that hold nothing, and within records flags that say false, empty lists and empty maps. */
function withoutNothing(facts: Facts): Facts {
  const kept = Object.entries(facts)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([key, value]) => [key, Array.isArray(value) ? value.map(bare) : bare(value)])
  return Object.fromEntries(kept) as Facts
}

function bare(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, one]) => !isNothing(one)))
}

function isNothing(value: unknown): boolean {
  if (value === false) return true
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/**
 * SHA-256 of the canonical form of facts with the pictures and recordings that belong to them. `files`: name -> digest,
 * in any order.
 */
export function factsDigest(facts: Facts, files: Record<string, string>): Promise<string> {
  const listed = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, digest]) => `${name} ${digest}\n`)
  return digestOf(writeEntryFile(facts) + listed.join(''))
}
