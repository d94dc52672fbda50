/**
 * The picture of an entry in a message: what Zalo, WeChat and Facebook show beside a link to it. SVG with letters as
 * outlines, 1200 by 630 pixels.
 */
import type { FontShelf, PrintFont } from '../face/fonts.ts'
import { placed } from '../face/geometry.ts'
import { starAnise } from '../face/star-anise.ts'
import { pathData } from './svg.ts'
import { glyphOutline } from '../face/text-outline.ts'

const CARD = { width: 1200, height: 630 } as const
const LEFT = 80
const WIDEST = CARD.width - 2 * LEFT
/** Pixels of letters of the title, and in how many lines each may be set: a name is best on one. */
const TITLE_SIZES = [
  [104, 1],
  [88, 1],
  [76, 1],
  [88, 2],
  [76, 2],
  [64, 3],
  [54, 3],
  [46, 3],
] as const
const LAST_SIZE = 46
const LINES_MAX = 3
const COLOURS = { ground: '#1f3a6e', star: '#2b4a85', title: '#fbf9f4', words: '#c9d4ec' }

export interface CardWords {
  title: string
  /** What it is, as in "Đường phố · Phường Tam Thanh". */
  line: string
  /** At the foot: who speaks, and where. */
  foot: string
}

export function cardSvg({ title, line, foot }: CardWords, fonts: FontShelf): string {
  const { size, lines } = titleLines(title, fonts)
  const { pods } = starAnise(1010, 330, 300)
  const first = 300 - ((lines.length - 1) * size * 1.25) / 2
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">`,
    `<rect width="100%" height="100%" fill="${COLOURS.ground}"/>`,
    `<path d="${pathData(pods)}" fill="${COLOURS.star}"/>`,
    words(fitting(line, 34, fonts), LEFT, 130, 34, COLOURS.words, fonts),
    ...lines.map((text, i) =>
      words(text, LEFT, first + i * size * 1.25 + size * 0.35, size, COLOURS.title, fonts),
    ),
    words(fitting(foot, 30, fonts), LEFT, 560, 30, COLOURS.words, fonts),
    '</svg>',
  ].join('')
}

function titleLines(title: string, fonts: FontShelf): { size: number; lines: string[] } {
  const parts = (title.match(PARTS) ?? []).map((text) => ({ text, width: widthOf(text, 1, fonts) }))
  for (const [size, most] of TITLE_SIZES) {
    const lines = wrapped(parts, size)
    if (lines.length <= most) return { size, lines }
  }
  const lines = wrapped(parts, LAST_SIZE).slice(0, LINES_MAX)
  return {
    size: LAST_SIZE,
    lines: lines.map((text, i) => (i === LINES_MAX - 1 ? `${text}…` : text)),
  }
}

/** Lines end between words; in Chinese, which has none, between characters. */
const PARTS = /\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu

/** `width`: ems, with the space behind. */
function wrapped(parts: readonly { text: string; width: number }[], size: number): string[] {
  const lines: { text: string; width: number }[] = []
  for (const { text, width } of parts) {
    const last = lines.at(-1)
    if (last && (last.width + width) * size <= WIDEST) {
      last.text += text
      last.width += width
    } else lines.push({ text, width })
  }
  return lines.map(({ text }) => text.trim()).filter((text) => text !== '')
}

function fitting(text: string, size: number, fonts: FontShelf): string {
  if (widthOf(text, size, fonts) <= WIDEST) return text
  const letters = [...text]
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, size, fonts) > WIDEST) letters.pop()
  return `${letters.join('')}…`
}

/** Runs of letters that one font has; a letter that none has is left out. */
function runsOf(text: string, fonts: FontShelf): { text: string; font: PrintFont }[] {
  const runs: { text: string; font: PrintFont }[] = []
  for (const letter of text) {
    const last = runs.at(-1)
    if (last && last.font.missingIn(letter) === null) last.text += letter
    else {
      const font = [...fonts.values()].find((one) => one.missingIn(letter) === null)
      if (font) runs.push({ text: letter, font })
    }
  }
  return runs
}

function widthOf(text: string, size: number, fonts: FontShelf): number {
  return runsOf(text, fonts).reduce((sum, run) => sum + run.font.shape(run.text).advance * size, 0)
}

function words(
  text: string,
  left: number,
  baseline: number,
  size: number,
  colour: string,
  fonts: FontShelf,
): string {
  let x = left
  const drawn: string[] = []
  for (const { text: run, font } of runsOf(text, fonts)) {
    const shaped = font.shape(run)
    for (const glyph of shaped.glyphs) {
      const outline = placed(
        glyphOutline(font, glyph.id),
        x + glyph.x * size,
        baseline + glyph.y * size,
        size,
        0,
      )
      if (outline.length > 0) drawn.push(pathData(outline))
    }
    x += shaped.advance * size
  }
  return `<path d="${drawn.join('')}" fill="${colour}"/>`
}
