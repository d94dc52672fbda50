/** Marks of the text look like what they do: headings bold, citations and withheld passages in their colours. */
import {
  Decoration,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view'

const MARKS =
  /(?<heading>^#{1,6} .*$)|(?<quote>^>.*$)|(?<strong>\*\*[^*\n]+\*\*)|(?<em>\*[^*\s][^*\n]*\*)|(?<cite>\[\^[\w-]+\])|(?<withheld>[:：]{2,}(?:[ \t]*withheld)?)/giu

const decorator = new MatchDecorator({
  regexp: MARKS,
  decoration: ({ groups = {} }) => {
    const name = Object.keys(groups).find((one) => groups[one] !== undefined) ?? ''
    return Decoration.mark({ class: `mark-${name}` })
  },
})

export const showMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = decorator.createDeco(view)
    }
    update(update: ViewUpdate) {
      this.decorations = decorator.updateDeco(update, this.decorations)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)
