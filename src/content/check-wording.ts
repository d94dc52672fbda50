/** Texts that say what is said already, or in characters their readers do not use. */
import { shortened } from '../domain/folder.ts'
import type { Locale } from '../domain/locale.ts'
import type { Checking, TextCheck } from './checking.ts'
import { proseByLine } from './prose.ts'
import type { EntryFolder } from './read-content.ts'
import { TRADITIONAL } from './traditional-characters.ts'

/** Languages written without spaces between words. */
const WITHOUT_SPACES = /^(?:zh|ja|km|lo|my|th|yue)\b/
/** Words a summary must have beyond those of the title. */
const WORDS_LEAST = 3
/** Characters, in languages without spaces. */
const CHARACTERS_LEAST = 6
/** Characters named in a finding; more of them say no more. */
const TRADITIONAL_SHOWN = 5

export const checkSummarySays: TextCheck = ({ read, locale, file }, { report }) => {
  const { title, summary, lines } = read
  if (title === '' || summary === '') return
  const isWithoutSpaces = WITHOUT_SPACES.test(locale)
  const parts = (text: string) => {
    const pattern = isWithoutSpaces ? /[\p{L}\p{N}]/gu : /[\p{L}\p{M}\p{N}]+/gu
    return new Set(text.toLowerCase().match(pattern))
  }
  const named = parts(title)
  const others = [...parts(summary)].filter((part) => !named.has(part))
  const least = isWithoutSpaces ? CHARACTERS_LEAST : WORDS_LEAST
  if (others.length < least)
    report('text.summary-repeats-title', file, lines.summary, { summary: shortened(summary) })
}

/**
 * Traditional characters in a text in simplified ones, told once a text. Names in another script that the facts hold
 * may stand there as they are.
 */
export const checkSimplified: TextCheck = ({ read, locale, file, entry }, { report }) => {
  if (!/^zh-Hans\b/.test(locale)) return
  const names = (entry.yaml?.facts.names ?? []).filter(({ locale: of }) => of !== locale)
  const found = new Map<string, number>()
  for (const { text, line } of proseByLine(read)) {
    const own = names.reduce((rest, name) => rest.replaceAll(name.text, ' '), text)
    for (const char of own) if (TRADITIONAL.has(char) && !found.has(char)) found.set(char, line)
  }
  if (found.size === 0) return
  const characters = [...found.keys()].slice(0, TRADITIONAL_SHOWN).join(' ')
  report('text.traditional-characters', file, [...found.values()][0] ?? 0, { characters })
}

/** Characters; shorter sentences may well be the same by chance. */
const LONG_ENOUGH = 40
const LONG_ENOUGH_WITHOUT_SPACES = 20

/** Earlier places a sentence is compared with; more of the same are told by one of them. */
const COMPARED = 4

/** A long sentence that two entries of the folder share in one language, told once, at the later of them. */
export function checkSameSentences({ entries, report }: Checking): void {
  const said = new Map<string, EntryFolder[]>()
  for (const entry of entries.values())
    for (const [locale, read] of entry.texts)
      for (const { text, line } of proseByLine(read))
        for (const sentence of sentencesIn(text, locale)) {
          const key = `${locale} ${sentence.toLowerCase()}`
          const before = said.get(key) ?? []
          const other = before.find((one) => one !== entry)
          if (other)
            report('text.same-sentence', `${entry.folder}${locale}.md`, line, {
              text: shortened(sentence),
              other: `${other.folder}${locale}.md`,
            })
          if (before.length < COMPARED && !before.includes(entry)) said.set(key, [...before, entry])
        }
}

/** Without the spaces that citations leave behind. */
function sentencesIn(text: string, locale: Locale): string[] {
  const least = WITHOUT_SPACES.test(locale) ? LONG_ENOUGH_WITHOUT_SPACES : LONG_ENOUGH
  return text
    .split(/(?<=[.!?…])\s+|(?<=[。！？។])/u)
    .map((sentence) =>
      sentence
        .replace(/\s+/g, ' ')
        .replace(/ (?=[.,;:!?…])/g, '')
        .trim(),
    )
    .filter((sentence) => [...sentence].length >= least)
}
