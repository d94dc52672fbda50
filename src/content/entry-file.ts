/** entry.yaml: the facts of an entry, shared by all its languages. */
import { digestOf } from '../domain/digest.ts'
import type { Report } from '../domain/finding.ts'
import type { Facts, Kind } from '../domain/entry.ts'
import { blockList, document, flowList, flowMap, type FlowMap } from './canonical-yaml.ts'
import { FACT_KEYS, factsSchema } from './facts-schema.ts'
import { readWith } from './schema-report.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

export interface EntryFile {
  facts: Facts
  lineOf: YamlFile['lineOf']
  hasComments: boolean
}

/** Null when the file cannot be used; why is reported. `text` is normalised (domain/folder.ts). */
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

/** Keys of the maps within, in canonical order. */
const ORDER: Partial<Record<keyof Facts, string>> = {
  names: 'text locale kind from to source',
  stops: 'entry note',
  way: 'distanceM minutes source',
  namings: 'body number date act source',
  extent: 'from to lengthM widthM source',
  born: 'date circa lunar source',
  died: 'date circa lunar source',
  rank: 'level year decision source',
  festivals: 'from to name source',
  adminUnits: 'code from to source',
  position: 'lat lon accuracyM source',
  images: 'file alt decorative author licence',
  audio: 'file locale speaker licence durationS transcript',
  toVerify: 'what document',
  sources: 'id kind title publisher url date accessed attests',
  review: 'state by role on',
}

function ordered(key: keyof Facts, map: FlowMap): FlowMap {
  const keys = ORDER[key]?.split(' ') ?? Object.keys(map)
  return Object.fromEntries(
    keys.map((one) => [one, map[one] === false ? undefined : map[one]]),
  ) as FlowMap
}

/** Drops optional lists and records that hold nothing, and flags that say false. */
function withoutNothing(facts: Facts): Facts {
  const optional = [
    'formerSlugs',
    'namedAfter',
    'namings',
    'festivals',
    'adminUnits',
    'images',
    'audio',
    'related',
    'toVerify',
  ] as const
  const copy = { ...facts }
  for (const key of optional) if (copy[key]?.length === 0) delete copy[key]
  for (const key of ['born', 'died'] as const) {
    const date = copy[key]
    if (date?.circa === false) copy[key] = without(date, 'circa')
  }
  if (copy.stops)
    copy.stops = copy.stops.map((stop) =>
      stop.note && Object.keys(stop.note).length === 0 ? without(stop, 'note') : stop,
    )
  if (copy.festivals)
    copy.festivals = copy.festivals.map((festival) =>
      festival.name && Object.keys(festival.name).length === 0
        ? without(festival, 'name')
        : festival,
    )
  copy.sources = copy.sources.map((source) =>
    source.attests?.length === 0 ? without(source, 'attests') : source,
  )
  if (copy.images)
    copy.images = copy.images.map((image) => {
      const decorated = image.decorative === false ? without(image, 'decorative') : image
      const isBare = decorated.alt && Object.keys(decorated.alt).length === 0
      return isBare ? without(decorated, 'alt') : decorated
    })
  return copy
}

function without<T extends object, K extends keyof T>(map: T, key: K): T {
  const copy = { ...map }
  delete copy[key]
  return copy
}

/** Facts with the pictures and recordings that belong to them, by their canonical form. */
export function factsDigest(facts: Facts, files: Record<string, string>): Promise<string> {
  const listed = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, digest]) => `${name} ${digest}\n`)
  return digestOf(writeEntryFile(facts) + listed.join(''))
}
