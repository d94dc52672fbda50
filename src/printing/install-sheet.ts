/** The sheet for whoever hangs a sign: a page in Vietnamese, then the same in English. */
import { printedAddress } from '../domain/placard.ts'
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { spaced } from '../domain/short-code.ts'
import { parcelWords, type ParcelLanguage, type ParcelWord } from '../messages/parcel-words.ts'
import type { PlacardDrawing } from '../press/files/placard-artwork.ts'
import type { SheetFigure } from '../press/files/sheet-figures.ts'
import { makeSheet, type Block } from '../press/files/sheet.ts'
import { nearest, sketchMap, type Neighbour } from '../press/files/sketch-map.ts'
import { profileOf } from '../press/preflight/preflight-made.ts'
import type { Template } from '../press/template/template.ts'
import { fastenersFor } from './fasteners.ts'
import { allSheetFonts } from './sheet-fonts-of-kit.ts'
import { dayOf } from './parcel-sheets.ts'
import type { PlacardKit } from './placard-kit.ts'

/** Other signs of the order that lie near, for its sketch; none where a place is not told. */
export function neighboursOf(recipe: Recipe, recipes: readonly Recipe[]): Neighbour[] {
  const spotOf = ({ code, lat, lon }: Recipe): Neighbour[] =>
    lat === null || lon === null ? [] : [{ code, lat, lon }]
  const [own] = spotOf(recipe)
  return own ? nearest(own, recipes.filter((one) => one !== recipe).flatMap(spotOf)) : []
}

/** A restricted place is not told; a face without a code is asked for none. */
export function installSheet(
  order: PrintOrder,
  kit: PlacardKit,
  recipe: Recipe,
  face: PlacardDrawing,
  near: readonly Neighbour[],
): Promise<Uint8Array> {
  const facts = {
    title: parcelWords('vi', 'install.title', { code: spaced(recipe.code) }),
    subject: order.id,
    language: 'vi',
    day: dayOf(order),
  }
  const pages = (['vi', 'en'] as const).map((language) =>
    pageOf(order, kit, recipe, face, near, language),
  )
  return makeSheet(facts, pages, allSheetFonts(kit))
}

function pageOf(
  order: PrintOrder,
  kit: PlacardKit,
  recipe: Recipe,
  face: PlacardDrawing,
  near: readonly Neighbour[],
  language: ParcelLanguage,
): Block[] {
  const say = (key: ParcelWord, values?: Record<string, string | number>) =>
    parcelWords(language, key, values)
  const code = spaced(recipe.code)
  const name = recipe.names[0]?.text ?? ''
  const checks = face.symbol
    ? [say('install.check.code', { code })]
    : [say('install.check.name', { name })]
  return [
    ...(language === 'vi' ? [] : [{ block: 'language', language } as const]),
    { block: 'heading', level: 1, text: say('install.title', { code }) },
    { block: 'facts', rows: rowsOf(order, kit.template, recipe, face, language) },
    { block: 'figures', figures: figuresOf(kit, recipe, face, near, language) },
    { block: 'heading', level: 2, text: say('install.before') },
    {
      block: 'boxes',
      items: [...checks, say('install.check.place'), say('install.check.surface')],
    },
    { block: 'heading', level: 2, text: say('install.after') },
    {
      block: 'boxes',
      items: [
        say(face.symbol ? 'install.check.level' : 'install.check.level.bare'),
        ...(face.symbol ? [say('install.check.scan')] : []),
        say('install.check.photo'),
        say('install.sign'),
      ],
    },
  ]
}

function rowsOf(
  order: PrintOrder,
  { trim: [width, height], holes, mountHeight }: Template,
  { names, code, placement, lat, lon, heightMm, faces, mount, publisher, hotline }: Recipe,
  { symbol }: PlacardDrawing,
  language: ParcelLanguage,
): [string, string][] {
  const say = (key: ParcelWord, values?: Record<string, string | number>) =>
    parcelWords(language, key, values)
  const high = heightMm ?? mountHeight
  const address = printedAddress(order.origin, code) ?? ''
  return [
    [say('install.order'), `${order.id} · ${order.templateName}`],
    [say('install.name'), names[0]?.text ?? ''],
    ...(symbol ? [[say('install.address'), address] as [string, string]] : []),
    [say('install.placement'), placement || say('install.unknown')],
    [
      say('install.position'),
      lat === null || lon === null ? say('install.unknown') : `${lat}, ${lon}`,
    ],
    [
      say(symbol ? 'install.height' : 'install.height.bare'),
      high === null ? say('install.unknown') : `${high} mm`,
    ],
    [say('install.size'), `${width} × ${height} mm`],
    [
      say('install.holes'),
      holes[0]
        ? say('install.holesText', { count: holes.length, diameter: holes[0].diameter })
        : say('install.holesNone'),
    ],
    [say('install.fasteners'), fastenersFor(holes, mount ?? null, language)],
    [say('install.faces'), String(faces)],
    [say('install.ask'), [publisher.text, hotline?.text ?? ''].filter(Boolean).join(' · ')],
  ]
}

function figuresOf(
  { template, fonts, condition }: PlacardKit,
  { names, code, lat, lon }: Recipe,
  { drawing, symbol }: PlacardDrawing,
  near: readonly Neighbour[],
  language: ParcelLanguage,
): SheetFigure[] {
  const say = (key: ParcelWord, values?: Record<string, string | number>) =>
    parcelWords(language, key, values)
  const inks = { fonts, screen: profileOf(condition).screen }
  const map = lat === null || lon === null ? null : sketchMap({ lat, lon }, near)
  const caption = (key: ParcelWord) => ({ alt: say(key), caption: say(key) })
  const name = names[0]?.text ?? ''
  return [
    {
      figure: 'face',
      drawing,
      inks,
      alt: say('install.face.alt', { name }),
      caption: say('install.face'),
    },
    ...(template.holes.length > 0
      ? [{ figure: 'holes', template, ...caption('install.holesDrawing') } as const]
      : []),
    ...(map ? [{ figure: 'map', map, code, ...caption('install.map') } as const] : []),
    ...(symbol ? [{ figure: 'symbol', symbol, ...caption('install.scan') } as const] : []),
  ]
}
