/** How large a code must be to be read from where people stand, and how high its sign should hang. */
import { MODULE_MM_PER_METRE, moduleWidth, QUIET_ZONE, sideInModules } from './placard.ts'

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

/** Each names a sentence of src/messages/size-message.ts. */
export type SizeKey =
  'module' | 'code' | 'fits' | 'none' | 'height' | 'height-good' | 'height-off' | 'steep'

export interface SizeAdvice {
  key: SizeKey
  /** With the digits they are meant to have. */
  values: Record<string, string>
}

/** A template as far as its code goes. `box`: mm, code and light border together. */
export interface SizedTemplate {
  name: string
  box: number
}

/** `distance` and `height` in metres. `templates`: null where nobody knows which there are. */
export function sizeAdvice(
  distance: number,
  height: number | null,
  templates: readonly SizedTemplate[] | null,
): SizeAdvice[] {
  // Along the line of sight: what hangs high is farther away than it stands.
  const sight = height === null ? distance : Math.hypot(distance, height - HELD)
  const least = sight * MODULE_MM_PER_METRE
  const given = { distance: String(Math.round(sight * 100) / 100), module: least.toFixed(2) }
  return [
    { key: 'module', values: given },
    {
      key: 'code',
      values: { box: (least * (sideInModules(VERSION) + 2 * QUIET_ZONE)).toFixed(0) },
    },
    ...(templates ? templateAdvice(least, templates) : []),
    ...heightAdvice(distance, height),
  ]
}

function templateAdvice(least: number, templates: readonly SizedTemplate[]): SizeAdvice[] {
  const sized = templates
    .map(({ name, box }) => ({ name, module: moduleWidth(VERSION, box) }))
    .sort((a, b) => a.module - b.module)
  const fitting = sized.filter(({ module }) => module >= least - ALLOWANCE)
  const metres = (module: number) => (module / MODULE_MM_PER_METRE).toFixed(2)
  if (fitting.length === 0)
    return [{ key: 'none', values: { metres: metres(sized.at(-1)?.module ?? 0) } }]
  return fitting.map(({ name, module }) => ({
    key: 'fits',
    values: { template: name, module: module.toFixed(2), metres: metres(module) },
  }))
}

function heightAdvice(distance: number, height: number | null): SizeAdvice[] {
  if (height === null) return [{ key: 'height', values: {} }]
  const pitch = (Math.atan2(Math.abs(height - HELD), distance) * 180) / Math.PI
  const values = { height: String(height), distance: String(distance), pitch: pitch.toFixed(0) }
  const isGood = height >= HEIGHT[0] && height <= HEIGHT[1]
  return [
    { key: isGood ? 'height-good' : 'height-off', values },
    ...(pitch > PITCH_MOST ? [{ key: 'steep' as const, values }] : []),
  ]
}
