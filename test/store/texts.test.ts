import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { OvertakenError, StaleRevisionError } from '../../src/domain/errors.ts'
import { listAudit, listAuditOf } from '../../src/store/audit-log.ts'
import { sql } from '../../src/store/database.ts'
import { findRevision } from '../../src/store/revisions.ts'
import { addNote, listNotes, listOpenNotes, settleNote } from '../../src/store/notes.ts'
import { askReview, decideReview } from '../../src/store/reviews.ts'
import { cancelPublication, publishDue, schedulePublication } from '../../src/store/schedules.ts'
import { markMinor, takeBackMinor } from '../../src/store/still-right.ts'
import { listRemovedTexts, removeText, restoreText, unpublishText } from '../../src/store/texts.ts'
import { findTextHistory } from '../../src/store/text-history.ts'
import { listEntryStates } from '../../src/store/entry-states.ts'
import type { EntryPath } from '../../src/domain/entry.ts'
import { ENTRY, KM, LAN, MINH, openDesk, VI, type Desk } from './desk.ts'

const VI_TEXT = { entry: ENTRY, locale: VI }
const whats = (lines: { what: string }[]) => lines.map(({ what }) => what).reverse()

describe(`an editor at the desk, on ${RUNTIME}`, () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk()
  })

  test('saves the next revision; whoever saves the same number is told, and leaves no trace', async () => {
    const { db, save, revision } = desk
    await save(VI, 1)
    await save(VI, 2, { title: 'Của Lan' })
    const lost = await save(VI, 2, { title: 'Của Minh' }, MINH).catch((error: unknown) => error)
    expect(lost).toBeInstanceOf(StaleRevisionError)
    expect((lost as StaleRevisionError).number).toBe(2)
    expect(await findRevision(db, revision(VI, 2))).toMatchObject({
      title: 'Của Lan',
      savedBy: LAN,
      origin: 'hand',
    })
    expect(whats(await listAudit(db))).toEqual(['text.saved', 'text.saved'])
  })

  test('publishes one text and touches no other', async () => {
    const { db, save, publish, history, act, revision } = desk
    await save(VI, 1)
    await save(KM, 1)
    await publish(VI, 1)
    await publish(KM, 1)
    await askReview(db, revision(KM, 1), act())
    await save(VI, 2)
    await askReview(db, revision(VI, 2), act())
    await publish(VI, 2, MINH)
    const { publications, reviews } = await history()
    expect(publications).toMatchObject([
      { locale: 'vi', number: 1, endedBy: MINH },
      { locale: 'km', number: 1, endedBy: null },
      { locale: 'vi', number: 2, publishedBy: MINH, endedBy: null },
    ])
    expect(reviews).toMatchObject([
      { locale: 'km', decision: null },
      { locale: 'vi', decision: 'superseded', decidedBy: MINH },
    ])
  })

  test('who decides a review second is told, and the first decision stands', async () => {
    const { db, save, act, revision, history } = desk
    await save(VI, 1)
    await askReview(db, revision(VI, 1), act())
    const { id } = (await history()).reviews[0]!
    await decideReview(db, id, { decision: 'returned', note: 'Thiếu nguồn.' }, act(MINH))
    await expect(
      decideReview(db, id, { decision: 'approved', note: '' }, act('hoa@example.vn')),
    ).rejects.toBeInstanceOf(OvertakenError)
    expect((await history()).reviews).toMatchObject([
      { decision: 'returned', decidedBy: MINH, note: 'Thiếu nguồn.' },
    ])
    expect(whats(await listAudit(db))).toEqual(['text.saved', 'review.asked', 'review.returned'])
  })

  test('asks about one revision at a time; the later one takes the place of the earlier', async () => {
    const { db, save, act, revision, history } = desk
    await save(VI, 1)
    await save(VI, 2)
    await askReview(db, revision(VI, 1), act())
    await askReview(db, revision(VI, 2), act())
    expect((await history()).reviews.map(({ decision }) => decision)).toEqual(['superseded', null])
    for (const number of [1, 2])
      await expect(askReview(db, revision(VI, number), act())).rejects.toBeInstanceOf(
        OvertakenError,
      )
  })

  test('leaves a note at a paragraph, which is settled once', async () => {
    const { db, save, act, revision } = desk
    await save(VI, 1)
    await save(VI, 2)
    await addNote(db, revision(VI, 1), { paragraph: 0, text: 'Năm nào?' }, act(MINH))
    await addNote(db, revision(VI, 2), { paragraph: 0, text: 'Ai viết?' }, act(MINH))
    const [first] = await listNotes(db, VI_TEXT)
    expect(await listOpenNotes(db)).toEqual([{ ...VI_TEXT, count: 2 }])
    await settleNote(db, first!.id, '1909', act(LAN))
    await expect(settleNote(db, first!.id, '', act(MINH))).rejects.toBeInstanceOf(OvertakenError)
    const { body } = (await findRevision(db, revision(VI, 1)))!
    expect(await listNotes(db, VI_TEXT)).toMatchObject([
      ...[
        {
          number: 1,
          paragraph: 0,
          text: 'Năm nào?',
          by: MINH,
          settledBy: LAN,
          answer: '1909',
          body,
        },
      ],
      { number: 2, text: 'Ai viết?', settledBy: null, answer: '' },
    ])
    expect(await listOpenNotes(db)).toEqual([{ ...VI_TEXT, count: 1 }])
    const [line] = (await listAudit(db)).filter(({ what }) => what === 'note.settled')
    expect(line?.details).toMatchObject({ text: 'Năm nào?', note: '1909' })
  })

  test('does nothing, and says nothing in the log, where nothing is in force', async () => {
    const { db, save, act, revision } = desk
    await save(VI, 1)
    await unpublishText(db, revision(VI, 1), act())
    await restoreText(db, revision(VI, 1), act())
    await takeBackMinor(db, revision(VI, 1), act())
    await decideReview(db, 999, { decision: 'approved', note: '' }, act())
    expect(whats(await listAudit(db))).toEqual(['text.saved'])
  })

  test('cannot act on a revision that does not exist', async () => {
    const { db, act, publish, revision } = desk
    await expect(publish(VI, 7)).rejects.toThrow(/FOREIGN KEY/)
    await expect(markMinor(db, revision(VI, 7), act())).rejects.toThrow(/FOREIGN KEY/)
    await expect(askReview(db, revision(VI, 7), act())).rejects.toThrow(/FOREIGN KEY/)
    expect(await listAudit(db)).toEqual([])
  })

  test('sees what was removed by its name, until it is restored', async () => {
    const { db, save, act, revision } = desk
    await save(KM, 1)
    await removeText(db, revision(KM, 1), act())
    expect([...(await listRemovedTexts(db))]).toEqual(['streets/vi-du/km'])
    await restoreText(db, revision(KM, 1), act())
    expect((await listRemovedTexts(db)).size).toBe(0)
  })

  test('finds each entry in the list with its name, units, review and what it lacks', async () => {
    expect(await listEntryStates(desk.db)).toMatchObject([
      {
        id: ENTRY,
        kind: 'street',
        slug: 'vi-du',
        withheld: false,
        units: [{ code: '05986' }],
        names: [{ text: 'Đường Ví Dụ' }],
        review: { state: 'pending' },
        hasSource: false,
        hasImage: false,
      },
    ])
    expect(await findTextHistory(desk.db, 'streets/none' as EntryPath)).toBeNull()
  })
})

describe(`a publication that waits for its time, on ${RUNTIME}`, () => {
  let desk: Desk
  const noon = new Date('2026-12-22T05:00:00Z')
  beforeEach(async () => {
    desk = await openDesk()
    await desk.save(VI, 1)
    await schedulePublication(desk.db, desk.revision(VI, 1), noon, desk.act(MINH))
  })
  const schedule = async () => (await desk.history()).schedules[0]!

  test('happens when it is due, once, in the name of whoever scheduled it', async () => {
    const { db, states, standings, history, revision } = desk
    expect((await states())['vi']).toBe('scheduled')
    expect((await standings())['vi']?.scheduled).toEqual({ number: 1, due: noon.toISOString() })
    expect(await publishDue(db, new Date(noon.getTime() - 1))).toEqual([])
    expect(await publishDue(db, noon)).toEqual([revision(VI, 1)])
    expect(await publishDue(db, noon)).toEqual([])
    expect((await states())['vi']).toBe('published')
    expect((await history()).publications).toMatchObject([
      { publishedBy: MINH, publishedAt: noon.toISOString() },
    ])
  })

  test('happens once, when two processes look at the same moment', async () => {
    const { db, history } = desk
    const both = await Promise.all([publishDue(db, noon), publishDue(db, noon)])
    expect(both.flat().length).toBe(1)
    expect((await history()).publications.length).toBe(1)
  })

  test('can be cancelled before, and not after', async () => {
    const { db, act } = desk
    await cancelPublication(db, (await schedule()).id, act(LAN))
    expect(await publishDue(db, noon)).toEqual([])
    expect((await desk.states())['vi']).toBe('draft')
    await expect(cancelPublication(db, (await schedule()).id, act())).rejects.toBeInstanceOf(
      OvertakenError,
    )
  })

  test('is one per text', async () => {
    const again = schedulePublication(desk.db, desk.revision(VI, 1), noon, desk.act())
    await expect(again).rejects.toBeInstanceOf(OvertakenError)
  })

  test('does not put an older revision in the place of one published meanwhile', async () => {
    await desk.save(VI, 2)
    await desk.publish(VI, 2)
    expect(await schedule()).toMatchObject({ doneAt: null, cancelledBy: LAN })
    expect(await publishDue(desk.db, noon)).toEqual([])
    expect((await desk.standings())['vi']?.published?.number).toBe(2)
  })

  test('is cancelled with the removal of its text', async () => {
    await removeText(desk.db, desk.revision(VI, 1), desk.act())
    expect(await publishDue(desk.db, noon)).toEqual([])
    expect((await desk.states())['vi']).toBe('removed')
  })
})

describe(`the audit log, on ${RUNTIME}`, () => {
  test('has a line for every act, with who, when and about what', async () => {
    const desk = await openDesk()
    await desk.save(VI, 1)
    await desk.save(KM, 1, { basedOn: 1 }, MINH)
    await desk.publish(KM, 1)
    const lines = await listAudit(desk.db)
    expect(lines).toMatchObject([
      { by: LAN, what: 'text.published', subject: 'streets/vi-du/km', details: { number: 1 } },
      { by: MINH, what: 'text.saved', subject: 'streets/vi-du/km', details: { basedOn: 1 } },
      { by: LAN, what: 'text.saved', subject: 'streets/vi-du/vi' },
    ])
    expect((await listAuditOf(desk.db, 'streets/vi-du/km')).length).toBe(2)
    const [first] = await listAudit(desk.db, { limit: 1 })
    const rest = await listAudit(desk.db, { before: first!.id, limit: 5 })
    expect([first!, ...rest]).toEqual(lines)
  })

  test('cannot be changed or shortened', async () => {
    const { db, save } = await openDesk()
    await save(VI, 1)
    const before = await listAudit(db)
    await expect(db.run(sql`UPDATE audit SET by = ${'x'}`)).rejects.toThrow('never changed')
    await expect(db.run(sql`DELETE FROM audit`)).rejects.toThrow('never shortened')
    await expect(
      db.run(sql`INSERT OR REPLACE INTO audit (id, at, by, what, subject, details)
        VALUES (${before[0]!.id}, ${''}, ${''}, ${''}, ${''}, ${'{}'})`),
    ).rejects.toThrow('never changed')
    expect(await listAudit(db)).toEqual(before)
  })
})
