import type { CheckRule } from '../domain/check-rules.ts'
import type { Finding } from '../domain/finding.ts'
import { shortened } from '../domain/folder.ts'
import { checkMessage } from './check-message.ts'
import type { DeskLanguage, Say } from './desk-message.ts'
import type { DeskKey } from './desk-key.ts'

/** Where `stele check` would speak of keys and files, a form speaks of fields. */
const SAID: Partial<Record<CheckRule, DeskKey>> = {
  'key.missing': 'facts.said.missing',
  'value.empty': 'facts.said.missing',
  'value.not-number': 'facts.said.notNumber',
  'value.out-of-range': 'facts.said.outOfRange',
  'value.either-number': 'facts.said.either',
  'value.not-whole-number': 'facts.said.notWhole',
  'value.not-one-of': 'facts.said.notOneOf',
  'value.not-a-locale': 'facts.said.notOneOf',
  'value.not-an-entry': 'facts.said.notEntry',
  'value.not-a-slug': 'facts.said.notSlug',
  'value.not-a-source-id': 'facts.said.notSourceId',
  'value.not-a-web-address': 'facts.said.notWebAddress',
  'extent.not-metres': 'facts.said.notMetres',
  'extent.absurd': 'facts.said.absurd',
  'date.malformed': 'facts.said.dateMalformed',
  'date.impossible': 'facts.said.dateImpossible',
  'date.future': 'facts.said.dateFuture',
  'lunar.not-a-day': 'facts.said.notLunarDay',
  'entry.no-name': 'facts.said.noName',
  'entry.no-source': 'facts.said.noSource',
  'figure.living-and-dead': 'facts.said.livingAndDead',
  'name.mention-marks': 'facts.said.mentionMarks',
  'slug.not-from-name': 'facts.said.slugNotFromName',
  'slug.taken': 'facts.said.formerSlugTaken',
  'unit.unknown': 'facts.said.unitUnknown',
  'unit.not-yet-valid': 'facts.said.unitNotYet',
  'unit.abolished': 'facts.said.unitAbolished',
  'position.swapped': 'facts.said.swapped',
  'position.out-of-range': 'facts.said.noSuchPlace',
  'source.unknown': 'facts.said.sourceUnknown',
  'source.no-title': 'facts.said.sourceNoTitle',
  'source.never-cited': 'facts.said.sourceUncited',
  'source.general-knowledge': 'facts.said.generalKnowledge',
  'image.no-credit': 'facts.said.noCredit',
  'image.no-alt': 'facts.said.noAlt',
  'image.missing': 'facts.said.noImage',
  'link.to-itself': 'facts.said.toItself',
}

/** What is wrong with a fact, in the words of its form; a rule without words of the form has those of `stele check`. */
export function saidOf(
  { rule, values }: Pick<Finding<CheckRule>, 'rule' | 'values'>,
  say: Say,
  language: DeskLanguage,
): string {
  const key = SAID[rule]
  // As text: years and codes are no numbers to be grouped by thousands.
  const short = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shortened(String(value))]),
  )
  return key ? say(key, short) : checkMessage(language, { rule, values: short })
}
