/** The sheet of a parcel that says how to use its files. */
import { formsOf, type PrintOrder, type Recipe } from '../domain/print-order.ts'
import { parcelWords, type ParcelLanguage, type ParcelWord } from '../messages/parcel-words.ts'
import type { SheetFonts } from '../press/files/sheet-fonts.ts'
import { makeSheet, type Block } from '../press/files/sheet.ts'
import type { Template } from '../press/template/template.ts'

/** Rules for faces with a code, and without. */
const CODED = ['symbol', 'matt', 'quality', 'first'] as const
const BARE = ['matt.bare', 'first.bare'] as const

/** How to use the files, for whoever opens the parcel. `kinds` are the folders it has, as in `print` and `vector`. */
export function readmeSheet(
  order: PrintOrder,
  template: Template,
  recipes: readonly Recipe[],
  kinds: ReadonlySet<string>,
  language: ParcelLanguage,
  fonts: SheetFonts,
): Promise<Uint8Array> {
  const say = (key: ParcelWord, values?: Record<string, string | number>) =>
    parcelWords(language, key, values)
  const [width, height] = template.trim
  const files = (['print', 'sheets', 'vector', 'cnc', 'nfc', 'proof', 'install'] as const).filter(
    (kind) => kinds.has(kind),
  )
  const first = recipes[0]
  const solids = formsOf(first) > 1 ? Object.values(template.material.colours ?? {}) : []
  const white = formsOf(first) > 1 ? template.material.underbase : null
  const blocks: Block[] = [
    { block: 'heading', level: 1, text: say('readme.title', { id: order.id }) },
    ...(order.isDraft ? [{ block: 'heading', level: 2, text: say('readme.draft') } as const] : []),
    {
      block: 'paragraph',
      text: say('readme.intro', {
        count: recipes.length,
        template: order.templateName,
        width,
        height,
        bleed: template.bleed,
      }),
    },
    { block: 'heading', level: 2, text: say('readme.files') },
    {
      block: 'list',
      items: [
        ...files.map((kind) =>
          say(kind === 'print' && !template.symbol ? 'readme.print.bare' : `readme.${kind}`),
        ),
        say('readme.ticket'),
        say('readme.manifest'),
      ],
    },
    { block: 'heading', level: 2, text: say('readme.rules') },
    {
      block: 'list',
      items: [
        say('readme.rule.spots', {
          cut: template.spots.cut.name,
          drill: template.spots.drill.name,
        }),
        ...(white === null ? [] : [say('readme.rule.white', { spot: white })]),
        ...(solids.length > 0 ? [say('readme.rule.solid', { plates: solids.join(', ') })] : []),
        ...(template.material.mirrored ? [say('readme.rule.mirrored')] : []),
        ...(template.symbol ? CODED : BARE).map((rule) => say(`readme.rule.${rule}`)),
      ],
    },
    { block: 'heading', level: 2, text: say('readme.wrong') },
    {
      block: 'paragraph',
      text: say('readme.wrong.text', {
        publisher: first?.publisher.text ?? '',
        hotline: first?.hotline?.text ?? '',
      }).trim(),
    },
  ]
  const facts = { title: say('readme.title', { id: order.id }), language, day: dayOf(order) }
  return makeSheet(facts, [blocks], fonts)
}

/** The day that stands in the files of the order: that of its time in UTC. */
export function dayOf({ orderedAt }: PrintOrder): string {
  return orderedAt.slice(0, 10)
}
