/**
 * The one way our program writes YAML: LF, NFC, no comments, one line per value, quotes (double ones) only
 * where another YAML reader could mistake the text for something else.
 */

/** Text that YAML 1.1 and 1.2 readers alike take as this very text. */
const PLAIN = /^[\p{L}\p{N}/(][^\p{C}\p{Zl}\p{Zp}]*$/u
/** These would end a value that stands between brackets. */
const ENDS_FLOW = /[,[\]{}]/
/** A colon or a hash with a space would begin something else; odd spaces would be lost. */
const NOT_PLAIN = /: |:$| #|[^\S ]| $/u
/** Booleans and nulls of YAML 1.1, which other readers still know. */
const WORD_WITH_MEANING = /^(?:null|true|false|yes|no|on|off|y|n)$/i
const LIKE_A_NUMBER = /^[\d_.:+\-oxa-f]+$/i
const DATE = /^\d{4}-\d{2}(?:-\d{2})?$/

export type Scalar = string | number | boolean
/** One level of lists or maps within a map is all our files have. */
export type FlowMap = Record<
  string,
  Scalar | Record<string, string> | readonly string[] | undefined
>

/** A value that has the rest of its line to itself; numbers and booleans bare, text in NFC. */
export function blockScalar(value: Scalar): string {
  if (typeof value !== 'string') return String(value)
  const text = value.normalize('NFC')
  const isPlain =
    PLAIN.test(text) &&
    !NOT_PLAIN.test(text) &&
    !WORD_WITH_MEANING.test(text) &&
    (DATE.test(text) || !/^\d/.test(text) || !LIKE_A_NUMBER.test(text))
  return isPlain ? text : quoted(text)
}

/** A value between brackets, where a comma or a bracket would end it. */
export function scalar(value: Scalar): string {
  if (typeof value !== 'string') return String(value)
  return ENDS_FLOW.test(value) ? quoted(value.normalize('NFC')) : blockScalar(value)
}

/** `{ text: Đường Ví Dụ, kind: official }`; keys whose value is undefined are left out. */
export function flowMap(map: FlowMap): string {
  const pairs = Object.entries(map).flatMap(([key, value]) => {
    if (value === undefined) return []
    return [`${keyOf(key)}: ${flowValue(value)}`]
  })
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

function flowValue(value: NonNullable<FlowMap[string]>): string {
  if (typeof value !== 'object') return scalar(value)
  return isList(value) ? flowList(value) : flowMap(value)
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value)
}

/** `[vi, zh-Hans, en]`; `[]` for none. */
export function flowList(items: readonly string[]): string {
  return `[${items.map(scalar).join(', ')}]`
}

/** One line per item, indented by two; begins with a line end. '' for none. */
export function blockList(items: readonly FlowMap[]): string {
  return items.map((item) => `\n  - ${flowMap(item)}`).join('')
}

/** One line per key, indented by two; begins with a line end. */
export function blockMap(map: Record<string, string>): string {
  return Object.entries(map)
    .map(([key, value]) => `\n  ${keyOf(key)}: ${blockScalar(value)}`)
    .join('')
}

/** `key: value` lines; a block begins on its own line. Keys whose value is null are left out. */
export function document(pairs: readonly (readonly [string, string | null])[]): string {
  return pairs
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}:${value?.startsWith('\n') ? '' : ' '}${value ?? ''}\n`)
    .join('')
}

/** Our own keys stay bare, `on` too. */
function keyOf(key: string): string {
  return /^[a-z][A-Za-z-]*$/.test(key) ? key : scalar(key)
}

/** JSON's quoting is YAML's double quoting, but for the characters YAML will not have bare. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u00ad\u061c\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
