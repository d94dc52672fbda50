/** A reader of finished PDFs that shares nothing with the writer: objects by number, streams inflated. */
import { inflateSync } from 'node:zlib'

export interface PdfFile {
  header: string
  trailer: string
  /** The text of each object's dictionary, by number; references are left as `7 0 R`. */
  objects: Map<number, string>
  stream(number: number): string
  /** The first object whose text matches. */
  find(pattern: RegExp): [number: number, text: string]
}

export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes).toString('latin1')
  const objects = new Map<number, string>()
  const streams = new Map<number, Buffer>()
  for (const match of text.matchAll(/(?<=\n)(\d+) 0 obj\n/g)) {
    const number = Number(match[1])
    const start = match.index + match[0].length
    const end = text.indexOf('endobj', start)
    const body = text.indexOf('\nstream\n', start)
    if (body === -1 || body > end) {
      objects.set(number, text.slice(start, end))
      continue
    }
    objects.set(number, text.slice(start, body))
    const length = Number(/\/Length (\d+)/.exec(text.slice(start, body))?.[1])
    streams.set(number, Buffer.from(bytes.buffer, bytes.byteOffset + body + 8, length))
  }
  return {
    header: text.slice(0, 8),
    trailer: text.slice(text.lastIndexOf('trailer')),
    objects,
    stream(number) {
      const raw = streams.get(number) ?? Buffer.alloc(0)
      const packed = objects.get(number)?.includes('/FlateDecode')
      return (packed ? inflateSync(raw) : raw).toString('latin1')
    },
    find(pattern) {
      const found = [...objects].find(([, dictionary]) => pattern.test(dictionary))
      if (!found) throw new Error(`no object matches ${pattern.source}`)
      return found
    },
  }
}

/** The strings of a PDF, as latin1, that are written in UTF-16 because they need it. */
export function utf16In(source: string): string[] {
  return [...source.matchAll(/\(\xfe\xff((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, escaped = '']) => {
    const raw = escaped.replace(/\\([\s\S])/g, (_, one: string) => ESCAPED[one] ?? one)
    return Buffer.from(raw, 'latin1').swap16().toString('utf16le')
  })
}

const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
