import { describe, expect, test } from 'vitest'
import { parseWishes, type Locale } from '../../src/domain/locale.ts'
import type { Site } from '../../src/domain/site.ts'
import { Pages, type Opening } from '../../src/web/pages.ts'

const VI = 'vi' as Locale
const SITE = { locales: [VI], localLocales: [], fallbackLocale: VI, timeZone: 'UTC' }

/** An edition that can rise, and openings that count how often they were made and rendered. */
function kept(bytesMax?: number) {
  let number = 1
  const counted = { made: 0, rendered: 0 }
  const pages = new Pages(
    () => Promise.resolve({ number, site: SITE as unknown as Site }),
    () => new Date('2026-11-23T02:00:00Z'),
    null,
    bytesMax,
  )
  const make = async (): Promise<Opening> => {
    counted.made++
    const of = number
    await new Promise((resolve) => setTimeout(resolve, 5))
    return {
      offer: { site: [VI], entry: [], fallback: VI },
      chosen: VI,
      scanned: null,
      remember: null,
      async render() {
        counted.rendered++
        await new Promise((resolve) => setTimeout(resolve, 5))
        return { status: 200, locale: VI, html: `edition ${of}`, headers: {} }
      },
    }
  }
  const ask = async (path = '/7K3QXC') => {
    await pages.refresh()
    const opening = (await pages.open(path, make))!
    const page = await pages.page(opening, { wished: VI, shown: VI })
    return new TextDecoder().decode(page.plain)
  }
  return { counted, pages, ask, rise: () => void number++ }
}

describe('a cold page', () => {
  test('is made and rendered once for a hundred who ask at the same moment', async () => {
    const { ask, counted } = kept()
    expect(new Set(await Promise.all(Array.from({ length: 100 }, () => ask())))).toEqual(
      new Set(['edition 1']),
    )
    expect(counted).toEqual({ made: 1, rendered: 1 })
  })

  test('that is being made while the edition rises is made anew for who asks from then on', async () => {
    const { ask, rise, counted } = kept()
    const before = ask()
    await new Promise((resolve) => setTimeout(resolve, 1))
    rise()
    expect(await ask()).toBe('edition 2')
    expect(await before).toBe('edition 1')
    expect(await ask()).toBe('edition 2')
    expect(counted.made).toBe(2)
  })

  test('is let go of when those after it need its place, the oldest first', async () => {
    // A page is nine bytes, and one for itself.
    const { ask, counted } = kept(20)
    for (const path of ['/a', '/b', '/a', '/b']) await ask(path)
    expect(counted.rendered).toBe(2)
    for (const path of ['/c', '/b', '/c']) await ask(path)
    expect(counted.rendered).toBe(3)
    await ask('/a')
    expect(counted).toEqual({ made: 3, rendered: 4 })
  })

  test('larger than all that may be kept is answered, and made anew for the next', async () => {
    const { ask, counted } = kept(5)
    expect([await ask(), await ask()]).toEqual(['edition 1', 'edition 1'])
    expect(counted).toEqual({ made: 1, rendered: 2 })
  })

  test('that could not be made is tried again by the next who asks', async () => {
    const { pages, ask } = kept()
    await pages.refresh()
    const failing = () => Promise.reject(new Error('no'))
    await expect(pages.open('/7K3QXC', failing)).rejects.toThrow('no')
    expect(await ask()).toBe('edition 1')
  })
})

test('of a language header that asks for hundreds, eight are asked about', () => {
  const header = Array.from({ length: 500 }, (_, i) => `x${String.fromCharCode(97 + (i % 26))}`)
  expect(parseWishes(header.join()).length).toBeLessThanOrEqual(8)
  expect(parseWishes('vi-'.repeat(5000))).toEqual(['vi-VI'])
  expect(parseWishes('en-GB-oed;q=0.5,vi-x-a-b-c')).toEqual(['vi', 'en-GB'])
})
