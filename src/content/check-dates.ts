/** Dates that cannot be: in the future, the wrong way round, or longer than a life. */
import { firstDay, isBefore, yearsBetween } from '../domain/date.ts'
import { lunarDaysBetween } from '../domain/lunar.ts'
import { factsOf, type EntryCheck } from './checking.ts'
import type { Path } from './yaml-file.ts'

/** Years. Nobody is known to have lived to 130; an older figure is more often a slip of the hand. */
const OLDEST = 130

/** Days from first to last. Some go on over New Year, so that the end has the smaller month; none lasts two months. */
const FESTIVAL_LONGEST = 60

/** Dates known to the month or year count from their first day. */
export const checkDates: EntryCheck = ({ yaml, file }, { today, report }) => {
  const { facts, lineOf } = yaml
  const past: [Path, string | undefined][] = [
    [['born', 'date'], facts.born?.date],
    [['died', 'date'], facts.died?.date],
    [['review', 'on'], facts.review.state === 'approved' ? facts.review.on : undefined],
    ...(facts.namings ?? []).map(({ date }, i) => [['namings', i, 'date'], date] as [Path, string]),
    ...facts.sources.flatMap(({ date, accessed }, i): [Path, string | undefined][] => [
      [['sources', i, 'date'], date],
      [['sources', i, 'accessed'], accessed],
    ]),
  ]
  for (const [path, date] of past)
    if (date !== undefined && firstDay(date) > today)
      report('date.future', file, lineOf(path), { key: String(path.at(-1)), date, today })

  const spans = [
    ...facts.names.map((name, i) => ({ ...name, path: ['names', i] })),
    ...(facts.adminUnits ?? []).map((unit, i) => ({ ...unit, path: ['adminUnits', i] })),
  ]
  for (const { from, to, path } of spans)
    if (from !== undefined && to !== undefined && isBefore(to, from))
      report('date.reversed', file, lineOf(path), { from, to })
  facts.festivals?.forEach(({ from, to }, i) => {
    if (to !== undefined && lunarDaysBetween(from, to) > FESTIVAL_LONGEST)
      report('date.reversed', file, lineOf(['festivals', i]), { from, to })
  })
}

/** An age is reckoned to the day of death, or to today for the living; for others nothing is known to reckon with. */
export const checkLife: EntryCheck = ({ yaml, file }, { today, report }) => {
  const { facts, lineOf } = yaml
  const { born, died } = facts
  if (facts.livingPerson && died)
    report('figure.living-and-dead', file, lineOf(['died']), { died: died.date })
  if (!born) return
  if (died && isBefore(died.date, born.date))
    report('figure.death-before-birth', file, lineOf(['died', 'date']), {
      born: born.date,
      died: died.date,
    })
  const end = died?.date ?? (facts.livingPerson ? today : null)
  const years = end === null ? 0 : yearsBetween(born.date, end)
  if (years > OLDEST) report('figure.age', file, lineOf(['born', 'date']), { years, most: OLDEST })
}

/**
 * A street is named after the dead: a naming before death, and still more before birth, is doubtful. Only where the
 * figure's facts are known.
 */
export const checkNamingDates: EntryCheck = ({ yaml, file }, checking) => {
  const { facts, lineOf } = yaml
  for (const path of facts.namedAfter ?? []) {
    const figure = factsOf(checking, path)
    facts.namings?.forEach(({ date, act }, i) => {
      if (act !== 'named' && act !== 'renamed') return
      const line = lineOf(['namings', i, 'date'])
      if (figure?.born && isBefore(date, figure.born.date))
        checking.report('naming.before-birth', file, line, {
          date,
          figure: path,
          born: figure.born.date,
        })
      else if (figure?.died && isBefore(date, figure.died.date))
        checking.report('naming.while-living', file, line, {
          date,
          figure: path,
          died: figure.died.date,
        })
    })
  }
}
