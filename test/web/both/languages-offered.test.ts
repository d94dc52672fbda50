/** Which languages a page offers: a local one only where the entry has it, and first; one that is missing is said to be. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '../../../src/domain/locale.ts'
import { publishText } from '../../../src/store/texts.ts'
import { addPublic } from '../../store/rows.ts'
import { actBy, EN, ref, write } from './desk-entries.ts'
import { LANG_SON } from './installations.ts'
import { run, type Running } from './running.ts'

const TAY = 'tyz' as Locale

describe(`languages, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    site = await run(LANG_SON)
    for (const path of ['places/tay', 'places/anh']) await addPublic(site.db, path)
    for (const text of [ref('places/tay', TAY, 1), ref('places/anh', EN, 1)]) {
      await write(site.db, text, 'lan', { basedOn: 1 })
      await publishText(site.db, text, actBy('lan'))
    }
  })
  /** `en /en/places/x`; `no en` for one that leads nowhere. */
  const offered = async (path: string) => {
    const html = await site.text(path)
    const [, list = ''] = /<ul class="languages">(.*?)<\/ul>/s.exec(html) ?? []
    return list
      .split('<li>')
      .slice(1)
      .map((item) => {
        const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(item)?.[1]
        if (item.includes('aria-current')) return 'this'
        return of('href') ? `${of('hreflang')} ${of('href')}` : `no ${of('lang')}`
      })
  }

  test('of the people who live there come first', async () => {
    expect(await offered('/vi/places/tay')).toEqual([
      'tyz /tyz/places/tay',
      'this',
      'no zh-Hans',
      'no en',
    ])
  })

  test('that the entry lacks lead nowhere; local ones are not named at all', async () => {
    expect(await offered('/vi/places/anh')).toEqual(['this', 'no zh-Hans', 'en /en/places/anh'])
    expect(await offered('/zh-Hans/places/anh')).toEqual([
      'vi /vi/places/anh',
      'this',
      'en /en/places/anh',
    ])
  })
})
