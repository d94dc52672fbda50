import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../src/domain/locale.ts'
import {
  isApproved,
  mayApprove,
  textStandings,
  writersOf,
  type RevisionRow,
  type ReviewRow,
  type TextRows,
} from '../../src/domain/text-state.ts'

const VI = 'vi' as Locale
const LOCALES = ['vi', 'km', 'en', 'zh-Hans'] as Locale[]
const NONE: TextRows = {
  revisions: [],
  publications: [],
  minorEdits: [],
  confirmations: [],
  reviews: [],
  schedules: [],
  removals: [],
}

const some = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 8 })
const number = fc.integer({ min: 1, max: 5 })
const when = fc.constantFrom(null, '2026-11-23T02:00:00.000Z')
/** Rows as the database keeps them for one text: numbers once, at most one in force. */
const rowsOf = (locale: string): fc.Arbitrary<TextRows> =>
  fc.record({
    revisions: fc.uniqueArray(
      fc.record({
        locale: fc.constant(locale),
        number,
        basedOn: fc.option(number),
        origin: fc.constantFrom('hand' as const, 'machine' as const),
      }),
      { selector: (row) => row.number, maxLength: 5 },
    ),
    publications: fc.array(number, { maxLength: 3 }).map((all) =>
      all.map((n, id) => ({
        id,
        locale,
        number: n,
        endedAt: id === all.length - 1 ? null : 'ended',
      })),
    ),
    minorEdits: some(fc.record({ locale: fc.constant(locale), number, takenBackAt: when })),
    confirmations: some(fc.record({ locale: fc.constant(locale), number, sourceNumber: number })),
    reviews: fc
      .array(fc.tuple(number, fc.constantFrom(null, 'approved' as const, 'returned' as const)))
      .map((all) => all.map(([n, decision], id) => ({ id, locale, number: n, decision }))),
    schedules: fc.array(
      fc.record({
        locale: fc.constant(locale),
        number,
        due: fc.constant('2026-12-01'),
        doneAt: fc.constant(null),
        cancelledAt: fc.constant(null),
      }),
      { maxLength: 1 },
    ),
    removals: fc.array(fc.record({ locale: fc.constant(locale), restoredAt: when })),
  })

function together(all: readonly TextRows[]): TextRows {
  const keys = Object.keys(NONE) as (keyof TextRows)[]
  return Object.fromEntries(
    keys.map((key) => [key, all.flatMap((rows): object[] => rows[key])]),
  ) as unknown as TextRows
}

const allRows = fc.tuple(...LOCALES.map(rowsOf))

describe('the state of texts', () => {
  test('is the same in whatever order the rows come', () => {
    fc.assert(
      fc.property(allRows, fc.infiniteStream(fc.nat()), (all, random) => {
        const rows = together(all)
        const shuffled = Object.fromEntries(
          Object.entries(rows).map(([key, list]) => [
            key,
            (list as object[])
              .map((row) => ({ row, at: random.next().value as number }))
              .sort((a, b) => a.at - b.at)
              .map(({ row }) => row),
          ]),
        ) as unknown as TextRows
        expect(textStandings(shuffled, VI, LOCALES)).toEqual(textStandings(rows, VI, LOCALES))
      }),
    )
  })

  test('follows from the rows of its own text and of the source alone', () => {
    fc.assert(
      fc.property(allRows, ([vi, km, ...others]) => {
        const find = (rows: TextRows) =>
          textStandings(rows, VI, LOCALES).find(({ locale }) => locale === 'km')
        expect(find(together([vi!, km!, ...others]))).toEqual(find(together([vi!, km!])))
      }),
    )
  })

  test('counts source revisions that this database never held as changes', () => {
    const rows: TextRows = {
      ...NONE,
      revisions: [
        { locale: 'vi', number: 4, basedOn: null, origin: 'hand' },
        { locale: 'km', number: 1, basedOn: 2, origin: 'hand' },
      ],
      publications: [
        { id: 1, locale: 'vi', number: 4, endedAt: null },
        { id: 2, locale: 'km', number: 1, endedAt: null },
      ],
      minorEdits: [{ locale: 'vi', number: 4, takenBackAt: null }],
    }
    const [, km] = textStandings(rows, VI, LOCALES)
    expect(km?.published).toEqual({
      number: 1,
      answersTo: 2,
      isStale: true,
      isMachineMade: false,
    })
  })
})

describe('four eyes', () => {
  const [lan, minh] = ['lan@example.vn', 'minh@example.vn']
  const saved = (number: number, savedBy: string): RevisionRow & { savedBy: string } => ({
    locale: 'vi',
    number,
    basedOn: null,
    origin: 'hand',
    savedBy,
  })
  const revisions = [saved(1, lan), saved(2, minh), saved(3, lan)]
  const published = (...numbers: number[]) =>
    numbers.map((number, id) => ({ id, locale: 'vi', number, endedAt: null }))

  test('keep whoever wrote any revision since the last publication from approving', () => {
    const wroteBy = (publications: TextRows['publications'], number: number) =>
      writersOf({ revisions, publications }, VI, number)
    expect(wroteBy([], 3)).toEqual([lan, minh])
    expect(wroteBy(published(1), 3)).toEqual([lan, minh])
    expect(wroteBy(published(2), 3)).toEqual([lan])
    expect(wroteBy(published(3), 2), 'an earlier revision again').toEqual([minh])
    expect(mayApprove(true, [lan], minh)).toBe(true)
    expect(mayApprove(true, [lan, minh], minh)).toBe(false)
    expect(mayApprove(true, [lan], 'Lan@Example.vn')).toBe(false)
  })

  test('are asked for only where the installation wants them', () => {
    expect(mayApprove(false, [lan], lan)).toBe(true)
  })

  test('look at the last decision on exactly the revision that is to be published', () => {
    const review = (id: number, number: number, decision: ReviewRow['decision']) => ({
      id,
      locale: 'vi',
      number,
      decision,
    })
    const reviews = [review(1, 1, 'returned'), review(2, 1, 'approved'), review(3, 2, null)]
    expect(isApproved({ reviews }, VI, 1)).toBe(true)
    expect(isApproved({ reviews }, VI, 2)).toBe(false)
    expect(isApproved({ reviews: [...reviews, review(4, 1, 'returned')] }, VI, 1)).toBe(false)
  })
})
