/**
 * From the HTML that word processors put on the clipboard to the Markdown of a text. Nothing of it is ever put on the
 * page: a template is parsed without running or loading anything.
 */
import { tables } from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'
import { cleaned } from './word-clean.ts'

export interface Pasted {
  markdown: string
  /** Pictures left out. */
  pictures: number
  /** Marks of footnotes left out; their words stand at the end. */
  footnotes: number
}

/** '' for HTML without words. */
export function markdownFrom(html: string): Pasted {
  const template = document.createElement('template')
  template.innerHTML = withoutEffects(html)
  const page = template.content.ownerDocument.createElement('div')
  page.append(template.content)
  const { pictures, footnotes } = cleaned(page)
  const markdown = service()
    .turndown(page)
    // A citation typed in the word processor is meant as one.
    .replace(/\\\[\^([A-Za-z0-9_-]+)\\\]/g, '[^$1]')
    .replace(/[ \t]+$/gm, (space) => (space === '  ' ? space : ''))
    .replace(/ {2}\n(?=\n|$)/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .normalize('NFC')
    .trim()
  return { markdown, pictures, footnotes }
}

/**
 * Tags with styles and handlers turned into data: the page's own policy would refuse each of them, one by one and
 * aloud.
 */
function withoutEffects(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on\w+)\s*=/gi, ' data-$1='))
}

function service(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    emDelimiter: '*',
    codeBlockStyle: 'fenced',
    br: '  ',
  })
  turndown.use(tables)
  turndown.addRule('struck', { filter: 'del', replacement: (words) => `~~${words}~~` })
  turndown.addRule('item', { filter: 'li', replacement: item })
  return turndown
}

/**
 * An item as `- words`, without the wide margin that is turndown's own; what is nested stands in by as much as the mark
 * is wide.
 */
function item(content: string, node: Node): string {
  const list = node.parentElement
  const at = list ? [...list.children].indexOf(node as Element) : 0
  const first = Number(list?.getAttribute('start') ?? '1')
  const mark = list?.nodeName === 'OL' ? `${first + at}. ` : '- '
  const words = content.trim().replace(/\n+/g, `\n${' '.repeat(mark.length)}`)
  return `${mark}${words}\n`
}
