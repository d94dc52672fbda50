import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { findEditionNumber } from '../../src/store/site-settings.ts'
import { confirmStillRight, markMinor, takeBackMinor } from '../../src/store/still-right.ts'
import { removeText, restoreText, unpublishText } from '../../src/store/texts.ts'
import { askReview, decideReview } from '../../src/store/reviews.ts'
import { OvertakenError } from '../../src/domain/errors.ts'
import { EN, ENTRY, KM, LAN, MINH, openDesk, VI, type Desk } from './desk.ts'

describe(`the state of a text, on ${RUNTIME}`, () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk()
  })
  /** The source and a Khmer translation of it, both public. */
  const begin = async () => {
    await desk.save(VI, 1)
    await desk.publish(VI, 1)
    await desk.save(KM, 1, { basedOn: 1 })
    await desk.publish(KM, 1)
  }
  const sourceMovesOn = async (number: number) => {
    await desk.save(VI, number)
    await desk.publish(VI, number)
  }

  test('goes from missing to draft, in review, approved and published', async () => {
    const { db, act, save, states, history } = desk
    const seen: (string | undefined)[] = []
    const look = async () => seen.push((await states())['vi'])
    await look()
    await save(VI, 1)
    await look()
    await askReview(db, desk.revision(VI, 1), act())
    await look()
    const [request] = (await history()).reviews
    await decideReview(db, request!.id, { decision: 'approved', note: '' }, act(MINH))
    await look()
    await desk.publish(VI, 1)
    await look()
    await save(VI, 2)
    await look()
    expect(seen).toEqual(['missing', 'draft', 'in-review', 'approved', 'published', 'draft'])
    expect((await desk.standings())['vi']?.published?.number).toBe(1)
  })

  test('of other languages stays as it is when a locale is added', async () => {
    await begin()
    const before = await desk.states()
    await desk.save(EN, 1, { basedOn: 1 })
    await desk.publish(EN, 1)
    expect(await desk.states()).toEqual({ ...before, en: 'published' })
  })

  test('is not stale because a draft of the source was saved', async () => {
    await begin()
    await desk.save(VI, 2)
    expect((await desk.states())['km']).toBe('published')
    await desk.publish(VI, 2)
    expect((await desk.states())['km']).toBe('published, stale')
  })

  test('stops being stale when it is published again, made from the newer source; also the second time', async () => {
    await begin()
    for (const number of [2, 3]) {
      await sourceMovesOn(number)
      expect((await desk.states())['km']).toBe('published, stale')
      await desk.save(KM, number, { basedOn: number })
      expect((await desk.standings())['km']).toMatchObject({
        state: 'draft',
        latest: { isStale: false },
        published: { isStale: true },
      })
      await desk.publish(KM, number)
      expect((await desk.states())['km']).toBe('published')
    }
  })

  test('stays stale when it is published again, made from the older source', async () => {
    await begin()
    await sourceMovesOn(2)
    await desk.publish(KM, 1)
    expect((await desk.states())['km']).toBe('published, stale')
    await desk.save(KM, 2, { basedOn: 1 })
    await desk.publish(KM, 2)
    expect((await desk.states())['km']).toBe('published, stale')
  })

  test('stops being machine-made with the first revision by hand', async () => {
    await desk.save(EN, 1, { origin: 'machine' })
    expect((await desk.standings())['en']?.latest?.isMachineMade).toBe(true)
    await desk.publish(EN, 1)
    await desk.save(EN, 2)
    expect((await desk.standings())['en']).toMatchObject({
      latest: { isMachineMade: false },
      published: { isMachineMade: true },
    })
  })

  test('is not stale after a minor edit of the source, which says who and when and can be taken back', async () => {
    const { db, act, revision, states, history } = desk
    await begin()
    await sourceMovesOn(2)
    const marked = act(MINH)
    await markMinor(db, revision(VI, 2), marked)
    expect((await states())['km']).toBe('published')
    expect((await history()).minorEdits).toMatchObject([
      { markedBy: MINH, markedAt: marked.at, takenBackBy: null },
    ])
    await takeBackMinor(db, revision(VI, 2), act(LAN))
    expect((await states())['km']).toBe('published, stale')
    expect((await history()).minorEdits).toMatchObject([{ markedBy: MINH, takenBackBy: LAN }])
    await markMinor(db, revision(VI, 2), act())
    expect((await states())['km']).toBe('published')
    await sourceMovesOn(3)
    expect((await states())['km']).toBe('published, stale')
  })

  test('is not stale once somebody signed that it is still right, until the source changes again', async () => {
    const { db, act, revision, states } = desk
    await begin()
    await sourceMovesOn(2)
    await confirmStillRight(db, revision(KM, 1), 2, act(MINH))
    expect((await states())['km']).toBe('published')
    expect((await desk.history()).confirmations).toMatchObject([{ by: MINH, sourceNumber: 2 }])
    await sourceMovesOn(3)
    expect((await states())['km']).toBe('published, stale')
    await confirmStillRight(db, revision(KM, 1), 3, act(MINH))
    expect((await states())['km']).toBe('published')
  })

  test('is removed with its text, and comes back as a draft with every revision', async () => {
    const { db, act, states, history } = desk
    await begin()
    await removeText(db, { entry: ENTRY, locale: KM }, act(MINH))
    expect(await states()).toMatchObject({ vi: 'published', km: 'removed' })
    await expect(desk.publish(KM, 1)).rejects.toBeInstanceOf(OvertakenError)
    await expect(removeText(db, { entry: ENTRY, locale: KM }, act(LAN))).rejects.toBeInstanceOf(
      OvertakenError,
    )
    await restoreText(db, { entry: ENTRY, locale: KM }, act(LAN))
    expect((await states())['km']).toBe('draft')
    expect((await history()).removals).toMatchObject([{ removedBy: MINH, restoredBy: LAN }])
    await desk.publish(KM, 1)
    expect((await states())['km']).toBe('published')
  })

  test('is a draft again when it is taken off the page', async () => {
    await begin()
    await unpublishText(desk.db, { entry: ENTRY, locale: VI }, desk.act())
    expect(await desk.states()).toMatchObject({ vi: 'draft', km: 'published' })
  })

  test('raises the edition whenever what a page says may have changed', async () => {
    const { db, act, revision } = desk
    await begin()
    const raises = async (work: () => Promise<void>) => {
      const before = await findEditionNumber(db)
      await work()
      return (await findEditionNumber(db)) > before
    }
    await sourceMovesOn(2)
    expect(await raises(() => desk.save(VI, 3))).toBe(false)
    expect(await raises(() => askReview(db, revision(VI, 3), act()))).toBe(false)
    expect(await raises(() => markMinor(db, revision(VI, 2), act()))).toBe(true)
    expect(await raises(() => takeBackMinor(db, revision(VI, 2), act()))).toBe(true)
    expect(await raises(() => confirmStillRight(db, revision(KM, 1), 2, act()))).toBe(true)
    expect(await raises(() => removeText(db, revision(KM, 1), act()))).toBe(true)
    expect(await raises(() => restoreText(db, revision(KM, 1), act()))).toBe(true)
  })
})
