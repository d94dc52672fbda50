import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '../../../src/domain/locale.ts'
import { inOrder, listedEntry } from '../../../src/domain/entry-list.ts'

import { casesIn, REVIEW_FILTERS, reviewCases } from '../../../src/domain/review-queue.ts'
import { listEntryStates } from '../../../src/store/entry-states.ts'
import { listFactsToReview } from '../../../src/store/review-room.ts'
import { listSettlements, settlePoints } from '../../../src/store/settlements.ts'
import { removeText } from '../../../src/store/texts.ts'
import { actBy, addEntry, EN, ref } from './desk-entries.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'

const VI = 'vi' as Locale
const LOCALES = ['vi', 'zh-Hans', 'en'] as Locale[]

describe(`the queue of review, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let reviewer: Browser
  let email: string
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    const signedIn = await desk.as('reviewer')
    reviewer = signedIn.browser
    email = signedIn.editor.email
  })

  /** Every case, read whole and judged one by one. */
  async function cases() {
    const entries = (await listEntryStates(desk.db)).map((one) => listedEntry(one, VI, LOCALES))
    const waiting = await listFactsToReview(desk.db, VI)
    const byId = new Map(waiting.map((one) => [one.id, one]))
    const settlements = await listSettlements(desk.db)
    const options = { email, fourEyes: true, locales: LOCALES }
    return reviewCases(inOrder(entries, VI), byId, settlements, options)
  }
  const countsShown = async () => {
    const { text } = await reviewer.get('/admin/review')
    return [...text.matchAll(/<span class="number">(\d+)<\/span>/g)].map(([, count]) =>
      Number(count),
    )
  }
  const rowsOf = (text: string) =>
    [...text.matchAll(/<th scope="row"><a href="\/admin\/review\/([^"?]+)/g)].map(
      ([, path]) => path,
    )

  async function expectSame(): Promise<void> {
    const all = await cases()
    expect(await countsShown()).toEqual(REVIEW_FILTERS.map((one) => casesIn(all, one).length))
    for (const filter of REVIEW_FILTERS) {
      const { text } = await reviewer.get(`/admin/review?filter=${filter}`)
      const paths = casesIn(all, filter).map(({ entry }) => entry.id)
      expect(rowsOf(text).toSorted(), filter).toEqual(paths.toSorted())
    }
  }

  test('counts in the database what reading every entry counts, whatever is settled, removed or written', async () => {
    await expectSame()
    const [first, second] = casesIn(await cases(), 'general')
    if (!first || !second) throw new Error('two entries rest on general knowledge')
    const settle = (entry: typeof first, points: typeof first.open) =>
      settlePoints(
        desk.db,
        points.map(({ words }) => ({
          entry: entry.entry.id,
          point: words,
          document: 'Địa chí',
          place: '',
          by: 'Hà',
          on: '2026-11-01',
        })),
        actBy('ha@example.vn'),
      )
    // One point of the first, all of the second.
    await settle(first, first.open.slice(0, 1))
    await settle(second, second.open)
    await expectSame()
    await removeText(desk.db, ref('figures/le-loi', EN, 1), actBy('ha@example.vn'))
    await addEntry(desk.db, 'places/cua-toi', 'Của tôi', {
      toVerify: [{ what: 'Vị trí' }],
    })
    await desk.db.run({
      text: `UPDATE facts SET saved_by = ? WHERE entry_id = 'places/cua-toi'`,
      values: [email],
    })
    await expectSame()
    expect(casesIn(await cases(), 'missing').length).toBeGreaterThan(0)
  })

  test('is shown a page at a time, by the addresses of its entries, and each leads to the next', async () => {
    for (let i = 10; i < 70; i++) await addEntry(desk.db, `places/a-${i}`, `Chợ ${i}`, {})
    const first = rowsOf((await reviewer.get('/admin/review')).text)
    const second = rowsOf((await reviewer.get('/admin/review?page=2')).text)
    expect(first).toHaveLength(50)
    const slugs = [...first, ...second].map((path) => path?.split('/')[1] ?? '')
    expect(slugs).toEqual(slugs.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
    expect(rowsOf((await reviewer.get('/admin/review?page=99')).text)).toEqual(
      second.length > 0 ? second : first,
    )
    // From the last of one page on to the first of the next.
    const { text } = await reviewer.get(`/admin/review/${first[49]}`)
    expect(text).toContain(`href="/admin/review/${second[0]}" data-key="j"`)
    expect(text).toContain(`href="/admin/review/${first[48]}" data-key="k"`)
    expect(text).toContain('mục 50 trong')
  })
})
