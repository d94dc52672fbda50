/** Colours of a page as amounts of ink per plate: what each colour space of PDF puts on which separation. */
import type { PDFDict } from '@cantoo/pdf-lib'
import {
  PDFArray,
  PDFName,
  PDFNumber,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** 0 to 1 by plate: `Cyan`, `Black`, `CutContour`, …; `All` stands for each plate there is. */
export type Inks = ReadonlyMap<string, number>

export interface InkSpace {
  /** Numbers in a colour. */
  parts: number
  /** Names its spot colours only: its colours leave the plates of the four inks as they are when they overprint. */
  isSpot: boolean
  isPattern: boolean
  /** Of an uncoloured pattern. */
  base: InkSpace | null
  initial: readonly number[]
  inksOf(values: readonly number[]): Inks
}

export const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const
export const NO_INKS: Inks = new Map()

const zeros = (count: number) => Array.from({ length: count }, () => 0)

function process(
  initial: readonly number[],
  cmyk: (values: readonly number[]) => number[],
): InkSpace {
  return {
    parts: initial.length,
    isSpot: false,
    isPattern: false,
    base: null,
    initial,
    inksOf: (values) => {
      const inks = cmyk(values)
      return new Map(PROCESS.map((plate, i) => [plate, within(inks[i] ?? 0)]))
    },
  }
}

const within = (value: number) => Math.min(1, Math.max(0, Number.isFinite(value) ? value : 1))

export const CMYK = process([0, 0, 0, 1], (values) => [...values])
export const GREY = process([0], ([light = 0]) => [0, 0, 0, 1 - light])
/** As if no black were made of it; a file with such colours is refused for it anyway (CO-03). */
export const RGB = process([0, 0, 0], (values) => values.map((light) => 1 - light))

const FAMILIES: Record<string, InkSpace> = {
  DeviceCMYK: CMYK,
  CMYK,
  DeviceGray: GREY,
  G: GREY,
  CalGray: GREY,
  DeviceRGB: RGB,
  RGB,
  CalRGB: RGB,
}

/** Of a name as an operator has it or of a colour space object. Null for what nobody can print. */
export function inkSpaceOf(object: PDFObject | undefined, spaces: PDFDict | null): InkSpace | null {
  if (object instanceof PDFName) {
    const name = object.decodeText()
    if (name === 'Pattern') return patternOf(null)
    const named = spaces?.lookup(object)
    if (FAMILIES[name]) return FAMILIES[name]
    return named && named !== object ? inkSpaceOf(named, null) : null
  }
  if (!(object instanceof PDFArray)) return null
  const family = object.lookup(0)
  if (!(family instanceof PDFName)) return null
  switch (family.decodeText()) {
    case 'ICCBased': {
      const profile = object.lookup(1)
      const parts = profile instanceof PDFStream ? profile.dict.lookup(PDFName.of('N')) : null
      const count = parts instanceof PDFNumber ? parts.asNumber() : 0
      return count === 4 ? CMYK : count === 1 ? GREY : count === 3 ? RGB : null
    }
    case 'Separation':
      return spots([object.lookup(1)])
    case 'DeviceN': {
      const names = object.lookup(1)
      return names instanceof PDFArray
        ? spots(names.asArray().map((_, i) => names.lookup(i)))
        : null
    }
    case 'Pattern':
      return patternOf(inkSpaceOf(object.lookup(1), spaces))
    case 'Lab':
      return process([0, 0, 0], ([light = 0]) => [1, 1, 1].map((one) => one - light / 100))
    case 'Indexed':
    case 'I':
      // Every colour of its table counts as full ink: only pictures have them, and those are looked at as pictures.
      return process([0], () => [1, 1, 1, 1])
    default:
      return FAMILIES[family.decodeText()] ?? null
  }
}

function patternOf(base: InkSpace | null): InkSpace {
  return {
    parts: base?.parts ?? 0,
    isSpot: false,
    isPattern: true,
    base,
    initial: [],
    inksOf: (values) => base?.inksOf(values) ?? NO_INKS,
  }
}

function spots(names: readonly (PDFObject | undefined)[]): InkSpace {
  const plates = names.map((one) => (one instanceof PDFName ? one.decodeText() : '?'))
  return {
    parts: plates.length,
    isSpot: !plates.some((plate) => (PROCESS as readonly string[]).includes(plate)),
    isPattern: false,
    base: null,
    initial: plates.map(() => 1),
    inksOf: (values) =>
      new Map(
        plates.flatMap((plate, i) => (plate === 'None' ? [] : [[plate, within(values[i] ?? 0)]])),
      ),
  }
}

/**
 * Up to three plates as the red, green and blue of one picture: 0 is full ink. `REST` is every plate that has no
 * channel in any of a page's pictures.
 */
export type Channels = readonly (string | null)[]
export const REST = '*'

/** Light per channel, 0 to 1. `known`: plates with a channel somewhere. */
export function lightFor(inks: Inks, channels: Channels, known: ReadonlySet<string>): number[] {
  return channels.map((plate) => {
    if (plate === null) return 1
    if (plate !== REST) return 1 - (inks.get(plate) ?? inks.get('All') ?? 0)
    let most = 0
    for (const [name, ink] of inks)
      if (!known.has(name) && name !== 'All') most = Math.max(most, ink)
    return 1 - most
  })
}

/**
 * A colour space that paints what `space` puts on the channels' plates: for pictures and shadings, whose colours
 * cannot be reckoned one by one. Null where `space` has none.
 */
export function channelSpace(
  context: PDFContext,
  space: PDFObject | undefined,
  spaces: PDFDict | null,
  channels: Channels,
  known: ReadonlySet<string>,
): PDFObject | null {
  const object = space instanceof PDFName ? (spaces?.lookup(space) ?? space) : space
  if (object instanceof PDFArray && /^\/(?:Indexed|I)$/.test(object.lookup(0)?.toString() ?? '')) {
    const base = channelSpace(context, object.lookup(1), spaces, channels, known)
    return base && context.obj(['Indexed', base, object.get(2), object.get(3)])
  }
  const inks = inkSpaceOf(object, spaces)
  if (!inks || inks.isPattern || inks.parts === 0) return null
  const { parts } = inks
  const none = lightFor(inks.inksOf(paper(inks)), channels, known)
  const full = zeros(parts).map((_, i) => {
    const values = paper(inks)
    values[i] = 1 - (values[i] ?? 0)
    return lightFor(inks.inksOf(values), channels, known)
  })
  // Each channel depends on one number of the colour at most: 1 - x, x, or always light.
  const code = channels.map((_, channel) => {
    const of = full.findIndex((light) => light[channel] !== none[channel])
    if (of === -1) return '1'
    const taken = `${parts - 1 - of + channel} index`
    return paper(inks)[of] === 0 ? `${taken} 1 exch sub` : taken
  })
  const gone = ' pop'.repeat(parts)
  const program = `{ ${code.join(' ')} ${parts + 3} 3 roll${gone} }`
  const range = (count: number) => Array.from({ length: count }, () => [0, 1]).flat()
  const tint = context.stream(program, { FunctionType: 4, Domain: range(parts), Range: range(3) })
  const names = zeros(parts).map((_, i) => PDFName.of(`Part${i}`))
  return context.obj(['DeviceN', names, 'DeviceRGB', context.register(tint)])
}

/** The colour without ink. */
function paper(space: InkSpace): number[] {
  const white = zeros(space.parts)
  return [...space.inksOf(white).values()].some((ink) => ink > 0) ? white.map(() => 1) : white
}
