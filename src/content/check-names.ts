/** Names: spelled with the right marks wherever they are used, and the slug made from them. */
import { officialName } from '../domain/entry.ts'
import { findMisspellings, indexOfNames, spellings, type Misspelling } from '../domain/mention.ts'
import { breaksFit } from '../domain/name-breaks.ts'
import { slugOf } from '../domain/name.ts'
import { sourceLocale } from '../domain/site.ts'
import { factsOf, type EntryCheck, type TextCheck } from './checking.ts'
import { linksIn } from './markdown-links.ts'

/** What a name or title never ends in; a full stop may end an abbreviation only inside a text. */
export const TRAILING_PUNCTUATION = /[.,;:!、。，；：·…\-–—]$/u

/** Official or not, every name; and the ends of a street, which are names too. */
export const checkNames: EntryCheck = ({ yaml, file }, { report }) => {
  yaml.facts.names.forEach(({ text, breaks }, i) => {
    if (TRAILING_PUNCTUATION.test(text))
      report('name.trailing-punctuation', file, yaml.lineOf(['names', i, 'text']), { name: text })
    if (breaks !== undefined && !breaksFit(breaks, text))
      report('name.breaks', file, yaml.lineOf(['names', i, 'breaks']), { name: text, breaks })
  })
  for (const end of ['from', 'to'] as const) {
    const text = yaml.facts.extent?.[end]
    if (text && TRAILING_PUNCTUATION.test(text))
      report('name.trailing-punctuation', file, yaml.lineOf(['extent', end]), { name: text })
  }
}

/** Names within the facts themselves: those of a street against those of its figure, its ends against all names. */
export const checkNamesInFacts: EntryCheck = (entry, checking) => {
  const { facts, lineOf } = entry.yaml
  const found = (line: number) => (one: Misspelling) =>
    checking.report(
      one.tonePlacementOnly ? 'name.tone-placement' : 'name.mention-marks',
      entry.file,
      line,
      { found: one.found, name: one.name },
    )
  const figures = (facts.namedAfter ?? []).map((path) => factsOf(checking, path))
  const ofFigures = indexOfNames(spellings(figures))
  facts.names.forEach(({ text, locale, kind }, i) => {
    if (kind === 'official' || kind === 'translation')
      findMisspellings(text, ofFigures, locale).forEach(found(lineOf(['names', i, 'text'])))
  })
  if (!facts.extent) return
  for (const end of ['from', 'to'] as const)
    findMisspellings(facts.extent[end], checking.names, null).forEach(
      found(lineOf(['extent', end])),
    )
}

/**
 * Title, summary and body, against the names of the entry itself and of every entry it is linked with by facts or by
 * text. A slip in the title weighs more.
 */
export const checkNamesInText: TextCheck = ({ read, locale, file, entry }, checking) => {
  const linked = [
    entry.path,
    ...(checking.linked.get(entry.path) ?? []),
    ...linksIn(read, entry.path).flatMap(({ entry }) => (entry ? [entry] : [])),
  ]
  const right = indexOfNames(spellings([...new Set(linked)].map((path) => factsOf(checking, path))))
  const look = (text: string, line: (index: number) => number, isTitle: boolean) => {
    for (const one of findMisspellings(text, right, locale)) {
      const grave = isTitle ? 'name.title-marks' : 'name.mention-marks'
      checking.report(
        one.tonePlacementOnly ? 'name.tone-placement' : grave,
        file,
        line(one.index),
        {
          found: one.found,
          name: one.name,
        },
      )
    }
  }
  look(read.title, () => read.lines.title, true)
  look(read.summary, () => read.lines.summary, false)
  const lineAt = (index: number) =>
    read.lines.body + read.body.slice(0, index).split('\n').length - 1
  look(read.body, lineAt, false)
}

/**
 * A slug is the official name in ASCII, with or without its first word ("đường"), and may go on to tell
 * namesakes apart: `duong-le-loi`, `le-loi`, `le-loi-dong-kinh`.
 */
export const checkSlug: EntryCheck = ({ yaml, file, kind, slug }, { site, report }) => {
  const name = site && officialName(yaml.facts, sourceLocale(site))
  if (!name || slugOf(name.text) === '') return
  const shorter = name.text.trim().split(/\s+/).slice(1).join(' ')
  const expected = [slugOf(name.text), slugOf(shorter)].filter(Boolean)
  if (!expected.some((one) => slug === one || slug.startsWith(`${one}-`)))
    report('slug.not-from-name', file, yaml.lineOf(['names']), {
      slug,
      name: name.text,
      expected: expected.at(kind === 'street' ? -1 : 0) ?? '',
    })
}

/** A slug that two entries of a kind answer to, today's or a former one; a former slug listed twice counts as well. */
export const checkFormerSlugs: EntryCheck = (entry, { entries, report }) => {
  const { facts, lineOf } = entry.yaml
  facts.formerSlugs?.forEach((slug, i) => {
    const owner = [...entries.values()].find(
      (other) =>
        other.kind === entry.kind &&
        (other.slug === slug ||
          (other !== entry && other.yaml?.facts.formerSlugs?.includes(slug)) ||
          (other === entry && facts.formerSlugs?.indexOf(slug) !== i)),
    )
    if (owner)
      report('slug.taken', entry.file, lineOf(['formerSlugs', i]), { slug, owner: owner.path })
  })
}
