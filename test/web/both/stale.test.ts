import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import type { EntryPath } from '../../../src/domain/entry.ts'
import type { Locale } from '../../../src/domain/locale.ts'
import { message } from '../../../src/messages/messages.ts'
import { listRevisions } from '../../../src/store/revisions.ts'
import { confirmStillRight, markMinor, takeBackMinor } from '../../../src/store/still-right.ts'
import { publishText, removeText, saveText } from '../../../src/store/texts.ts'
import { SONG_NGU } from './installations.ts'
import { importOptions, run, type Running } from './running.ts'

const STREET = 'streets/vi-du' as EntryPath
const { act } = importOptions

describe(`the page of a translation whose source has moved on, on ${RUNTIME}`, () => {
  let site: Running
  const revision = (locale: string, number: number) => ({
    entry: STREET,
    locale: locale as Locale,
    number,
  })
  const page = () => site.ask('/km/streets/vi-du')
  const saysOlder = async (basedOn: number, source: number) =>
    (await (await page()).text()).includes(message('vi', 'text.stale', { basedOn, source }))
  const sourceMovesOn = async (number: number) => {
    const [first] = await listRevisions(site.db, STREET, 'vi' as Locale)
    await saveText(site.db, { ...first!, number, body: `${first!.body}\n\n${number}.` }, act)
    await publishText(site.db, revision('vi', number), act)
  }

  beforeEach(async () => {
    site = await run(SONG_NGU)
    expect(await saysOlder(1, 1)).toBe(false)
    await sourceMovesOn(2)
  })

  test('says that it is older', async () => {
    expect(await saysOlder(1, 2)).toBe(true)
  })

  test('does not say so after a minor edit, until that is taken back', async () => {
    await markMinor(site.db, revision('vi', 2), act)
    expect(await saysOlder(1, 2)).toBe(false)
    await takeBackMinor(site.db, revision('vi', 2), act)
    expect(await saysOlder(1, 2)).toBe(true)
  })

  test('does not say so once it was confirmed, until the source changes again', async () => {
    await confirmStillRight(site.db, revision('km', 1), 2, act)
    expect(await saysOlder(1, 2)).toBe(false)
    await sourceMovesOn(3)
    expect(await saysOlder(2, 3)).toBe(true)
  })

  test('is no longer there when the translation is removed', async () => {
    await removeText(site.db, revision('km', 1), act)
    expect((await page()).headers.get('Content-Language')).toBe('vi')
  })
})
