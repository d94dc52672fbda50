/**
 * Letters that were damaged on their way here: a file in one encoding read as another, a font of before Unicode, letters
 * that no longer are there. What is found is told with what was meant, where that can be known.
 */
import { isSyllable } from './vietnamese-syllable.ts'

export interface Damage {
  /** `lost`: the letter itself is gone. `encoding`: UTF-8 read as something else. `font`: TCVN3 or VNI. `mark`: a tone without its vowel. */
  kind: 'lost' | 'encoding' | 'font' | 'mark'
  /** As in `LÃª`. */
  found: string
  /** As in `Lê`; '' where nobody can know. */
  meant: string
  /** As in `windows-1252`, `TCVN3`; '' where it does not matter. */
  encoding: string
}

/** The first damage in the text, the gravest kind first; null where all is well. Linear; the text is in NFC. */
export function damageIn(text: string): Damage | null {
  if (!/[^\x20-\x7e\s]|\?/.test(text)) return null
  return misread(text) ?? oldFont(text) ?? lost(text) ?? loneMark(text)
}

/** 0x80–0x9F of windows-1252; the others are Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** 0x80–0xFF of Mac OS Roman. */
const MACINTOSH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'

const latin1 = (): [string, number][] =>
  Array.from({ length: 128 }, (_, i) => [String.fromCharCode(128 + i), 128 + i])
const windows = (): [string, number][] => [
  ...latin1(),
  ...[...WINDOWS_1252].map((char, i): [string, number] => [char, 128 + i]),
]
/** Where Vietnamese Windows differs, as far as the first byte of a Vietnamese letter may be it. */
const VIETNAMESE_WINDOWS: [string, number][] = [...'ĂĐƠƯăđơư₫'].map((char, i) => [
  char,
  [0xc3, 0xd0, 0xd5, 0xdd, 0xe3, 0xf0, 0xf5, 0xfd, 0xfe][i] ?? 0,
])

const ENCODINGS: [string, ReadonlyMap<string, number>][] = [
  ['windows-1252', new Map(windows())],
  ['windows-1258', new Map([...windows(), ...VIETNAMESE_WINDOWS])],
  ['macintosh', new Map([...MACINTOSH].map((char, i) => [char, 128 + i]))],
]

/** What Vietnamese, Chinese or English text may have beyond ASCII. */
const PLAUSIBLE =
  /^[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ°²³·×«»\u0300\u0301\u0303\u0309\u0323‐-”…′″\p{Script=Han}\p{Script=Khmer}，。、；：？！（）《》「」]+$/u
const TWICE = /[ÂÃÄÆá]/

/** Characters that may be the bytes of one letter, three or two of them. */
const LETTERS = ENCODINGS.map(([encoding, bytes]) => {
  const within = (from: number, to: number) =>
    [...bytes].flatMap(([char, code]) => (code >= from && code <= to ? [char] : [])).join('')
  const rest = `[${within(0x80, 0xbf)}]`
  const letter = new RegExp(
    `[${within(0xe0, 0xef)}]${rest}{2}|[${within(0xc2, 0xdf)}]${rest}`,
    'gu',
  )
  return { encoding, bytes, letter }
})

function misread(text: string): Damage | null {
  for (const { encoding, bytes, letter } of LETTERS)
    for (const { 0: read, index } of text.matchAll(letter)) {
      const meant = decodedBytes(read, bytes)
      if (meant === null || !(PLAUSIBLE.test(meant) || TWICE.test(meant))) continue
      if (isQuoted(text, index, read)) continue
      const found = wordAround(text, index, read.length)
      return { kind: 'encoding', found, meant: repaired(found, bytes), encoding }
    }
  return null
}

function decodedBytes(read: string, bytes: ReadonlyMap<string, number>): string | null {
  const codes = [...read].map((char) => bytes.get(char) ?? 0)
  const [first = 0, ...rest] = codes
  const length = first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0
  if (length !== codes.length || rest.some((code) => code < 0x80 || code > 0xbf)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(codes))
  } catch {
    return null
  }
}

/** A capital before a closing quotation mark, as in “BÃ” or «BÁ»… */
function isQuoted(text: string, at: number, read: string): boolean {
  const before = text.slice(0, at)
  const after = text.charAt(at + read.length)
  if (/^Ã[“”‘’]$/.test(read)) return !/\p{L}/u.test(after)
  if (read.includes('»')) return before.lastIndexOf('«') > before.lastIndexOf('»')
  return read === 'Â\u00a0' || /^Â[°«»]$/.test(read)
}

/** Read rightly, up to three times over. */
function repaired(word: string, bytes: ReadonlyMap<string, number>): string {
  let text = word
  for (let round = 0; round < 3; round++) {
    let mended = ''
    for (let i = 0; i < text.length;) {
      const length = [3, 2].find((n) => decodedBytes(text.slice(i, i + n), bytes) !== null) ?? 0
      mended += length ? decodedBytes(text.slice(i, i + length), bytes) : text.charAt(i)
      i += length || 1
    }
    if (mended === text) break
    text = mended
  }
  return text.normalize('NFC')
}

function wordAround(text: string, at: number, length: number): string {
  const before = /\S{0,30}$/.exec(text.slice(0, at))?.[0] ?? ''
  const after = /^\S{0,30}/.exec(text.slice(at + length))?.[0] ?? ''
  return before + text.slice(at, at + length) + after
}

/** TCVN 5712-3 ("ABC"), as its bytes look in Latin-1; and its capitals that differ. */
const TCVN3 = new Map(
  [...'¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦'].map(
    (char, i) => [
      char,
      [...'áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ'][i] ?? '',
    ],
  ),
)

/** VNI: a vowel and the sign behind it. */
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323']
const VNI_TONES = new Map([...'ùøûõï'].map((sign, i) => [sign, TONES[i] ?? '']))
const VNI_HATS = new Map([...'âáàåãä'].map((sign, i) => [sign, `\u0302${['', ...TONES][i] ?? ''}`]))
const VNI_BREVES = new Map(
  [...'êéèúüë'].map((sign, i) => [sign, `\u0306${['', ...TONES][i] ?? ''}`]),
)
const VNI_SINGLE = new Map(
  [...'ñöôæóòîÑÖÔÆÓÒÎ'].map((char, i) => [char, [...'đươỉĩịỵĐƯƠỈĨỊỴ'][i] ?? '']),
)

function fromTcvn3(word: string): string {
  return [...word].map((char) => TCVN3.get(char) ?? char).join('')
}

function fromVni(word: string): string {
  const chars = [...word]
  let read = ''
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? ''
    const next = (chars[i + 1] ?? '').toLowerCase()
    const low = char.toLowerCase()
    const sign =
      (/[aeo]/.test(low) ? VNI_HATS.get(next) : undefined) ??
      (low === 'a' ? VNI_BREVES.get(next) : undefined) ??
      (/[aeiouyôö]/.test(low) ? VNI_TONES.get(next) : undefined)
    read += (VNI_SINGLE.get(char) ?? char) + (sign ?? '')
    if (sign) i++
  }
  return read.normalize('NFC')
}

const FONTS: [string, (word: string) => string][] = [
  ['TCVN3', fromTcvn3],
  ['VNI', fromVni],
]

/** Words that are no syllables as they stand, and are once read in the font; two of them, or all there are. */
function oldFont(text: string): Damage | null {
  const words = (text.match(/[\p{L}\p{M}¡-¿×÷\u00ad]+/gu) ?? []).filter((word) =>
    /[^\x00-\x7f]/.test(word),
  )
  if (words.length === 0 || words.length > 20_000) return null
  for (const [encoding, read] of FONTS) {
    const isMeant = (word: string) => read(word) !== word && isSyllable(read(word))
    const wrong = words.filter((word) => isMeant(word) && !isSyllable(word))
    // `Phoá` could be either.
    const told = words.filter((word) => !isMeant(word) || !isSyllable(word))
    const isMost = wrong.length * 2 > told.length
    if (!isMost || (wrong.length < 2 && text.trim().split(/\s+/).length > 4)) continue
    const found = words.slice(0, 3)
    return { kind: 'font', found: found.join(' '), meant: found.map(read).join(' '), encoding }
  }
  return null
}

/** The sign for a letter nobody can read, letters of a font's own, control codes of windows-1252; question marks within or before a word. */
const LOST =
  /[^\s]{0,30}(?:[\ufffd\ufffe\uffff\u001a\u0080-\u009f\ue000-\uf8ff]|(?<=\p{L})[□▯](?=\p{L})|(?<=\p{L})\?+(?=\p{L})|(?<![\p{L}\p{N}\p{P}\p{S}])\?+(?=\p{L}))[^\s]{0,30}/u

function lost(text: string): Damage | null {
  const found = LOST.exec(withoutAddresses(text))?.[0]
  return found === undefined ? null : { kind: 'lost', found, meant: '', encoding: '' }
}

/** `?` begins the query of an address. */
function withoutAddresses(text: string): string {
  return text.replace(/\S+/g, (word) =>
    word.includes('?') && /[/=]|www\.|\.php/i.test(word) ? ' '.repeat(word.length) : word,
  )
}

/** Accents that stand on nothing, or two tones on one vowel. */
const LONE =
  /\S{0,20}(?:(?<![\p{L}\p{M}\p{N}\p{S}\p{P}])[\u0300-\u036f]|[\u0300\u0301\u0303\u0309\u0323]{2})\S{0,20}|\S{0,20}(?<=[\p{Script=Latin}])[´ˆ˜˘](?=[\p{Script=Latin}])\S{0,20}/u

function loneMark(text: string): Damage | null {
  const found = LONE.exec(text)?.[0]
  return found === undefined ? null : { kind: 'mark', found, meant: '', encoding: '' }
}
