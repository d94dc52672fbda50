/** In which languages a sign speaks: names where the facts hold them, the invitation where there is something to read. */
import { openDatabase, RUNTIME } from '#runtime'
import { describe, expect, test } from 'vitest'
import { importInto } from '../../../src/exchange/folder/import-folder.ts'
import { placardTextsFor } from '../../../src/printing/placard-texts-for.ts'
import type { ShortCode } from '../../../src/domain/short-code.ts'
import { findEdition } from '../../../src/store/site-settings.ts'
import { LANG_SON } from './installations.ts'
import { importOptions } from './running.ts'

const CODE = '7K3QXC' as ShortCode
const FOLDER = 'content/streets/hoang-van-thu/'
const NAME = '  - { text: 黄文树街, locale: zh-Hans, kind: translation }\n'

async function localesOn(without: { name?: boolean; text?: boolean }) {
  const folder = new Map(LANG_SON)
  const facts = new TextDecoder().decode(folder.get(`${FOLDER}entry.yaml`))
  if (without.name)
    folder.set(`${FOLDER}entry.yaml`, new TextEncoder().encode(facts.replace(NAME, '')))
  if (without.text) folder.delete(`${FOLDER}zh-Hans.md`)
  expect(facts).toContain(NAME)
  const db = await openDatabase()
  await importInto(db, folder, { ...importOptions, media: { put: () => Promise.resolve() } })
  const { site } = await findEdition(db)
  const words = await placardTextsFor(db, site!, CODE)
  const locales = (texts: readonly { locale: string }[] = []) => texts.map(({ locale }) => locale)
  return { names: locales(words?.names), invitations: locales(words?.invitations) }
}

describe(`the languages on a placard, on ${RUNTIME}`, () => {
  const all = ['vi', 'en', 'zh-Hans']

  test('are those of the names, the source language first, then Latin letters', async () => {
    expect(await localesOn({})).toEqual({ names: all, invitations: all })
  })

  test('invite whoever can read the page, also where the place has no name for them', async () => {
    expect(await localesOn({ name: true })).toEqual({ names: ['vi', 'en'], invitations: all })
  })

  test('do not invite to a page that is not there', async () => {
    const both = await localesOn({ name: true, text: true })
    expect(both).toEqual({ names: ['vi', 'en'], invitations: ['vi', 'en'] })
  })
})
