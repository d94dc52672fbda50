/** Marks the sentence being read: by a highlight, which leaves the page as it is, else by elements around its words. */
import { rangesOf, type Sentence } from './reading-aloud.ts'

/** Name of the highlight, as src/web/public/style/text.css has it. */
const NAME = 'spoken'

/** One sentence at a time; null takes the mark away. */
export function mark(sentence: Sentence | null): void {
  if (typeof Highlight === 'function' && CSS.highlights) {
    if (sentence) CSS.highlights.set(NAME, new Highlight(...rangesOf(sentence)))
    else CSS.highlights.delete(NAME)
  } else {
    for (const old of document.querySelectorAll(`mark.${NAME}`)) {
      const { parentElement } = old
      old.replaceWith(...old.childNodes)
      parentElement?.normalize()
    }
    for (const range of sentence ? rangesOf(sentence) : []) {
      const around = document.createElement('mark')
      around.className = NAME
      range.surroundContents(around)
    }
  }
  if (sentence) intoView(sentence.block)
}

/** The block brought into view, only when the reader would lose it: the page never moves under a finger otherwise. */
function intoView(block: Element): void {
  const { top, bottom } = block.getBoundingClientRect()
  if (bottom < 0 || top > innerHeight) block.scrollIntoView({ block: 'center' })
}
