/** Operators of a content stream with their operands (ISO 32000-1, 7.8.2), read once from front to back. */

/** A name keeps its slash; a string is `(` and its bytes in hexadecimal; a dictionary is its keys and values in turn. */
export type Operand = number | string | boolean | null | Operand[] | { dictionary: Operand[] }

export interface Operation {
  operator: string
  operands: Operand[]
  /** Where operands and operator stand in the content. */
  from: number
  to: number
  /** Of an inline image, whose operator is `BI` and whose operands are its keys and values in turn. */
  data?: string
}

/** A byte a character, 0 to 255. */
export type Content = string

export function contentFrom(bytes: Uint8Array): Content {
  // Not by TextDecoder: what it calls latin1 is windows-1252, and 0x80 to 0x9F come out as other characters.
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}

const SPACE = /[\0\t\n\f\r ]/
const REGULAR_END = /[\0\t\n\f\r ()<>[\]{}/%]/g
/** Arrays and dictionaries within each other; more is no page that anybody made. */
const NESTED_MOST = 50

/** Throws a sentence where the content is none, as an array that is not closed. */
export function* operationsIn(content: Content): Generator<Operation> {
  const reader = new Reader(content)
  let operands: Operand[] = []
  let from = 0
  for (;;) {
    reader.skipSpace()
    if (operands.length === 0) from = reader.at
    if (reader.at >= content.length) return
    const token = reader.token()
    if (!(token instanceof Word)) {
      operands.push(token)
      continue
    }
    const { text: operator } = token
    if (operator === 'BI') {
      const { keys, data } = reader.inlineImage()
      yield { operator, operands: keys, from, to: reader.at, data }
    } else yield { operator, operands, from, to: reader.at }
    operands = []
  }
}

/** Equal for equal operations, however their numbers and strings are written. Numbers to a ten-thousandth. */
export function canonical({ operator, operands, data }: Operation): string {
  return `${operands.map(canonicalOperand).join(' ')} ${operator}${data ?? ''}`
}

function canonicalOperand(one: Operand): string {
  if (typeof one === 'number') return String(Math.round(one * 1e4) / 1e4 || 0)
  if (Array.isArray(one)) return `[${one.map(canonicalOperand).join(' ')}]`
  if (typeof one === 'object' && one !== null)
    return `<<${one.dictionary.map(canonicalOperand).join(' ')}>>`
  return String(one)
}

class Word {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

class Reader {
  at = 0
  readonly #content: Content

  constructor(content: Content) {
    this.#content = content
  }

  skipSpace(): void {
    const content = this.#content
    for (; this.at < content.length; this.at++) {
      const one = content.charCodeAt(this.at)
      if (one === 37) {
        while (this.at < content.length && !/[\n\r]/.test(content.charAt(this.at))) this.at++
      } else if (one > 32 || !SPACE.test(content.charAt(this.at))) return
    }
  }

  token(depth = 0): Operand | Word {
    if (depth > NESTED_MOST) throw new Error('arrays within arrays without end')
    const content = this.#content
    const first = content.charAt(this.at)
    if (first === '/') {
      this.at++
      return `/${nameOf(this.#regular())}`
    }
    if (first === '(') return this.#string()
    if (first === '[') return this.#until(']', depth)
    if (first === '<' && content.charAt(this.at + 1) === '<')
      return { dictionary: this.#until('>>', depth) }
    if (first === '<') return this.#hexadecimal()
    if (/[\])}{>]/.test(first)) {
      this.at++
      return new Word(first)
    }
    const text = this.#regular()
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return Number(text)
    if (text === 'true' || text === 'false') return text === 'true'
    return text === 'null' ? null : new Word(text)
  }

  /** Keys, then what stands between ID and an EI of its own. */
  inlineImage(): { keys: Operand[]; data: string } {
    const keys: Operand[] = []
    for (;;) {
      this.skipSpace()
      if (this.at >= this.#content.length) throw new Error('an inline image without end')
      const token = this.token()
      if (token instanceof Word) {
        if (token.text === 'ID') break
        throw new Error(`an inline image with ${token.text} among its keys`)
      }
      keys.push(token)
    }
    const start = this.at + 1
    const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g
    end.lastIndex = start
    const found = end.exec(this.#content)
    if (!found) throw new Error('an inline image without end')
    this.at = found.index + 3
    return { keys, data: this.#content.slice(start, found.index) }
  }

  #regular(): string {
    REGULAR_END.lastIndex = this.at
    const end = REGULAR_END.exec(this.#content)?.index ?? this.#content.length
    const text = this.#content.slice(this.at, end)
    this.at = end
    return text
  }

  #until(close: string, depth: number): Operand[] {
    const members: Operand[] = []
    this.at += close.length
    for (;;) {
      this.skipSpace()
      if (this.at >= this.#content.length) throw new Error(`no ${close}`)
      if (this.#content.startsWith(close, this.at)) {
        this.at += close.length
        return members
      }
      const token = this.token(depth + 1)
      if (token instanceof Word) throw new Error(`${token.text} within an array or a dictionary`)
      members.push(token)
    }
  }

  #string(): string {
    let depth = 0
    let hex = ''
    for (; this.at < this.#content.length; this.at++) {
      let one = this.#content.charAt(this.at)
      if (one === '(' && depth++ === 0) continue
      if (one === ')' && --depth === 0) {
        this.at++
        return `(${hex}`
      }
      if (one === '\\') {
        one = this.#escaped()
        if (one === '') continue
      }
      hex += one.charCodeAt(0).toString(16).padStart(2, '0')
    }
    throw new Error('a string without end')
  }

  /** After the backslash; nothing where a line only goes on. Stays on the last character of the escape. */
  #escaped(): string {
    const rest = this.#content.slice(this.at + 1, this.at + 4)
    const octal = /^[0-7]{1,3}/.exec(rest)
    if (octal) {
      this.at += octal[0].length
      return String.fromCharCode(parseInt(octal[0], 8) & 255)
    }
    this.at += rest.startsWith('\r\n') ? 2 : 1
    const known: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
    return /^[\r\n]/.test(rest) ? '' : (known[rest.charAt(0)] ?? rest.charAt(0))
  }

  #hexadecimal(): string {
    const end = this.#content.indexOf('>', this.at)
    if (end === -1) throw new Error('a string without end')
    const digits = this.#content.slice(this.at + 1, end).replace(/[\0\t\n\f\r ]/g, '')
    this.at = end + 1
    return `(${digits.toLowerCase()}${digits.length % 2 === 1 ? '0' : ''}`
  }
}

function nameOf(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
}
