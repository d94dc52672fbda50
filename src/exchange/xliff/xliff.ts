/**
 * XLIFF 2.0 (OASIS, 2014): texts on their way to translators and back. A file of it for each entry; a unit for the
 * title, the summary and every paragraph of the body. Markdown stays text, but for citations and the addresses of
 * links, which are inline marks.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { paragraphsOf } from '../../content/paragraphs.ts'
import type { EntryPath } from '../../domain/entry.ts'
import type { Text } from '../../domain/revision.ts'
import { short } from '../problem.ts'
import { isSame, withoutCopies, type Inline, type ReadUnit } from './read-unit.ts'
import { FileFault } from '../file-fault.ts'

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0'

type Words = Pick<Text, 'title' | 'summary' | 'body'>

/** An entry on its way out. */
export interface XliffEntry {
  path: EntryPath
  /** Whole address of its public page, for the translator to look at. */
  address: string
  sourceNumber: number
  source: Words
  /** Number of the latest revision of the translation; 0, with null, where there is none yet. */
  targetNumber: number
  target: Words | null
}

/** What is translated apart, in order: `title`, `summary`, `p1`, `p2`…; empty ones are left out. */
export function unitsOf({ title, summary, body }: Words): { id: string; text: string }[] {
  return [
    { id: 'title', text: title },
    { id: 'summary', text: summary },
    ...paragraphsOf(body).map((text, i) => ({ id: `p${i + 1}`, text })),
  ].filter(({ text }) => text !== '')
}

/** Marks that translators must not change: `[^s1]`, and `](https://…)` of a link. */
const MARK = /\[\^[A-Za-z0-9_-]+\]|\]\([^()\s]*(?:\s+"[^"]*")?\)/g

/** In the order of the text, repeated ones too. */
export function marksIn(text: string): string[] {
  return text.match(MARK) ?? []
}

/** `source` and `target` are BCP 47 tags. A translation that stands there is sent along as `translated`. */
export function writeXliff(
  { source, target }: { source: string; target: string },
  entries: readonly XliffEntry[],
): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${NAMESPACE}" version="2.0" srcLang="${escaped(source)}" trgLang="${escaped(target)}">`,
    ...entries.map(fileOf),
    '</xliff>',
    '',
  ].join('\n')
}

function fileOf(entry: XliffEntry): string {
  const { path, address, sourceNumber, targetNumber, source, target } = entry
  const units = unitsOf(source)
  const before = new Map((target ? unitsOf(target) : []).map(({ id, text }) => [id, text]))
  // Paragraphs are matched by their place, which says nothing where one text has more of them.
  const isAligned = target && paragraphsOf(target.body).length === paragraphsOf(source.body).length
  return [
    `  <file id="${path.replace('/', '.')}" original="${escaped(address)}">`,
    '    <notes>',
    `      <note id="source" category="stele-source">${sourceNumber}</note>`,
    `      <note id="target" category="stele-target">${targetNumber}</note>`,
    '    </notes>',
    ...units.map(({ id, text }) =>
      unitOf(id, text, id.startsWith('p') && !isAligned ? null : (before.get(id) ?? null)),
    ),
    '  </file>',
  ].join('\n')
}

function unitOf(id: string, source: string, target: string | null): string {
  const marks = marksIn(source)
  const data = marks.map((mark, i) => `<data id="d${i + 1}">${escaped(mark)}</data>`)
  return [
    `    <unit id="${id}" xml:space="preserve">`,
    ...(data.length > 0 ? [`      <originalData>${data.join('')}</originalData>`] : []),
    `      <segment id="s1" state="${target === null ? 'initial' : 'translated'}">`,
    `        <source>${inline(source, marks)}</source>`,
    ...(target === null ? [] : [`        <target>${inline(target, marks)}</target>`]),
    '      </segment>',
    '    </unit>',
  ].join('\n')
}

/** Text with its marks as placeholders; a mark that the source does not have stays text. */
function inline(text: string, marks: readonly string[]): string {
  const left: (string | null)[] = [...marks]
  let at = 0
  let written = ''
  for (const match of text.matchAll(MARK)) {
    const [mark] = match
    const index = left.indexOf(mark)
    written += escaped(text.slice(at, match.index))
    if (index < 0) written += escaped(mark)
    else
      written += `<ph id="m${index + 1}" dataRef="d${index + 1}" disp="${escaped(mark)}" canDelete="no"/>`
    left[index] = null
    at = match.index + mark.length
  }
  return written + escaped(text.slice(at))
}

function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Text without the characters that XML 1.0 cannot hold. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

export interface ReadXliffFile {
  id: string
  sourceNumber: number
  targetNumber: number
  units: ReadonlyMap<string, ReadUnit>
  /** Ids of units that stand twice. */
  twice: string[]
}

/** Languages as the file writes them, shortened. */
export interface ReadXliff {
  source: string
  target: string
  files: ReadXliffFile[]
}

interface Element {
  name: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

/**
 * The files and units of a text of XLIFF 2. FileFault for what is none, and for what could be more than a file:
 * entities and document types.
 */
export function readXliff(text: string): ReadXliff {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new FileFault('import.fault.doctype')
  const root = parsed(text)
  const isOurs = root?.name === 'xliff' && /^2\.\d$/.test(root.attributes['version'] ?? '')
  if (!root || !isOurs) throw new FileFault('xliff.fault.version')
  const files = elements(root, 'file').map(readFile)
  if (files.length === 0) throw new FileFault('xliff.fault.none')
  const { srcLang = '', trgLang = '' } = root.attributes
  return { source: short(srcLang), target: short(trgLang), files }
}

function parsed(text: string): Element | null {
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new FileFault('xliff.fault.xml', { reason: short(valid.err.msg) })
  try {
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: false,
      processEntities: false,
      removeNSPrefix: true,
      cdataPropName: '#cdata',
      ignoreDeclaration: true,
      ignorePiTags: true,
    })
    const nodes = (parser.parse(text) as unknown[]).map(elementOf)
    return nodes.find((node): node is Element => typeof node === 'object') ?? null
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw new FileFault('xliff.fault.xml', { reason: short((error as Error).message) })
  }
}

function elementOf(node: unknown): Element | string {
  const { ':@': attributes = {}, ...rest } = node as Record<string, unknown>
  const [[name, value] = ['', '']] = Object.entries(rest)
  if (name === '#text') return decoded(String(value))
  if (name === '#cdata')
    return (value as Record<string, string>[]).map((one) => one['#text'] ?? '').join('')
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes as Record<string, string>).map(([key, one]) => [key, decoded(one)]),
    ),
    children: (value as unknown[]).map(elementOf),
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, dec, hex, name) => {
    const known = name ? ENTITIES[name as string] : undefined
    if (known !== undefined) return known
    const code = dec ? Number(dec) : parseInt((hex as string | undefined) ?? '', 16)
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    throw new FileFault('xliff.fault.xml', { reason: short(whole) })
  })
}

function elements(parent: Element, name: string): Element[] {
  return parent.children.filter(
    (one): one is Element => typeof one === 'object' && one.name === name,
  )
}

function readFile(file: Element): ReadXliffFile {
  const notes = elements(file, 'notes').flatMap((one) => elements(one, 'note'))
  const number = (category: string) => {
    const note = notes.find(({ attributes }) => attributes['category'] === category)
    const text =
      note?.children
        .filter((one) => typeof one === 'string')
        .join('')
        .trim() ?? ''
    return /^\d{1,9}$/.test(text) ? Number(text) : -1
  }
  const units = new Map<string, ReadUnit>()
  const twice: string[] = []
  for (const unit of unitsBelow(file)) {
    const id = unit.attributes['id'] ?? ''
    if (units.has(id)) twice.push(id)
    else units.set(id, readUnit(unit))
  }
  const id = file.attributes['id'] ?? ''
  const numbers = { sourceNumber: number('stele-source'), targetNumber: number('stele-target') }
  return { id, ...numbers, units: withoutCopies(units), twice }
}

/** Units at any depth: tools make groups of them. */
function unitsBelow(parent: Element): Element[] {
  return parent.children.flatMap((one) =>
    typeof one === 'string'
      ? []
      : one.name === 'group'
        ? unitsBelow(one)
        : one.name === 'unit'
          ? [one]
          : [],
  )
}

/** A unit, which may have been cut into several segments with white space between them: joined again. */
function readUnit(unit: Element): ReadUnit {
  const source: Inline[] = []
  let target: Inline[] | null = []
  for (const part of unit.children) {
    if (typeof part === 'string' || !['segment', 'ignorable'].includes(part.name)) continue
    const [from] = elements(part, 'source')
    const [to] = elements(part, 'target')
    const words = from ? inlineOf(from) : []
    source.push(...words)
    const done = to ? inlineOf(to) : part.name === 'ignorable' ? words : []
    const isEmpty = done.every((one) => typeof one === 'string' && one.trim() === '')
    const state = part.attributes['state'] ?? 'initial'
    const isCopy = state === 'initial' && isSame(words, done)
    if (part.name === 'segment' && (isEmpty || isCopy)) target = null
    else target?.push(...done)
  }
  return { source, target: target?.length === 0 ? null : target }
}

/** Other inline elements give way to what they hold. */
function inlineOf(parent: Element): Inline[] {
  return parent.children.flatMap((one): Inline[] => {
    if (typeof one === 'string') return [one]
    if (one.name === 'ph') return [{ id: one.attributes['id'] ?? '' }]
    return inlineOf(one)
  })
}

/** Words again, with the marks of our own source; null when one is not of it. */
export function wordsOf(inline: readonly Inline[], marks: readonly string[]): string | null {
  let words = ''
  for (const one of inline) {
    const mark = typeof one === 'string' ? one : marks[Number(/^m(\d{1,5})$/.exec(one.id)?.[1]) - 1]
    if (mark === undefined) return null
    words += mark
  }
  return words.normalize('NFC')
}
