/**
 * From a body in Markdown to the HTML of a page, and to plain text for search and speech.
 *
 * The HTML is written token by token, and what is not named here is written as escaped text: raw HTML, unsafe addresses
 * and remote pictures cannot pass. There are no style attributes: the content security policy forbids them. Runs
 * anywhere.
 */
import type { Token, Tokens } from 'marked'
import { languageRuns } from '../domain/language-run.ts'
import { isLocalImage, isRelative, linkedEntry, safeAddress, type Place } from './address.ts'
import { tokensOf, wordsOf, type CitationToken } from './markdown-tokens.ts'
import { publicText } from './withheld.ts'

/** A body as a page shows it, without anything withheld. */
export interface RenderedBody {
  /** The first heading is an h2. */
  html: string
  /** Sources to list below the page as `id="source-1"` …, in order of first citation, each once. */
  cited: string[]
}

export interface BodyOptions {
  /** Where the text stands; without it, links told from the entry's folder become plain words. */
  place?: Place
  /** Address of a picture of the entry's folder; without it, a picture becomes its alternative text. */
  imageAddress?: (file: string) => string | null
}

interface Page extends BodyOptions {
  cited: string[]
  /** How often each source has been cited so far. */
  times: Map<string, number>
  /** Added to the level of each heading. */
  shift: number
  /** Citations inside a link, to be written behind it: HTML has no link within a link. */
  held: string[] | null
}

/**
 * The body as HTML, without withheld passages and their citations. Never throws: what is nested too deep comes as one
 * paragraph of escaped text.
 */
export function renderBody(markdown: string, options: BodyOptions = {}): RenderedBody {
  const tokens = tokensOf(publicText(markdown))
  const levels = tokens.flatMap((token) => (token.type === 'heading' ? [Number(token.depth)] : []))
  const shift = levels.length > 0 ? 2 - Math.min(...levels) : 1
  const page: Page = { ...options, cited: [], times: new Map(), shift, held: null }
  try {
    return { html: blocks(tokens, page), cited: page.cited }
  } catch {
    // Thousands of nested quotes or brackets; `stele check` never lets such a text through.
    return { html: `<p>${escaped(publicText(markdown))}</p>\n`, cited: [] }
  }
}

/**
 * Public words only, one block a line: no citations, pictures, mark-up or HTML tags. '' for a text nested too deep to
 * read.
 */
export function plainText(markdown: string): string {
  try {
    return tokensOf(publicText(markdown)).map(wordsOf).filter(Boolean).join('\n')
  } catch {
    return ''
  }
}

function blocks(tokens: readonly Token[], page: Page): string {
  return tokens.map((token) => block(token, page)).join('')
}

function block(token: Token, page: Page): string {
  switch (token.type) {
    case 'space':
    case 'def':
      return ''
    case 'hr':
      return '<hr>\n'
    case 'heading': {
      const level = Math.min(6, Math.max(2, Number(token.depth) + page.shift))
      return `<h${level}>${inline(token.tokens, page)}</h${level}>\n`
    }
    case 'code':
      return `<pre><code>${quoted(String(token.text))}</code></pre>\n`
    case 'blockquote':
      return `<blockquote>\n${blocks(token.tokens ?? [], page)}</blockquote>\n`
    case 'list':
      return list(token as Tokens.List, page)
    case 'table':
      return table(token as Tokens.Table, page)
    case 'paragraph':
      return `<p>${inline(token.tokens, page)}</p>\n`
    case 'html':
      return `<p>${escaped(token.raw.trim())}</p>\n`
    default:
      return inline([token], page)
  }
}

function list({ ordered, start, items }: Tokens.List, page: Page): string {
  const tag = ordered ? 'ol' : 'ul'
  const from = ordered && typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''
  const rows = items.map((item) => {
    const box = item.task ? (item.checked ? '☑ ' : '☐ ') : ''
    return `<li>${box}${blocks(item.tokens, page).trimEnd()}</li>\n`
  })
  return `<${tag}${from}>\n${rows.join('')}</${tag}>\n`
}

/** A table with its alignment as a class, `align-right`, because a page may not carry style attributes. */
function table({ header, rows, align }: Tokens.Table, page: Page): string {
  const cell = (tag: string, { tokens }: Tokens.TableCell, i: number) => {
    const side = align[i] ? ` class="align-${align[i]}"` : ''
    return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${side}>${inline(tokens, page)}</${tag}>`
  }
  const row = (tag: string, cells: Tokens.TableCell[]) =>
    `<tr>${cells.map((one, i) => cell(tag, one, i)).join('')}</tr>\n`
  const body = rows.map((cells) => row('td', cells)).join('')
  return `<table>\n<thead>\n${row('th', header)}</thead>\n<tbody>\n${body}</tbody>\n</table>\n`
}

/** Inline tokens as HTML; a citation stands close to the word it follows, so that no line begins with it. */
function inline(tokens: readonly Token[] | undefined, page: Page): string {
  return (tokens ?? []).reduce((html, token) => {
    const next = span(token, page)
    return (token.type === 'citation' ? html.trimEnd() : html) + next
  }, '')
}

function span(token: Token, page: Page): string {
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return `<${token.type}>${inline(token.tokens, page)}</${token.type}>`
    case 'codespan':
      return `<code>${quoted(String(token.text))}</code>`
    case 'br':
      return '<br>\n'
    case 'checkbox':
      return ''
    case 'citation':
      return citation((token as unknown as CitationToken).id, page)
    case 'link':
      return link(token as Tokens.Link, page)
    case 'image':
      return image(token as Tokens.Image, page)
    case 'paragraph':
      return inline(token.tokens, page)
    case 'text':
      return token.tokens ? inline(token.tokens, page) : words(String(token.text), page)
    case 'escape':
      return escaped(String(token.text))
    default:
      return escaped(token.raw)
  }
}

/**
 * The mark of a citation, `[2]`, numbered by first appearance; `cite-2-3` is the third place where source 2 is cited.
 */
function citation(id: string, page: Page): string {
  if (!page.cited.includes(id)) page.cited.push(id)
  const number = page.cited.indexOf(id) + 1
  const time = (page.times.get(id) ?? 0) + 1
  page.times.set(id, time)
  const html = `<sup><a href="#source-${number}" id="cite-${number}-${time}" role="doc-noteref">[${number}]</a></sup>`
  if (!page.held) return html
  page.held.push(html)
  return ''
}

/** Its words alone where the address may not be shown; within another link as well. */
function link({ href, title, tokens }: Tokens.Link, page: Page): string {
  const outer = page.held
  page.held = []
  const text = inline(tokens, page)
  const citations = page.held.join('')
  page.held = outer
  const target = targetOf(href, page)
  const html =
    target === null || outer
      ? text
      : `<a href="${quoted(target)}"${title ? ` title="${quoted(title)}"` : ''}>${text}</a>`
  if (!outer) return html + citations
  outer.push(citations)
  return html
}

/** Null for an address that no page may lead to. A relative link leads to the entry in the language of the text. */
function targetOf(href: string, { place }: Page): string | null {
  if (!isRelative(href)) return safeAddress(href)
  const entry = place ? linkedEntry(href, place.entry) : null
  const part = /#[^\s\\]*$/.exec(href)?.[0] ?? ''
  return entry && place ? `/${place.locale}/${entry}${part}` : null
}

/** Its alternative text where there is no such picture. */
function image({ href, text }: Tokens.Image, page: Page): string {
  const src = isLocalImage(href) ? page.imageAddress?.(href.replace(/^\.\//, '')) : null
  const address = src ? safeAddress(src) : null
  if (!address) return escaped(text)
  return `<img src="${quoted(address)}" alt="${quoted(text)}" loading="lazy">`
}

/** Escaped text; words of another language are marked for screen readers and fonts. */
function words(text: string, { place }: Page): string {
  if (!place) return escaped(text)
  return languageRuns(escaped(text), place.locale)
    .map((run) => (run.lang ? `<span lang="${run.lang}">${run.text}</span>` : run.text))
    .join('')
}

/** Text between tags: entities the writer typed stay what they are, and cannot begin a tag. */
function escaped(text: string): string {
  return text
    .replace(/&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** Text of an attribute: every `&` is the character itself, so that no entity can hide a letter of an address. */
function quoted(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}
