/**
 * An installation's files in memory, as they lie on disk or arrive in a ZIP. Paths are relative to the folder
 * that holds content/ and signs/, with forward slashes: `content/streets/le-loi/vi.md`, `signs/register.csv`.
 */
import type { CheckRule } from './check-rules.ts'
import { damageIn, type Damage } from './damaged-letters.ts'
import type { Report } from './finding.ts'
import { withRightLetters, wrongLettersIn } from './look-alike.ts'

export type Folder = ReadonlyMap<string, Uint8Array>

const BYTE_ORDER_MARK = '\uFEFF'

/** Null when the bytes are not UTF-8. The byte order mark is kept. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** NFC, line ends LF, no byte order mark, no look-alike letters: what every text file of ours is brought to. */
export function normalised(text: string): string {
  return text
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .split('\n')
    .map(withRightLetters)
    .join('\n')
}

/** Null when nothing can be read from the file; otherwise its normalised text, with what was wrong reported. */
export function readText(folder: Folder, file: string, report: Report): string | null {
  const bytes = folder.get(file)
  if (!bytes) return null
  const text = decode(bytes)
  if (text === null) {
    report('file.not-utf8', file, firstBadLine(bytes))
    return null
  }
  if (text.replaceAll(BYTE_ORDER_MARK, '').trim() === '') {
    report('file.empty', file, 0)
    return null
  }
  if (text.startsWith(BYTE_ORDER_MARK)) report('file.byte-order-mark', file, 1)
  if (text.includes('\r'))
    report('file.line-ends', file, text.slice(0, text.indexOf('\r')).split('\n').length)
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const index = lines.findIndex((line) => line !== line.normalize('NFC'))
  if (index >= 0) report('file.not-nfc', file, index + 1, { text: shortened(lines[index] ?? '') })
  reportLetters(lines, file, report)
  return normalised(text)
}

const DAMAGE_RULES: Record<Damage['kind'], CheckRule> = {
  encoding: 'letters.misread',
  font: 'letters.old-font',
  lost: 'letters.lost',
  mark: 'letters.lone-mark',
}

/** Each kind once, at its first line: as a rule the whole file has it. */
function reportLetters(lines: readonly string[], file: string, report: Report): void {
  const told = new Set<string>()
  const once = (rule: CheckRule, line: number, values: Record<string, string>) => {
    if (told.has(rule)) return
    told.add(rule)
    report(rule, file, line, values)
  }
  lines.forEach((raw, i) => {
    const line = raw.replace(/^\uFEFF+/, '').normalize('NFC')
    const damage = damageIn(line)
    if (damage) {
      const { kind, found, meant, encoding } = damage
      once(DAMAGE_RULES[kind], i + 1, {
        found: shortened(found),
        meant: shortened(meant),
        encoding,
      })
    }
    const wrong = damage ? null : wrongLettersIn(line)
    if (wrong)
      once('letters.look-alike', i + 1, {
        found: shortened(wrong.found),
        right: shortened(wrong.right),
      })
  })
}

/** For messages: at most 60 characters, on one line. */
/** A text on one line, at most 60 characters, for messages. */
export function shortened(text: string): string {
  const chars = [...text.replace(/\s+/g, ' ').trim()]
  return chars.length <= 60 ? chars.join('') : `${chars.slice(0, 59).join('')}…`
}

/** A line ends before any byte of a multi-byte character, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  let start = 0
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue
    if (decode(bytes.subarray(start, i)) === null) return line
    line++
    start = i + 1
  }
  return 0
}
