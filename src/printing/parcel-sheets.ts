/** The sheets of a parcel that people read: how to use the files, and one installation sheet per sign. */
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { spaced } from '../domain/short-code.ts'
import { parcelWords, type ParcelLanguage, type ParcelWord } from '../messages/parcel-words.ts'
import type { SheetFonts } from '../press/files/sheet-fonts.ts'
import { makeSheet, type Block } from '../press/files/sheet.ts'
import { encodeSymbol } from '../press/face/symbol.ts'
import type { Template } from '../press/template/template.ts'
import { printedAddress } from '../domain/placard.ts'

/** Side of a symbol that can be scanned from the sheet in one's hand, in mm. */
const TEST_SYMBOL_MM = 45

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
      items: [...files.map((kind) => say(`readme.${kind}`)), say('readme.manifest')],
    },
    { block: 'heading', level: 2, text: say('readme.rules') },
    {
      block: 'list',
      items: [
        say('readme.rule.spots', {
          cut: template.spots.cut.name,
          drill: template.spots.drill.name,
        }),
        ...(['symbol', 'matt', 'quality', 'first'] as const).map((rule) =>
          say(`readme.rule.${rule}`),
        ),
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

/**
 * One page for whoever hangs the sign: where, how high, and what to look at before and after. A restricted place is not
 * told.
 */
export function installSheet(
  order: PrintOrder,
  template: Template,
  recipe: Recipe,
  language: ParcelLanguage,
  fonts: SheetFonts,
): Promise<Uint8Array> {
  const say = (key: ParcelWord, values?: Record<string, string | number>) =>
    parcelWords(language, key, values)
  const code = spaced(recipe.code)
  const address = printedAddress(order.origin, recipe.code) ?? ''
  const { lat, lon, heightMm } = recipe
  const [width, height] = template.trim
  const [hole] = template.holes
  const symbol = encodeSymbol(address, recipe.symbol)
  const title = say('install.title', { code })
  const blocks: Block[] = [
    { block: 'heading', level: 1, text: title },
    {
      block: 'facts',
      rows: [
        [say('install.name'), recipe.names[0]?.text ?? ''],
        [say('install.address'), address],
        [say('install.placement'), recipe.placement || say('install.unknown')],
        [
          say('install.position'),
          lat === null || lon === null ? say('install.unknown') : `${lat}, ${lon}`,
        ],
        [say('install.height'), heightMm === null ? say('install.unknown') : `${heightMm} mm`],
        [say('install.size'), `${width} × ${height} mm`],
        ...(hole
          ? [
              [
                say('install.holes'),
                say('install.holesText', {
                  count: template.holes.length,
                  diameter: hole.diameter,
                }),
              ] as [string, string],
            ]
          : []),
        [say('install.faces'), String(recipe.faces)],
      ],
    },
    { block: 'heading', level: 2, text: say('install.before') },
    {
      block: 'boxes',
      items: [
        say('install.check.code', { code }),
        say('install.check.place'),
        say('install.check.surface'),
      ],
    },
    ...(symbol
      ? [{ block: 'symbol', symbol, side: TEST_SYMBOL_MM, caption: say('install.scan') } as const]
      : []),
    { block: 'heading', level: 2, text: say('install.after') },
    {
      block: 'boxes',
      items: [
        say('install.check.level'),
        say('install.check.scan'),
        say('install.check.photo'),
        say('install.sign'),
      ],
    },
  ]
  return makeSheet({ title, language, day: dayOf(order) }, [blocks], fonts)
}

/** The day that stands in the files of the order: that of its time in UTC. */
export function dayOf({ orderedAt }: PrintOrder): string {
  return orderedAt.slice(0, 10)
}
