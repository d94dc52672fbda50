/** Every statement has a source, and every source is used. */
import type { Token } from 'marked'
import type { Facts } from '../domain/entry.ts'
import { shortened } from '../domain/folder.ts'
import type { EntryCheck, TextCheck } from './checking.ts'
import { blocksByLine, tokensByLine, walkByLine, type PlacedToken } from './markdown-links.ts'
import { citationsIn, walk, within, wordsOf, type CitationToken } from './markdown-tokens.ts'
import { publicTextByLine } from './withheld.ts'
import type { Path } from './yaml-file.ts'
import { FACT_KEYS } from './facts-schema.ts'

/**
 * Every source that facts name is listed, every listed one is cited – as long as all texts could be read – and no
 * general knowledge remains once the facts are approved.
 */
export const checkSources: EntryCheck = (entry, { report }) => {
  const { facts, lineOf } = entry.yaml
  const ids = facts.sources.map(({ id }) => id)
  const used = new Set<string>()
  for (const { path, id } of sourcesUsedIn(facts)) {
    used.add(id)
    if (!ids.includes(id))
      report('source.unknown', entry.file, lineOf(path), { id, known: ids.join(', ') })
  }
  for (const read of entry.texts.values())
    for (const { token } of tokensByLine(read))
      if (token.type === 'citation') used.add((token as unknown as CitationToken).id)

  const isEveryTextRead = entry.texts.size === entry.textFiles.size
  facts.sources.forEach(({ id, kind, title, attests = [] }, i) => {
    const line = lineOf(['sources', i])
    if (ids.indexOf(id) !== i) report('source.twice', entry.file, line, { id })
    if (kind !== 'general-knowledge' && title === undefined)
      report('source.no-title', entry.file, line, { id })
    for (const text of attests)
      if (!/\d/.test(text)) report('source.attests-no-number', entry.file, line, { id, text })
    if (kind === 'general-knowledge' && facts.review.state === 'approved')
      report('source.general-knowledge', entry.file, line, { id })
    if (!used.has(id) && isEveryTextRead) report('source.never-cited', entry.file, line, { id })
  })
}

/** Every `source` of a fact, or of an item of a list of facts, with its place. */
function sourcesUsedIn(facts: Facts): { path: Path; id: string }[] {
  const used = (value: unknown, path: Path) => {
    const { source } = (value ?? {}) as { source?: unknown }
    return typeof source === 'string' ? [{ path: [...path, 'source'], id: source }] : []
  }
  return FACT_KEYS.flatMap((key) => {
    const value = facts[key]
    return Array.isArray(value)
      ? value.flatMap((item, i) => used(item, [key, i]))
      : used(value, [key])
  })
}

/** Citations of sources that entry.yaml does not list, also in withheld passages. */
export const checkCitedSources: TextCheck = ({ read, file, entry }, { report }) => {
  if (!entry.yaml) return
  const known = entry.yaml.facts.sources.map(({ id }) => id)
  for (const { token, line } of tokensByLine(read)) {
    const id = token.type === 'citation' ? (token as unknown as CitationToken).id : null
    if (id !== null && !known.includes(id))
      report('source.unknown', file, line, { id, known: known.join(', ') })
  }
}

/**
 * Public paragraphs, list items, tables and quotations that state something and cite no source. Withheld ones need
 * none.
 */
export const checkStatements: TextCheck = ({ read, file }, { report }) => {
  const blocks = blocksByLine(publicTextByLine(read.body), read.lines.body)
  for (const { token, line } of blocks.flatMap(statements))
    if (citationsIn([token]).length === 0 && isStatement(token))
      report('text.no-citation', file, line, { text: shortened(wordsOf(token)) })
}

/**
 * Statements of a block: a list is as many as it has items, and items of an inner list stand for themselves. Headings
 * and code state nothing.
 */
function statements(block: PlacedToken): PlacedToken[] {
  const { type } = block.token
  if (type === 'paragraph' || type === 'table' || type === 'blockquote') return [block]
  if (type !== 'list') return []
  return [...walkByLine(block)].flatMap(({ token, line }) => {
    if (token.type !== 'list_item') return []
    const own = within(token).filter((child) => child.type !== 'list')
    return [{ line, token: { type: 'list_item', raw: token.raw, tokens: own } as Token }]
  })
}

/** Whether a block states anything: not what only leads to a list, nor what is only links or pictures. */
function isStatement(token: Token): boolean {
  const words = wordsOf(token).trim()
  if (words === '' || /[:：]$/.test(words)) return false
  const linked = [...walk(token)].filter(({ type }) => type === 'link').map((link) => wordsOf(link))
  const rest = linked.reduce((text, link) => text.replace(link, ''), words)
  return linked.length === 0 || /[\p{L}\p{N}]/u.test(rest)
}
