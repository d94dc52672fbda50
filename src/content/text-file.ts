/**
 * `<locale>.md`: a header between two lines of `---`, then the body in Markdown.
 *
 * The header is one `key: value` a line, and the value is taken as written up to the end of the line, so that
 * a title may hold a colon or a `#` without quotes. A value in double or single quotes is read as YAML reads
 * it. The program itself writes quotes wherever another YAML reader would need them.
 */
import { parseDocument } from 'yaml'
import type { Report } from '../domain/finding.ts'
import { normalised, shortened } from '../domain/folder.ts'
import type { Text } from '../domain/revision.ts'
import { blockScalar } from './canonical-yaml.ts'
import { nearest } from './nearest-key.ts'

export interface ReadText extends Text {
  /** Number of the revision in this file; 1 when the file does not say. */
  revision: number
  /** Lines from 1; 0 for a key that is not in the header. */
  lines: { title: number; summary: number; basedOn: number; body: number }
}

const KEYS = ['title', 'summary', 'revision', 'basedOn'] as const
type Key = (typeof KEYS)[number]

/** Null when the file cannot be used; why is reported. `text` is normalised (domain/folder.ts). */
export function readTextFile(text: string, file: string, report: Report): ReadText | null {
  const lines = text.split('\n')
  if (lines[0]?.trimEnd() !== '---') {
    report('header.missing', file, 1)
    return null
  }
  const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---')
  if (end < 0) {
    report('header.unclosed', file, 1)
    return null
  }
  const header = readHeader(lines.slice(1, end), file, report)
  if (!header) return null
  const number = (key: Key) => {
    const found = header.get(key)
    return found ? Number(found.value) : null
  }
  const line = (key: Key) => header.get(key)?.line ?? 0
  const rest = lines.slice(end + 1)
  const blank = rest.findIndex((one) => one.trim() !== '')
  return {
    title: header.get('title')?.value ?? '',
    summary: header.get('summary')?.value ?? '',
    revision: number('revision') ?? 1,
    basedOn: number('basedOn'),
    body: canonicalBody(rest.join('\n')),
    lines: {
      title: line('title'),
      summary: line('summary'),
      basedOn: line('basedOn'),
      body: end + 2 + Math.max(0, blank),
    },
  }
}

/** The canonical file. Reading it gives the same text again; writing what was read gives the same bytes. */
export function writeTextFile(text: Text & { revision: number }): string {
  const header = [
    ['title', blockScalar(text.title)],
    ['summary', blockScalar(text.summary)],
    ['revision', String(text.revision)],
    ...(text.basedOn === null ? [] : [['basedOn', String(text.basedOn)]]),
  ]
  const body = canonicalBody(text.body)
  return `---\n${header.map((pair) => `${pair.join(': ')}\n`).join('')}---\n${body}${body && '\n'}`
}

/**
 * The same file with another revision number in its header, which is added where there is none; every other byte stays.
 */
export function withRevision(file: string, number: number): string {
  const end = file.indexOf('\n---')
  const [header, rest] = [file.slice(0, end), file.slice(end)]
  const line = `revision: ${number}`
  return /^revision:.*$/m.test(header)
    ? header.replace(/^revision:.*$/m, line) + rest
    : `${header}\n${line}${rest}`
}

/** The body in NFC with LF, no blank lines before and no white space after; inside, every character stays. */
export function canonicalBody(body: string): string {
  return normalised(body)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
}

/**
 * Null when a line is wrong; each is reported. A key may stand once, in any order; lines that begin with `#` are
 * comments.
 */
function readHeader(lines: readonly string[], file: string, report: Report) {
  const header = new Map<Key, { value: string; line: number }>()
  let ok = true
  const fail = (...args: Parameters<Report>) => {
    ok = false
    report(...args)
  }
  lines.forEach((text, i) => {
    const line = i + 2
    if (text.trim() === '' || text.startsWith('#')) return
    const match = /^([\p{L}\p{N}_-]+):(?:\s+(.*))?$/u.exec(text.trimEnd())
    if (!match) return fail('header.line', file, line, { text: shortened(text) })
    const key = KEYS.find((one) => one === match[1])
    if (!key)
      return fail('key.unknown', file, line, {
        key: shortened(match[1] ?? ''),
        nearest: nearest(match[1] ?? '', KEYS),
        known: KEYS.join(', '),
      })
    if (header.has(key)) return fail('key.duplicate', file, line, { key })
    const isCount = key === 'revision' || key === 'basedOn'
    const value = unquoted(isCount ? (match[2] ?? '').replace(/\s+#.*$/, '') : (match[2] ?? ''))
    if (value === null) return fail('header.quotes', file, line, { key })
    if (isCount && !/^[1-9]\d{0,8}$/.test(value))
      return fail('value.not-whole-number', file, line, { key, value: shortened(value) })
    header.set(key, { value: value.normalize('NFC').trim(), line })
  })
  return ok ? header : null
}

/** Null when a quotation mark opens and does not close rightly. */
function unquoted(value: string): string | null {
  const text = value.trim()
  if (!/^["']/.test(text)) return text
  const doc = parseDocument(text, { schema: 'failsafe', prettyErrors: false })
  const read = doc.errors.length === 0 ? (doc.toJS() as unknown) : null
  return typeof read === 'string' ? read : null
}
