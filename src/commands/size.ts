import { MODULE_MM_PER_METRE, moduleWidth, QUIET_ZONE, sideInModules } from '../domain/placard.ts'
import { sizeMessage, type SizeKey, type SizeLanguage } from '../messages/size-message.ts'
import { templateName, type Template } from '../signs/template.ts'
import type { Command } from './command.ts'
import { listTemplates } from './templates.ts'

/** Our addresses make symbols of this version. */
const VERSION = 3
/** m: the middle of the code, for people standing, in wheelchairs, and children. */
const HEIGHT: readonly [number, number] = [1.2, 1.4]
/** m: where a telephone is held, standing. */
const HELD = 1.3
/** Degrees that every decoder still bears. */
const PITCH_MOST = 40
/** mm a module may be short of what the distance asks for: what boxes are measured to. */
const ALLOWANCE = 0.01

export const sizeCommand: Command = {
  usage: '--distance METRES [--height METRES] [--lang vi|en]',
  does: 'Says how large a code must be to be read from a distance, which templates are large enough, and how high to hang it. Status 1 when none is.',
  options: {
    distance: { type: 'string' },
    height: { type: 'string' },
    lang: { type: 'string', default: 'vi' },
  },
  words: [0, 0],
  async run({ settings, options, out, calledWrongly }) {
    const { lang } = options
    const distance = Number(options['distance'])
    const height = options['height'] === undefined ? null : Number(options['height'])
    if (lang !== 'vi' && lang !== 'en') return calledWrongly('--lang is vi or en')
    if (!(distance > 0 && distance <= 50))
      return calledWrongly('--distance is a number of metres, at most 50')
    if (height !== null && !(height > 0 && height <= 10))
      return calledWrongly('--height is a number of metres, at most 10')
    const advice = sizeAdvice(distance, height, await listTemplates(settings.content))
    for (const { key, values } of advice) out(sizeMessage(lang satisfies SizeLanguage, key, values))
    return advice.some(({ key }) => key === 'none' || key === 'steep') ? 1 : 0
  },
}

interface Advice {
  key: SizeKey
  values: Record<string, string>
}

/** `distance` and `height` in metres. */
export function sizeAdvice(
  distance: number,
  height: number | null,
  templates: readonly Template[],
): Advice[] {
  // Along the line of sight: what hangs high is farther away than it stands.
  const sight = height === null ? distance : Math.hypot(distance, height - HELD)
  const least = sight * MODULE_MM_PER_METRE
  const sized = templates
    .flatMap((template) =>
      template.symbol ? [{ template, module: moduleWidth(VERSION, template.symbol.box) }] : [],
    )
    .sort((a, b) => a.module - b.module)
  const fitting = sized.filter(({ module }) => module >= least - ALLOWANCE)
  const farthest = Math.max(0, ...sized.map(({ module }) => module / MODULE_MM_PER_METRE))
  const given = { distance: String(Math.round(sight * 100) / 100), module: least.toFixed(2) }
  return [
    { key: 'module', values: given },
    {
      key: 'code',
      values: { box: (least * (sideInModules(VERSION) + 2 * QUIET_ZONE)).toFixed(0) },
    },
    ...fitting.map(({ template, module }) => ({
      key: 'fits' as const,
      values: {
        template: templateName(template),
        module: module.toFixed(2),
        metres: (module / MODULE_MM_PER_METRE).toFixed(2),
      },
    })),
    ...(fitting.length === 0
      ? [{ key: 'none' as const, values: { metres: farthest.toFixed(2) } }]
      : []),
    ...heightAdvice(distance, height),
  ]
}

function heightAdvice(distance: number, height: number | null): Advice[] {
  if (height === null) return [{ key: 'height', values: {} }]
  const pitch = (Math.atan2(Math.abs(height - HELD), distance) * 180) / Math.PI
  const values = { height: String(height), distance: String(distance), pitch: pitch.toFixed(0) }
  const isGood = height >= HEIGHT[0] && height <= HEIGHT[1]
  return [
    { key: isGood ? 'height-good' : 'height-off', values },
    ...(pitch > PITCH_MOST ? [{ key: 'steep' as const, values }] : []),
  ]
}
