/** Facts in words, a line each: to be read before they are approved, and to tell two states apart. */
import type { EntryPath, EntryUnit, Facts, Kind } from '../../../domain/entry.ts'
import { ownName, type Locale } from '../../../domain/locale.ts'
import { partsOf, type FieldShape, type FactsPartShape } from './facts-shape.ts'
import type { Say } from '../../../messages/desk-message.ts'

export interface FactLine {
  text: string
  /** Id of its source, where one is named. */
  source: string | undefined
}

export interface ReadPart {
  key: FactsPartShape['key']
  title: string
  lines: FactLine[]
}

/** How units and entries are called. */
export interface FactNaming {
  unit: (unit: EntryUnit) => string
  entry: (path: EntryPath) => string
}

/** In the order of the form; parts that hold nothing are left out. */
export function readFactsOut(facts: Facts, kind: Kind, say: Say, named: FactNaming): ReadPart[] {
  return partsOf(kind).flatMap((part) => {
    const lines = linesOf(facts, part, say, named)
    const title = say(`facts.part.${part.key}`)
    return lines.length === 0 ? [] : [{ key: part.key, title, lines }]
  })
}

/** Lines of one part that are gone, and lines that are new. */
export interface PartChange {
  key: FactsPartShape['key']
  title: string
  removed: string[]
  added: string[]
}

/**
 * Parts that read otherwise in `after` than in `before`, in the order of the form; an empty list when nothing does. A
 * change of approval is none.
 */
export function changesBetween(
  before: Facts,
  after: Facts,
  kind: Kind,
  say: Say,
  named: FactNaming,
): PartChange[] {
  return partsOf(kind).flatMap((part) => {
    const read = (facts: Facts) =>
      linesOf(facts, part, say, named).map(({ text, source }) =>
        source === undefined ? text : `${text} [${source}]`,
      )
    const [old, now] = [read(before), read(after)]
    if (old.join('\n') === now.join('\n')) return []
    const removed = old.filter((line) => !now.includes(line))
    const added = now.filter((line) => !old.includes(line))
    // The same lines in another order: all of them are shown.
    const isMoved = removed.length === 0 && added.length === 0
    const title = say(`facts.part.${part.key}`)
    return [
      { key: part.key, title, removed: isMoved ? old : removed, added: isMoved ? now : added },
    ]
  })
}

function linesOf(facts: Facts, part: FactsPartShape, say: Say, named: FactNaming): FactLine[] {
  const value = facts[part.key]
  if (value === undefined || value === false) return []
  if (value === true) return [{ text: say('facts.yes'), source: undefined }]
  const items: unknown[] = Array.isArray(value) ? value : [value]
  return items.map((item) => lineOf(item, part, say, named))
}

function lineOf(item: unknown, part: FactsPartShape, say: Say, named: FactNaming): FactLine {
  if (typeof item === 'string')
    return {
      text: part.fields[0]?.input === 'entry' ? named.entry(item as EntryPath) : item,
      source: undefined,
    }
  const map = item as Record<string, unknown>
  const said = part.fields.flatMap((field, i) => {
    const one = map[field.key]
    if (one === undefined || one === false || field.input === 'source') return []
    if (field.input === 'unit') return [named.unit(item as EntryUnit)]
    if (one === true) return [say(field.label)]
    const words = wordsOf(one, field, say)
    // A name, a language or a choice says by itself what it is.
    const isPlain = field.input === 'locale' || field.options !== undefined
    const isFirst = i === 0 && part.shape !== 'record'
    return [isPlain || isFirst ? words : `${say(field.label)}: ${words}`]
  })
  const source = map['source']
  return { text: said.join('; '), source: typeof source === 'string' ? source : undefined }
}

function wordsOf(value: unknown, field: FieldShape, say: Say): string {
  if (field.input === 'words')
    return Object.entries(value as Record<string, string>)
      .map(([locale, words]) => `${ownName(locale as Locale)}: ${words}`)
      .join(', ')
  if (field.input === 'several') return (value as string[]).join('; ')
  if (field.input === 'locale') return ownName(value as Locale)
  const option = field.options?.find((one) => one.value === value)
  return option ? say(option.label) : String(value)
}
