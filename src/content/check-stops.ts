/**
 * The stops of a walk: places that exist, each once, that visitors may be sent to. A figure and another walk are no
 * places.
 */
import type { EntryCheck } from './checking.ts'

export const checkStops: EntryCheck = ({ yaml, file }, { entries, report }) => {
  const { stops = [] } = yaml.facts
  stops.forEach(({ entry: path }, i) => {
    const line = yaml.lineOf(['stops', i, 'entry'])
    const stop = entries.get(path)
    if (!stop) return report('link.unknown-entry', file, line, { link: path })
    if (stop.kind === 'figure' || stop.kind === 'walk')
      report('walk.stop-no-place', file, line, { entry: path })
    if (stops.findIndex((other) => other.entry === path) < i)
      report('walk.stop-twice', file, line, { entry: path })
    if (stop.yaml?.facts.withheld) report('walk.stop-withheld', file, line, { entry: path })
  })
}
