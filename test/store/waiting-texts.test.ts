/** What waits for somebody: in which order, until when, and what waits no longer. */
import { openDatabase, RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { listLastSaved, listOpenReviews } from '../../src/store/editor-day.ts'
import { askReview, decideReview } from '../../src/store/reviews.ts'
import { cancelPublication, publishDue, schedulePublication } from '../../src/store/schedules.ts'
import { findTextHistory } from '../../src/store/text-history.ts'
import { actBy, addEntry, EN, ref, VI, write } from '../web/both/desk-entries.ts'

const [LAN, MINH] = ['lan@example.vn', 'minh@example.vn']
const PATHS = ['places/c', 'places/a', 'places/b']
const entriesIn = (rows: readonly { entry: string }[]) => rows.map(({ entry }) => entry)

describe(`texts that wait, in ${RUNTIME}`, () => {
  let db: Database
  beforeEach(async () => {
    db = await openDatabase()
    for (const path of PATHS) {
      await addEntry(db, path, path)
      await write(db, ref(path, VI, 1), LAN)
    }
  })

  test('for a review: the longest first, whenever they were written down, until it is decided', async () => {
    await askReview(db, ref('places/c', VI, 1), actBy(LAN, 20))
    await askReview(db, ref('places/a', VI, 1), actBy(LAN, 10))
    await askReview(db, ref('places/b', VI, 1), actBy(LAN, 10))
    const waiting = await listOpenReviews(db)
    expect(entriesIn(waiting)).toEqual(['places/a', 'places/b', 'places/c'])
    const [request] = (await findTextHistory(db, waiting[0]!.entry))!.reviews
    await decideReview(db, request!.id, { decision: 'approved', note: '' }, actBy(MINH, 30))
    expect(entriesIn(await listOpenReviews(db))).toEqual(['places/b', 'places/c'])
  })

  test('for a review, with the revisions and publications of this text alone', async () => {
    await write(db, ref('places/a', EN, 1), MINH, { basedOn: 1 })
    await write(db, ref('places/a', VI, 2), LAN, { minute: 1 })
    await askReview(db, ref('places/a', VI, 2), actBy(LAN, 10))
    const [waiting] = await listOpenReviews(db)
    expect(waiting!.revisions.map(({ locale, number }) => `${locale} ${number}`).sort()).toEqual([
      'vi 1',
      'vi 2',
    ])
    expect(waiting!.publications).toEqual([])
  })

  test('for their hour: the earliest first, and on the very second', async () => {
    const due = (minute: number) => new Date(actBy(LAN, minute).at)
    const plan = (path: string, minute: number) =>
      schedulePublication(db, ref(path, VI, 1), due(minute), actBy(LAN))
    await plan('places/c', 20)
    await plan('places/a', 10)
    await plan('places/b', 10)
    expect(await publishDue(db, new Date(due(10).getTime() - 1))).toEqual([])
    expect(entriesIn(await publishDue(db, due(20)))).toEqual(['places/a', 'places/b', 'places/c'])
    expect(await publishDue(db, due(30))).toEqual([])
  })

  test('for their hour no longer when that was cancelled', async () => {
    for (const path of PATHS)
      await schedulePublication(db, ref(path, VI, 1), new Date(actBy(LAN, 5).at), actBy(LAN))
    const [schedule] = (await findTextHistory(db, ref('places/a', VI, 1).entry))!.schedules
    await cancelPublication(db, schedule!.id, actBy(MINH, 1))
    const published = await publishDue(db, new Date(actBy(LAN, 5).at))
    expect(entriesIn(published)).toEqual(['places/c', 'places/b'])
  })

  test('for whoever wrote them: the last saved first, each once, and not those of others', async () => {
    await write(db, ref('places/b', VI, 2), MINH, { minute: 4 })
    await write(db, ref('places/c', VI, 2), LAN, { minute: 5 })
    await write(db, ref('places/a', EN, 1), LAN, { minute: 6, basedOn: 1 })
    const saved = (await listLastSaved(db, LAN, 10)).map(
      ({ entry, locale, number }) => `${entry} ${locale} ${number}`,
    )
    expect(saved).toEqual(['places/a en 1', 'places/c vi 2', 'places/b vi 1', 'places/a vi 1'])
    expect(await listLastSaved(db, LAN, 2)).toMatchObject([
      { entry: 'places/a', locale: EN, at: actBy(LAN, 6).at },
      { entry: 'places/c', at: actBy(LAN, 5).at },
    ])
  })
})
