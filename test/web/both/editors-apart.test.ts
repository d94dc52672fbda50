/** What is done to one account is done to that one. */
import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Locale } from '../../../src/domain/locale.ts'
import {
  disableEditor,
  dropSecondFactor,
  enableEditor,
  findEditor,
  listEditors,
  setRole,
} from '../../../src/store/editors.ts'
import { runDesk, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'

type Person = Awaited<ReturnType<RunningDesk['as']>>
const AT = '2026-11-23T02:00:00.000Z'

describe(`of two editors, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let [one, other]: [Person, Person] = [] as never
  beforeEach(async () => {
    desk = await runDesk(LANG_SON)
    one = await desk.as('editor')
    other = await desk.as('publisher')
  })
  const isIn = async ({ browser }: Person) => (await browser.get('/admin/')).status === 200
  const stateOf = async ({ editor }: Person) =>
    (await listEditors(desk.db)).find(({ email }) => email === editor.email)!

  test('one gets another role, and the other keeps theirs', async () => {
    const before = await findEditor(desk.db, other.editor.email)
    await desk.db.run(setRole(one.editor.email, 'translator', ['en' as Locale]))
    expect(await stateOf(one)).toMatchObject({ role: 'translator', locales: ['en'] })
    expect(await findEditor(desk.db, other.editor.email)).toEqual(before)
  })

  test('one loses their second step and is signed out, and the other keeps both', async () => {
    const { hasSecondFactor } = await stateOf(other)
    await desk.db.run({ text: 'UPDATE editor SET twoFactorEnabled = 1', values: [] })
    await desk.db.batch(dropSecondFactor(one.editor.email))
    expect((await stateOf(one)).hasSecondFactor).toBe(false)
    expect((await stateOf(other)).hasSecondFactor).toBe(true)
    expect(hasSecondFactor).toBeDefined()
    expect([await isIn(one), await isIn(other)]).toEqual([false, true])
  })

  test('one is kept out since the first time it was said, and the other works on', async () => {
    await desk.db.batch(disableEditor(one.editor.email, { by: 'x', at: AT }))
    await desk.db.batch(disableEditor(one.editor.email, { by: 'x', at: '2027-01-01T00:00:00Z' }))
    expect((await stateOf(one)).disabledAt).toBe(AT)
    expect((await stateOf(other)).disabledAt).toBeNull()
    expect([await isIn(one), await isIn(other)]).toEqual([false, true])
    await desk.db.batch(disableEditor(other.editor.email, { by: 'x', at: AT }))
    await desk.db.run(enableEditor(one.editor.email))
    expect([(await stateOf(one)).disabledAt, (await stateOf(other)).disabledAt]).toEqual([null, AT])
  })
})
