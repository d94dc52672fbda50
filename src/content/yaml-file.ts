/**
 * YAML as our files use it: every scalar is read as text ("05986" and 1909 keep their spelling), and the
 * schemas turn text into numbers where they want them. Anchors and aliases are refused.
 */
import {
  Alias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from 'yaml'
import type { Report } from '../domain/finding.ts'
import { shortened } from '../domain/folder.ts'

/** Keys and places in lists, from the root, as in `['names', 0, 'text']`. */
export type Path = readonly (string | number)[]

export interface YamlFile {
  /** Maps, lists and strings only. */
  value: unknown
  /** Line of the value at `path`, or of the nearest thing around it that exists. */
  lineOf: (path: Path) => number
  /** Line of a key itself. */
  lineOfKey: (path: Path, key: string) => number
  hasComments: boolean
}

/** Null when the text is not YAML; everything wrong with its syntax is reported. Never throws. */
export function readYaml(text: string, file: string, report: Report): YamlFile | null {
  try {
    return read(text, file, report)
  } catch (error) {
    // Nesting thousands deep overflows the parser's stack.
    report('yaml.syntax', file, 1, { reason: shortened(String(error)) })
    return null
  }
}

function read(text: string, file: string, report: Report): YamlFile | null {
  const lines = new LineCounter()
  const doc = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const problems = [...doc.errors, ...doc.warnings]
  const [problem] = problems
  if (problem) {
    // What is wrong further down mostly follows from the first fault.
    const line = lineAt(openingOf(doc, problem.pos[0]))
    if (problem.code === 'DUPLICATE_KEY')
      report('key.duplicate', file, line, {
        key: shortened(/^[^\s:,{}[\]]+/.exec(text.slice(problem.pos[0]))?.[0] ?? ''),
      })
    else report('yaml.syntax', file, line, { reason: shortened(problem.message) })
    return null
  }

  let aliased = false
  let hasComments = Boolean(doc.commentBefore ?? doc.comment)
  visit(doc, (_, node) => {
    if (isNode(node) && (node.commentBefore || node.comment)) hasComments = true
    if (node instanceof Alias) {
      aliased = true
      report('yaml.alias', file, lineAt(node.range?.[0] ?? 0))
    }
  })
  if (aliased) return null

  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? doc.contents : doc.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return 1
  }
  const lineOfKey = (path: Path, key: string): number => {
    const map = path.length === 0 ? doc.contents : doc.getIn(path, true)
    if (!isMap(map)) return lineOf(path)
    const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key)
    return isNode(pair?.key) && pair.key.range ? lineAt(pair.key.range[0]) : lineOf(path)
  }
  return { value: doc.toJS() as unknown, lineOf, lineOfKey, hasComments }
}

/** A quotation mark that is never closed is noticed lines later; this finds where it opens. */
function openingOf(doc: Document.Parsed, offset: number): number {
  let opening = offset
  visit(doc, {
    Scalar: (_, { type, range }) => {
      if (range && type?.startsWith('QUOTE') && range[0] < offset && offset <= range[1])
        opening = Math.min(opening, range[0])
    },
  })
  return opening
}
