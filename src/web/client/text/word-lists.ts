/**
 * Word has no lists on the clipboard: each item is a paragraph whose style names list and level
 * (`mso-list:l0 level2 lfo1`), with the mark written out in a span that is to be ignored. Here they become lists.
 */

interface WordListItem {
  paragraph: HTMLElement
  level: number
  list: string
  /** As in `1.` or `·`. */
  mark: string
}

const PLACE = /mso-list:\s*l(\d+)\s+level(\d+)/i
/** Marks of numbered items: 1. 2) a. iv) (3) */
const IS_NUMBERED = /^\(?(?:\d+|[a-z]{1,4})[.)]/i

/** Paragraphs of one list that follow each other become one list. */
export function listsOfWord(body: HTMLElement): void {
  const items = [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')].flatMap(itemOf)
  let run: WordListItem[] = []
  for (const [i, item] of items.entries()) {
    run.push(item)
    const next = items[i + 1]
    if (next && next.list === item.list && follows(item.paragraph, next.paragraph)) continue
    build(run)
    run = []
  }
}

function itemOf(paragraph: HTMLElement): WordListItem[] {
  const place = PLACE.exec(paragraph.dataset['style'] ?? '')
  const written = [...paragraph.querySelectorAll<HTMLElement>('[data-style]')].find((one) =>
    /mso-list:\s*ignore/i.test(one.dataset['style'] ?? ''),
  )
  if (!place || !written) return []
  const mark = (written.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  written.remove()
  return [{ paragraph, level: Number(place[2]), list: place[1] ?? '', mark }]
}

function follows(one: Element, other: Element): boolean {
  return one.nextElementSibling === other
}

function build(items: readonly WordListItem[]): void {
  const first = items[0]
  if (!first) return
  const { ownerDocument: page } = first.paragraph
  const top = page.createDocumentFragment()
  /** Open lists, the outermost first, each with its level. */
  const open: { level: number; list: HTMLElement }[] = []
  for (const { paragraph, level, mark } of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
    let last = open.at(-1)
    const tag = IS_NUMBERED.test(mark) ? 'OL' : 'UL'
    const isSameKind = last?.list.nodeName === tag
    if (!last || last.level < level || !isSameKind) {
      if (last && last.level >= level) open.pop()
      const list = page.createElement(tag)
      const start = /^\(?(\d+)/.exec(mark)?.[1]
      if (tag === 'OL' && start && start !== '1') list.setAttribute('start', start)
      const within = open.at(-1)?.list.lastElementChild
      if (within) within.append(list)
      else top.append(list)
      last = { level, list }
      open.push(last)
    }
    const item = page.createElement('li')
    item.append(...paragraph.childNodes)
    last.list.append(item)
  }
  first.paragraph.before(top)
  for (const { paragraph } of items) paragraph.remove()
}
