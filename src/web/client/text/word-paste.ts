/**
 * From the HTML that word processors put on the clipboard to the Markdown of a text. Nothing of it is ever put on the
 * page: it is parsed in a document of its own, which runs no script and loads nothing.
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

export function markdownFrom(html: string): Pasted {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const { pictures, footnotes } = cleaned(page.body)
  const markdown = service()
    .turndown(page.body)
    // A citation typed in the word processor is meant as one.
    .replace(/\\\[\^([A-Za-z0-9_-]+)\\\]/g, '[^$1]')
    .replace(/[ \t]+$/gm, (space) => (space === '  ' ? space : ''))
    .replace(/ {2}\n(?=\n|$)/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .normalize('NFC')
    .trim()
  return { markdown, pictures, footnotes }
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
  turndown.addRule('item', { filter: 'li', replacement: item })
  return turndown
}

/** `- words`, without the wide margin that is turndown's own; what is nested stands in by as much as the mark is wide. */
function item(content: string, node: Node): string {
  const list = node.parentElement
  const at = list ? [...list.children].indexOf(node as Element) : 0
  const first = Number(list?.getAttribute('start') ?? '1')
  const mark = list?.nodeName === 'OL' ? `${first + at}. ` : '- '
  const words = content.trim().replace(/\n+/g, `\n${' '.repeat(mark.length)}`)
  return `${mark}${words}\n`
}
