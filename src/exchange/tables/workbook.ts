/** Which part of a workbook is the first tab that people see: tabs are stored under any name and in any order. */
import { attributeOf } from './xml-attribute.ts'

interface FirstSheet {
  /** From 1, by the order of the tabs. */
  number: number
  /** As in `xl/worksheets/sheet2.xml`. */
  part: string
  isFrom1904: boolean
}

export function firstSheetIn(parts: ReadonlyMap<string, string>): FirstSheet | null {
  const workbook = parts.get('xl/workbook.xml') ?? ''
  const targets = new Map(
    [
      ...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(
        /<(?:\w+:)?Relationship\b([^>]*)>/g,
      ),
    ].map(([, attributes = '']) => [
      attributeOf(attributes, 'Id'),
      attributeOf(attributes, 'Target'),
    ]),
  )
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(
    ([, attributes = '']) => attributes,
  )
  const seen = sheets.findIndex(
    (attributes) => !/^(?:veryH|h)idden$/.test(attributeOf(attributes, 'state')),
  )
  const first = sheets[Math.max(0, seen)]
  const target = first === undefined ? undefined : targets.get(attributeOf(first, '(?:\\w+:)?id'))
  const part = target === undefined ? '' : partAt(target)
  if (!parts.has(part)) return null
  return {
    number: Math.max(0, seen) + 1,
    part,
    isFrom1904: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(workbook),
  }
}

/** Told from the folder of the workbook, or from the root. */
function partAt(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}
