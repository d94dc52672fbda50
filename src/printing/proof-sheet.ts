/** The proof of an order: what somebody reads, scans and signs before anything is made. */
import { readableHost, printedAddress } from '../domain/placard.ts'
import type { PrintedText, PrintOrder, Recipe } from '../domain/print-order.ts'
import { spaced } from '../domain/short-code.ts'
import { parcelWords, type ParcelWord } from '../messages/parcel-words.ts'
import { drawPlacard } from '../press/files/placard-artwork.ts'
import { profileOf } from '../press/preflight/preflight-made.ts'
import type { SheetText } from '../press/files/sheet-fonts.ts'
import { COLUMNS, ROWS, type GridCell } from '../press/files/sheet-grid.ts'
import { makeSheet, type Block } from '../press/files/sheet.ts'
import { placardInput, withoutProblems } from './parcel-files.ts'
import { allSheetFonts } from './sheet-fonts-of-kit.ts'
import { dayOf } from './parcel-sheets.ts'
import type { PlacardKit } from './placard-kit.ts'
import type { ParcelFile } from './parcel-file.ts'

/** Signs in one file: a tagged page stays in memory until its file ends. */
const PER_FILE = 1000

/** What one proof file shows; `number` counts from 1. */
export interface Proof {
  number: number
  recipes: readonly Recipe[]
}

export function proofsFor(recipes: readonly Recipe[]): Proof[] {
  return Array.from({ length: Math.ceil(recipes.length / PER_FILE) }, (_, i) => ({
    number: i + 1,
    recipes: recipes.slice(i * PER_FILE, (i + 1) * PER_FILE),
  }))
}

/** `proof/proof-sheet.pdf`, then `proof/proof-sheet-02.pdf` */
export function proofPath({ number }: Proof): string {
  return `proof/proof-sheet${number === 1 ? '' : `-${String(number).padStart(2, '0')}`}.pdf`
}

/** Those who approve are editors: the sheet is in Vietnamese. */
const LANGUAGE = 'vi'
const say = (key: ParcelWord, values?: Record<string, string | number>) =>
  parcelWords(LANGUAGE, key, values)

export async function proofSheet(
  order: PrintOrder,
  kit: PlacardKit,
  proof: Proof,
): Promise<ParcelFile> {
  const { recipes } = proof
  const facts = { title: titleOf(order), language: LANGUAGE, day: dayOf(order) }
  const bytes = await makeSheet(facts, pagesOf(order, kit, recipes), allSheetFonts(kit))
  return { path: proofPath(proof), bytes }
}

/** One by one: the drawings of a thousand signs need more memory than a thread has. */
function* pagesOf(
  order: PrintOrder,
  kit: PlacardKit,
  recipes: readonly Recipe[],
): Generator<Block[]> {
  const title = titleOf(order)
  const inks = { fonts: kit.fonts, screen: profileOf(kit.condition).screen }
  const perPage = COLUMNS * ROWS
  for (let i = 0; i < recipes.length; i += perPage) {
    const text = order.isDraft ? `${kit.template.draft.text} · ${title}` : title
    const cells = recipes.slice(i, i + perPage).map((recipe) => cellOf(order, kit, recipe))
    yield [
      { block: 'heading', level: i === 0 ? 1 : 2, text },
      { block: 'grid', cells, inks },
    ]
  }
  yield commonPage(order, kit, recipes)
}

const titleOf = ({ id }: PrintOrder) => say('proof.title', { id })

function cellOf(order: PrintOrder, kit: PlacardKit, recipe: Recipe): GridCell {
  const { names, captions = [], faces, placement } = recipe
  const { drawing, symbol } = withoutProblems(recipe, drawPlacard(placardInput(order, kit, recipe)))
  const address = printedAddress(order.origin, recipe.code) ?? ''
  const [width, height] = kit.template.trim
  const own = (text: string, font: 'plain' | 'strong' = 'plain'): SheetText => ({
    text,
    locale: LANGUAGE,
    font,
  })
  const printed = (font: 'plain' | 'strong') => (one: PrintedText) => ({ ...one, font })
  const face = say('proof.face', { template: order.templateName, width, height, faces })
  const name = names[0]?.text ?? ''
  return {
    drawing,
    alt: say(symbol ? 'proof.alt' : 'proof.alt.bare', { name, address }),
    said: [
      own(spaced(recipe.code), 'strong'),
      ...names.map(printed('strong')),
      ...captions.map(printed('plain')),
    ],
    about: [
      own(`${readableHost(order.origin)}${recipe.code}`),
      own(face),
      own(placement || say('install.unknown')),
    ],
  }
}

/** What no sign says for itself, and the lines to tick. */
function commonPage(
  order: PrintOrder,
  { template }: PlacardKit,
  recipes: readonly Recipe[],
): Block[] {
  const [width, height] = template.trim
  const distinct = (texts: readonly (PrintedText | null)[]): SheetText[] =>
    [...new Map(texts.flatMap((one) => (one ? [[one.text, one] as const] : []))).values()].map(
      (one) => ({ ...one, font: 'strong' }),
    )
  const plain = (text: string): SheetText[] => [{ text, locale: LANGUAGE, font: 'strong' }]
  return [
    { block: 'heading', level: 2, text: say('proof.common') },
    {
      block: 'texts',
      rows: [
        [say('proof.count'), plain(String(recipes.length))],
        [say('proof.size'), plain(`${order.templateName}, ${width} × ${height} mm`)],
        ...(template.symbol
          ? ([
              [say('proof.origin'), plain(order.origin)],
              [
                say('proof.invitation'),
                distinct(recipes.flatMap(({ invitations }) => invitations)),
              ],
            ] satisfies [string, SheetText[]][])
          : []),
        [say('proof.publisher'), distinct(recipes.map(({ publisher }) => publisher))],
        [say('proof.hotline'), distinct(recipes.map(({ hotline }) => hotline))],
      ],
    },
    { block: 'heading', level: 2, text: say('proof.check') },
    {
      block: 'boxes',
      items: [
        say('proof.check.names'),
        ...(template.symbol ? [say('proof.check.scan')] : []),
        say('proof.check.place'),
        say('proof.sign'),
      ],
    },
  ]
}
