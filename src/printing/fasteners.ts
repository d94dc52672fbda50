/** What a sign is hung with. */
import type { Mount } from '../domain/sign.ts'
import { parcelWords, type ParcelLanguage } from '../messages/parcel-words.ts'
import type { Template } from '../press/template/template.ts'

/** Metric screws by their thread, in mm; half a millimetre of play lets a panel move with the heat. */
const SCREWS = [3, 3.5, 4, 5, 6, 8, 10]
const PLAY = 0.5
/** A wall plug is drilled for a screw this much thinner, in mm. */
const PLUG = 2

/** A sentence; `mount` null where nobody has said what the sign hangs on. */
export function fastenersFor(
  holes: Template['holes'],
  mount: Mount | null,
  language: ParcelLanguage,
): string {
  const [hole] = holes
  if (!hole) return parcelWords(language, 'install.fasteners.none')
  const size = SCREWS.filter((one) => one <= hole.diameter - PLAY).at(-1) ?? SCREWS[0] ?? 3
  const screws = parcelWords(language, 'install.fasteners.screws', { count: holes.length, size })
  const plug = size + PLUG
  return `${screws}; ${parcelWords(language, `install.fasteners.${mount ?? 'unknown'}`, { plug })}`
}
