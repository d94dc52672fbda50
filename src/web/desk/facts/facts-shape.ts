/** The form of an entry's facts as data: its parts in the order of the page, and the fields of each. */
import { factKeys } from '../../../content/facts-schema.ts'
import { NAME_KINDS, RANKS, type Facts, type Kind } from '../../../domain/entry.ts'
import type { DeskKey } from '../../../messages/desk-key.ts'

/**
 * How a value is typed: `words` once for each language, `several` in one line between semicolons, `lines` over several
 * lines; `fixed` is shown and not typed.
 */
export type FieldInput =
  | 'line'
  | 'date'
  | 'number'
  | 'source'
  | 'work'
  | 'unit'
  | 'entry'
  | 'locale'
  | 'choice'
  | 'flag'
  | 'words'
  | 'lines'
  | 'several'
  | 'fixed'

export interface FieldShape {
  /** In entry.yaml; '' for the items of a list of plain values. */
  key: string
  input: FieldInput
  label: DeskKey
  /** Values as entry.yaml has them. */
  options?: readonly { value: string; label: DeskKey }[]
  /** Share of a line: short for dates and numbers, long for titles. */
  width?: 'short' | 'long'
}

/** A part of the form is a key of entry.yaml; approval is given elsewhere. */
export type PartKey = Exclude<keyof Facts, 'review'>

export interface FactsPartShape {
  key: PartKey
  /** `fixed` rows can be described, but are added and removed elsewhere. */
  shape: 'rows' | 'fixed-rows' | 'values' | 'record' | 'flag'
  fields: readonly FieldShape[]
}

const source: FieldShape = { key: 'source', input: 'source', label: 'facts.source', width: 'short' }
const from: FieldShape = { key: 'from', input: 'date', label: 'facts.from', width: 'short' }
const to: FieldShape = { key: 'to', input: 'date', label: 'facts.to', width: 'short' }
const date: FieldShape = { key: 'date', input: 'date', label: 'facts.date', width: 'short' }
/** The one field of a list of plain values. */
const value = (input: FieldInput, label: DeskKey): FieldShape[] => [{ key: '', input, label }]
const flag = (key: PartKey): FactsPartShape => ({
  key,
  shape: 'flag',
  fields: [{ key: '', input: 'flag', label: `facts.part.${key}` }],
})

const ACTS = ['named', 'renamed', 'extended', 'abolished'] as const
/** Birth and death are asked alike. */
const life: FieldShape[] = [
  date,
  { key: 'lunar', input: 'line', label: 'facts.lunar', width: 'short' },
  { key: 'circa', input: 'flag', label: 'facts.circa', width: 'short' },
  source,
]

/** In the order of the page; the file has an order of its own. */
const PARTS: readonly FactsPartShape[] = [
  {
    key: 'names',
    shape: 'rows',
    fields: [
      { key: 'text', input: 'line', label: 'facts.name', width: 'long' },
      { key: 'locale', input: 'locale', label: 'facts.locale' },
      {
        key: 'kind',
        input: 'choice',
        label: 'facts.nameKind',
        options: NAME_KINDS.map((kind) => ({
          value: kind,
          label: `facts.nameKind.${kind}` as const,
        })),
      },
      { key: 'breaks', input: 'line', label: 'facts.breaks', width: 'long' },
      ...[from, to, source],
    ],
  },
  { key: 'formerSlugs', shape: 'values', fields: value('line', 'facts.formerSlug') },
  {
    key: 'stops',
    shape: 'rows',
    fields: [
      { key: 'entry', input: 'entry', label: 'facts.stop', width: 'long' },
      { key: 'note', input: 'words', label: 'facts.stopNote' },
    ],
  },
  {
    key: 'way',
    shape: 'record',
    fields: [
      { key: 'distanceM', input: 'number', label: 'facts.distanceM', width: 'short' },
      { key: 'minutes', input: 'number', label: 'facts.minutes', width: 'short' },
      source,
    ],
  },
  { key: 'namedAfter', shape: 'values', fields: value('entry', 'facts.figure') },
  {
    key: 'namings',
    shape: 'rows',
    fields: [
      { key: 'body', input: 'line', label: 'facts.body', width: 'long' },
      { key: 'number', input: 'line', label: 'facts.number' },
      date,
      {
        key: 'act',
        input: 'choice',
        label: 'facts.act',
        options: ACTS.map((act) => ({ value: act, label: `facts.act.${act}` as const })),
      },
      source,
    ],
  },
  {
    key: 'extent',
    shape: 'record',
    fields: [
      { key: 'from', input: 'line', label: 'facts.extentFrom', width: 'long' },
      { key: 'to', input: 'line', label: 'facts.extentTo', width: 'long' },
      { key: 'lengthM', input: 'number', label: 'facts.lengthM', width: 'short' },
      { key: 'widthM', input: 'number', label: 'facts.widthM', width: 'short' },
      source,
    ],
  },
  { key: 'born', shape: 'record', fields: life },
  { key: 'died', shape: 'record', fields: life },
  flag('livingPerson'),
  {
    key: 'rank',
    shape: 'record',
    fields: [
      {
        key: 'level',
        input: 'choice',
        label: 'facts.level',
        options: RANKS.map((rank) => ({ value: rank, label: `facts.rank.${rank}` as const })),
      },
      { key: 'year', input: 'number', label: 'facts.year', width: 'short' },
      { key: 'decision', input: 'line', label: 'facts.decision' },
      source,
    ],
  },
  {
    key: 'festivals',
    shape: 'rows',
    fields: [
      { key: 'from', input: 'line', label: 'facts.festivalFrom', width: 'short' },
      { key: 'to', input: 'line', label: 'facts.festivalTo', width: 'short' },
      { key: 'name', input: 'words', label: 'facts.festivalName' },
      source,
    ],
  },
  {
    key: 'adminUnits',
    shape: 'rows',
    fields: [
      { key: 'code', input: 'unit', label: 'facts.unit', width: 'long' },
      ...[from, to, source],
    ],
  },
  {
    key: 'position',
    shape: 'record',
    fields: [
      { key: 'lat', input: 'number', label: 'facts.lat', width: 'short' },
      { key: 'lon', input: 'number', label: 'facts.lon', width: 'short' },
      { key: 'accuracyM', input: 'number', label: 'facts.accuracyM', width: 'short' },
      source,
    ],
  },
  flag('restrictedLocation'),
  {
    key: 'images',
    shape: 'fixed-rows',
    fields: [
      { key: 'file', input: 'fixed', label: 'facts.file' },
      { key: 'alt', input: 'words', label: 'facts.alt' },
      { key: 'decorative', input: 'flag', label: 'facts.decorative' },
      { key: 'author', input: 'line', label: 'facts.author' },
      { key: 'licence', input: 'line', label: 'facts.licence' },
    ],
  },
  {
    key: 'audio',
    shape: 'fixed-rows',
    fields: [
      { key: 'file', input: 'fixed', label: 'facts.file' },
      { key: 'locale', input: 'locale', label: 'facts.locale' },
      { key: 'speaker', input: 'line', label: 'media.speaker' },
      { key: 'licence', input: 'line', label: 'facts.licence' },
      { key: 'durationS', input: 'number', label: 'media.duration', width: 'short' },
      { key: 'transcript', input: 'lines', label: 'media.transcript', width: 'long' },
    ],
  },
  { key: 'related', shape: 'values', fields: value('entry', 'facts.entry') },
  {
    key: 'toVerify',
    shape: 'rows',
    fields: [
      { key: 'what', input: 'line', label: 'facts.toVerifyWhat', width: 'long' },
      { key: 'document', input: 'line', label: 'facts.toVerifyDocument', width: 'long' },
    ],
  },
  {
    key: 'sources',
    shape: 'rows',
    fields: [
      { key: 'id', input: 'line', label: 'facts.sourceId', width: 'short' },
      { key: 'title', input: 'work', label: 'facts.title.document', width: 'long' },
      { key: 'at', input: 'line', label: 'facts.sourceAt', width: 'short' },
      { key: 'author', input: 'line', label: 'facts.sourceAuthor' },
      { key: 'publisher', input: 'line', label: 'facts.publisher' },
      { key: 'url', input: 'line', label: 'facts.url', width: 'long' },
      date,
      { key: 'accessed', input: 'date', label: 'facts.accessed', width: 'short' },
      { key: 'copy', input: 'line', label: 'facts.sourceCopy' },
      { key: 'attests', input: 'several', label: 'facts.attests', width: 'long' },
      {
        key: 'kind',
        input: 'choice',
        label: 'facts.sourceKind',
        options: (['document', 'general-knowledge'] as const).map((kind) => ({
          value: kind,
          label: `facts.sourceKind.${kind}` as const,
        })),
      },
    ],
  },
  flag('withheld'),
]

/** Parts of this kind of entry, in the order of the page. */
export function partsOf(kind: Kind): FactsPartShape[] {
  const keys = factKeys(kind)
  return PARTS.filter(({ key }) => keys.includes(key))
}
