import { openDatabase, RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ShortCode } from '../../src/domain/short-code.ts'
import type { Sign } from '../../src/domain/sign.ts'
import type { Database } from '../../src/store/database.ts'
import { listOpenSigns } from '../../src/store/public-entries.ts'
import {
  addSignEvents,
  findHistories,
  listCodesOf,
  listIssued,
  listSignEvents,
  listSigns,
  saveSigns,
} from '../../src/store/signs.ts'
import { unpublishText } from '../../src/store/texts.ts'
import { actBy, addEntry, ref, VI } from '../web/both/desk-entries.ts'
import { addPublic, eventOf, signOf } from './rows.ts'

const codesIn = (rows: readonly { code: string }[]) => rows.map(({ code }) => code)

describe(`the register in ${RUNTIME}`, () => {
  let db: Database
  beforeEach(async () => {
    db = await openDatabase()
    await addPublic(db, 'places/b')
    await addPublic(db, 'places/a')
  })

  test('gives signs in the order of issue, whatever their codes and entries', async () => {
    await db.run(
      saveSigns([
        signOf('9XTHQD', 'places/b'),
        signOf('9XTHQA', 'places/a'),
        signOf('9XTHQC', 'places/b'),
        signOf('9XTHQB', 'places/a'),
      ]),
    )
    const issued = ['9XTHQD', '9XTHQA', '9XTHQC', '9XTHQB']
    expect(codesIn(await listSigns(db))).toEqual(issued)
    expect(codesIn(await listOpenSigns(db))).toEqual(issued)
    expect(await listCodesOf(db, ['places/b', 'places/a'])).toEqual([...issued].sort())
    expect(await listCodesOf(db, ['places/b'])).toEqual(['9XTHQC', '9XTHQD'])
    const asked = ['9XTHQB', '7K3QXC', '9XTHQD', '9XTHQA'] as ShortCode[]
    expect(await listIssued(db, asked)).toEqual(['9XTHQB', '9XTHQD', '9XTHQA'])
  })

  test('keeps the events of a sign in the order of writing, not of their days', async () => {
    await db.run(saveSigns([signOf('9XTHQA', 'places/a'), signOf('9XTHQB', 'places/b')]))
    await db.run(
      addSignEvents([
        eventOf('9XTHQB', '2026-03-01', 'installed'),
        eventOf('9XTHQA', '2026-03-01', 'installed'),
        eventOf('9XTHQB', '2026-02-01', 'printed'),
        eventOf('9XTHQB', '2026-02-01', 'ordered'),
      ]),
    )
    const ofB = ['installed', 'printed', 'ordered']
    const whats = (events: readonly { what: string }[] = []) => events.map(({ what }) => what)
    const histories = await findHistories(db, '9XTHQB' as ShortCode)
    expect(whats(histories.get('9XTHQB' as ShortCode)?.events)).toEqual(ofB)
    const open = (await listOpenSigns(db)).find(({ code }) => code === '9XTHQB')
    expect(whats(open?.events)).toEqual(ofB)
    expect(codesIn(await listSignEvents(db))).toEqual(['9XTHQB', '9XTHQA', '9XTHQB', '9XTHQB'])
  })

  test('opens only signs of entries that anybody may read', async () => {
    await addPublic(db, 'places/kin', { withheld: true })
    await addPublic(db, 'places/thoi')
    await addEntry(db, 'places/nhap', 'Nháp')
    await unpublishText(db, ref('places/thoi', VI, 1), actBy('lan@example.vn', 1))
    await db.run(
      saveSigns(
        ['kin', 'thoi', 'nhap', 'a'].map((name, i) => signOf(`9XTHQ${i}`, `places/${name}`)),
      ),
    )
    expect(codesIn(await listOpenSigns(db))).toEqual(['9XTHQ3'])
  })

  test('pins a symbol once; what else is known of a sign is brought up to date', async () => {
    const pinned = { symbolVersion: 3, symbolLevel: 'H', symbolMask: 5 } as const
    const save = (more: Partial<Sign>) => db.run(saveSigns([signOf('9XTHQA', 'places/a', more)]))
    await save({})
    await save(pinned)
    await save({ symbolVersion: 4, symbolLevel: 'M', symbolMask: 1 })
    expect(await listSigns(db)).toMatchObject([pinned])
    const changed: Partial<Sign> = {
      entry: 'places/b' as Sign['entry'],
      placement: 'Cổng sau',
      lat: 21.8,
      lon: 106.7,
      accuracyM: 5,
      mount: 'wall',
      heightMm: 1500,
      readingDistanceMm: 600,
      template: 'card-a5@1',
      faces: 2,
      replaces: '9XTHQB' as ShortCode,
      note: 'Dời',
    }
    await save({ ...changed, issuedOn: '2026-09-09' })
    expect(await listSigns(db)).toMatchObject([{ ...changed, ...pinned, issuedOn: '2026-01-01' }])
  })
})
