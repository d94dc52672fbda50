/** One sheet for the shop floor: what is made, how many, of what, and whom to call. */
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { materialWords } from '../messages/material-words.ts'
import { parcelWords, type ParcelLanguage, type ParcelWord } from '../messages/parcel-words.ts'
import { formsOf } from '../domain/print-order.ts'
import type { SheetFonts } from '../press/files/sheet-fonts.ts'
import { makeSheet, type Block } from '../press/files/sheet.ts'
import type { Template } from '../press/template/template.ts'
import { dayOf } from './parcel-sheets.ts'

export function jobTicket(
  order: PrintOrder,
  template: Template,
  recipes: readonly Recipe[],
  language: ParcelLanguage,
  fonts: SheetFonts,
): Promise<Uint8Array> {
  const say = (key: ParcelWord, values?: Record<string, string | number>) =>
    parcelWords(language, key, values)
  const title = say('ticket.title', { id: order.id })
  const first = recipes[0]
  const pieces = recipes.reduce((sum, { faces }) => sum + faces, 0)
  const blocks: Block[] = [
    { block: 'heading', level: 1, text: title },
    ...(order.isDraft ? [{ block: 'heading', level: 2, text: say('readme.draft') } as const] : []),
    {
      block: 'facts',
      rows: [
        [say('ticket.day'), dayOf(order)],
        [say('ticket.template'), order.templateName],
        [say('ticket.quantity'), say('ticket.pieces', { pieces, signs: recipes.length })],
        ...sizeRows(template, say),
        ...materialRows(template, language, say),
      ],
    },
    { block: 'heading', level: 2, text: say('ticket.colours') },
    { block: 'facts', rows: colourRows(template, recipes, language, say) },
    { block: 'heading', level: 2, text: say('ticket.call') },
    {
      block: 'facts',
      rows: [
        [say('ticket.publisher'), first?.publisher.text ?? ''],
        ...(first?.hotline
          ? [[say('ticket.hotline'), first.hotline.text] as [string, string]]
          : []),
        [say('ticket.orderedBy'), order.orderedBy],
      ],
    },
    { block: 'heading', level: 2, text: say('ticket.steps') },
    {
      block: 'boxes',
      items: [
        say('ticket.step.sums'),
        say(template.symbol ? 'ticket.step.first' : 'ticket.step.first.bare'),
        say('ticket.step.series', { pieces }),
        say('ticket.step.pack'),
        say('ticket.sign'),
      ],
    },
  ]
  return makeSheet({ title, language, day: dayOf(order) }, [blocks], fonts)
}

type Say = (key: ParcelWord, values?: Record<string, string | number>) => string

function sizeRows({ trim, bleed, cornerRadius, holes }: Template, say: Say): [string, string][] {
  const [width, height] = trim
  return [
    [say('ticket.size'), say('ticket.sizeText', { width, height, bleed, corner: cornerRadius })],
    [
      say('install.holes'),
      holes[0]
        ? say('install.holesText', { count: holes.length, diameter: holes[0].diameter })
        : say('install.holesNone'),
    ],
  ]
}

/** The template's first words are how it is printed, what follows is how it is finished. */
function materialRows(
  { material }: Template,
  language: ParcelLanguage,
  say: Say,
): [string, string][] {
  const [process = '', ...finish] = material.process.split(', ')
  const words = (text: string) => materialWords(language, text)
  return [
    [say('ticket.material'), words(material.substrate)],
    [say('ticket.process'), words(process)],
    [say('ticket.finish'), finish.length > 0 ? finish.map(words).join(', ') : say('ticket.none')],
    [
      say('ticket.underbase'),
      material.underbase === null
        ? say('ticket.none')
        : say('ticket.white', { spot: material.underbase }),
    ],
    ...(material.mirrored
      ? [[say('ticket.side'), say('ticket.mirrored')] as [string, string]]
      : []),
    [say('ticket.life'), say('ticket.years', { years: material.minLifeYears })],
  ]
}

/** Paper and what stands only on drafts are no colours of the job. */
function colourRows(
  template: Template,
  recipes: readonly Recipe[],
  language: ParcelLanguage,
  say: Say,
): [string, string][] {
  const { palette, spots, symbol, material } = template
  const { cut, drill } = spots
  const inks = Object.entries(palette).filter(
    ([name, ink]) => !name.startsWith('draft') && ink.some((share) => share > 0),
  )
  const solid = material.colours ?? {}
  const lines = [cut.name, ...(template.holes.length > 0 ? [drill.name] : [])]
  const white = material.underbase && formsOf(recipes[0]) > 1 ? [material.underbase] : []
  return [
    ...inks.map(([name, ink]): [string, string] => [
      materialWords(language, name),
      [`${ink.join('/')} CMYK`, ...(solid[name] ? [solid[name]] : [])].join(' · '),
    ]),
    ...(symbol ? [[say('ticket.code'), say('ticket.codeText')] as [string, string]] : []),
    [say('ticket.spots'), [...lines, ...white].join(', ')],
  ]
}
