/** Takes out of a word processor's HTML what a text does not hold, and makes plain what it means by its styles. */
import { raiseAndLower } from './raised-words.ts'
import { listsOfWord } from './word-lists.ts'

/** What was left out, to be told. */
interface Left {
  pictures: number
  footnotes: number
}

/** Footnotes as Word, LibreOffice and Google Docs mark them: at the word, and back from the note. */
const NOTE_MARK = /#_?(?:ftn|edn|ftnt|cmnt|sdfootnote|sdendnote)\d+(?:sym)?$/i
const NOTE_BACK = /#_?(?:ftnref|ednref|ftnt_ref|cmnt_ref)\d+$|#sd(?:foot|end)note\d+anc$/i
/** Not words of the text: comments, what is hidden, what was deleted and only still shown. */
const DROPPED = [
  'style, script, meta, link, title, xml, head, colgroup, object, svg, button, input, select, textarea',
  '.msocomanchor, .msocomoff, a[href*="#_msocom"], a[href*="#_msoanchor"]',
  'del, .msoDel, [class*="TrackChangeDelete" i], [class*="TrackedChangeDelete" i]',
  '[data-style*="mso-element:comment" i], [data-style*="display:none" i], [data-style*="display: none" i], [data-style*="mso-hide:all" i]',
].join(', ')
const KEPT = new Set(
  'P H2 UL OL LI TABLE THEAD TBODY TR TH TD STRONG EM A BR BLOCKQUOTE PRE CODE DEL'.split(' '),
)
const BLOCKS = 'p, h2, ul, ol, table, blockquote, pre, div'

/** `body` is changed in place; it is a copy that stands on no page. */
export function cleaned(body: HTMLElement): Left {
  dropComments(body)
  for (const one of body.querySelectorAll(DROPPED)) one.remove()
  const pictures = body.querySelectorAll('img, picture, video, v\\:imagedata').length
  for (const one of body.querySelectorAll('img, picture, video, v\\:shape, v\\:imagedata'))
    one.remove()
  const footnotes = dropNoteMarks(body)
  listsOfWord(body)
  raiseAndLower(body)
  for (const one of [...body.querySelectorAll<HTMLElement>('*')]) mean(one)
  for (const one of [...body.querySelectorAll('*')]) keepOnlyKnown(one)
  plainWords(body)
  mendLists(body)
  mendTables(body)
  for (const one of body.querySelectorAll('p, h2, strong, em, del, li'))
    if ((one.textContent ?? '').trim() === '' && !one.querySelector('table')) one.remove()
  return { pictures, footnotes }
}

function dropComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const one of comments) one.parentNode?.removeChild(one)
}

function dropNoteMarks(body: HTMLElement): number {
  let count = 0
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    const isMark = NOTE_MARK.test(href)
    if (!isMark && !NOTE_BACK.test(href)) continue
    if (isMark) count++
    link.remove()
  }
  for (const empty of body.querySelectorAll('sup, sub'))
    if ((empty.textContent ?? '').trim() === '') empty.remove()
  return count
}

/** Makes elements of what is bold, italic or a heading by style or class alone. */
function mean(one: HTMLElement): void {
  const style = one.dataset['style'] ?? ''
  const weight = /(?:^|;)\s*font-weight:\s*(bold|bolder|normal|\d{3})/i.exec(style)?.[1]
  const isBold = weight !== undefined && (/^bold/i.test(weight) || Number(weight) >= 600)
  const isItalic = /(?:^|;)\s*font-style:\s*(?:italic|oblique)/i.test(style)
  const name = one.nodeName
  if (
    /^H[1-6]$/.test(name) ||
    (name === 'P' && /\bMso(?:Title|Subtitle|Heading)/.test(one.className))
  )
    return replace(one, 'h2')
  if (name === 'B' || name === 'STRONG')
    return weight === 'normal' || weight === '400' ? unwrap(one) : replace(one, 'strong')
  if (name === 'I' || name === 'EM' || name === 'CITE')
    return /font-style:\s*normal/i.test(style) ? unwrap(one) : replace(one, 'em')
  if (name === 'S' || name === 'STRIKE') return replace(one, 'del')
  if (name !== 'SPAN' && name !== 'FONT') return
  if (/text-decoration[a-z-]*:[^;]*line-through/i.test(style)) inside(one, 'del')
  if (isBold) inside(one, 'strong')
  if (isItalic) inside(one, 'em')
}

/** Takes what is not known off its words; of what is, every attribute but the address of a link. */
function keepOnlyKnown(one: Element): void {
  if (one.nodeName === 'A') {
    const href = one.getAttribute('href') ?? ''
    if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return unwrap(one)
    strip(one)
    return one.setAttribute('href', href)
  }
  // A heading is bold as it is; a mark within a mark of its kind is one mark.
  const isTwice =
    /^(?:STRONG|EM|DEL)$/.test(one.nodeName) && one.parentElement?.closest(one.nodeName)
  const isInHeading = one.nodeName === 'STRONG' && one.closest('h2')
  if (isTwice || isInHeading) return unwrap(one)
  if (one.nodeName === 'DIV' && !one.querySelector(BLOCKS)) return replace(one, 'p')
  if (!KEPT.has(one.nodeName)) return unwrap(one)
  const start = one.nodeName === 'OL' ? one.getAttribute('start') : null
  const span = one.getAttribute('colspan')
  strip(one)
  if (start) one.setAttribute('start', start)
  if (span) one.setAttribute('colspan', span)
}

/** Plain white space: spaces that do not break are spaces, lines that the program broke for itself are none. */
function plainWords(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    text.nodeValue = (text.nodeValue ?? '')
      .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
      .replace(/[\s\u00a0\u202f]+/g, ' ')
      .normalize('NFC')
  }
}

/** Lists within items: Google Docs nests them beside, and paragraphs in items only widen the list. */
function mendLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol'))
    list.previousElementSibling?.append(list)
  for (const paragraph of body.querySelectorAll('li > p')) {
    if (paragraph.previousElementSibling) paragraph.before(' ')
    unwrap(paragraph)
  }
}

/**
 * Tables as Markdown has them: the first row is the heading, a cell is one line, what spans columns leaves the others
 * empty.
 */
function mendTables(body: HTMLElement): void {
  for (const inner of body.querySelectorAll('table table'))
    inner.replaceWith(inner.textContent ?? '')
  for (const cell of [...body.querySelectorAll('td, th')]) {
    for (const one of cell.querySelectorAll('p, h2, li, br, div')) one.after(' ')
    for (const one of [...cell.querySelectorAll('p, h2, ul, ol, li, br, blockquote, div')])
      unwrap(one)
  }
  for (const table of body.querySelectorAll('table')) {
    const rows = [...table.querySelectorAll('tr')]
    const sections = [...table.querySelectorAll('thead, tbody')]
    table.replaceChildren(...rows)
    for (const one of sections) one.remove()
    for (const row of rows)
      for (const node of [...row.childNodes]) if (!/^T[DH]$/.test(node.nodeName)) node.remove()
    for (const cell of [...(rows[0]?.querySelectorAll('td') ?? [])]) replace(cell, 'th')
  }
}

function strip(one: Element): void {
  for (const { name } of [...one.attributes]) one.removeAttribute(name)
}

function replace(one: Element, name: string): void {
  const made = one.ownerDocument.createElement(name)
  const span = one.getAttribute('colspan')
  if (span) made.setAttribute('colspan', span)
  made.append(...one.childNodes)
  one.replaceWith(made)
}

function inside(one: Element, name: string): void {
  const made = one.ownerDocument.createElement(name)
  made.append(...one.childNodes)
  one.append(made)
}

function unwrap(one: Element): void {
  one.replaceWith(...one.childNodes)
}
