/** Pictures of entries for messages, as the real server draws them. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Serving } from './server.ts'
import { trialContent } from './trial-content.ts'

let site: Serving
beforeAll(async () => {
  site = await serve(trialContent())
})
afterAll(() => site.remove())

test.each([
  '/vi/streets/hoang-van-thu',
  '/zh-Hans/heritage-sites/ai-chi-lang',
  '/en/places/cho-thu',
])('%s has a picture of its own, with its name in it', async (path) => {
  const { status, headers, bytes } = await site.ask(`${path}/card.png`)
  expect([status, headers['content-type']]).toEqual([200, 'image/png'])
  const { width, height } = await sharp(bytes).metadata()
  expect([width, height]).toEqual([1200, 630])
  expect(bytes.byteLength).toBeLessThan(100_000)
  // Letters are near white; there are many of them on the ground of indigo.
  const { data } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  const light = data.reduce((sum, value) => sum + (value > 200 ? 1 : 0), 0) / data.length
  expect(light).toBeGreaterThan(0.01)
  expect(light).toBeLessThan(0.3)
})

test('names in two scripts, very long ones and none at all are drawn', async () => {
  const draw = site.services.drawCard!
  for (const title of [
    'Bia Cổ 古碑 ផ្លាក',
    'NGUYỄN THỊ MINH KHAI '.repeat(8),
    '',
    'x'.repeat(80),
    '\u{1f409}',
  ])
    expect((await draw({ title, line: 'Đường phố', foot: 'Lạng Sơn' })).byteLength).toBeGreaterThan(
      500,
    )
})

test('the picture that stands for all is served', async () => {
  const { status, headers } = await site.ask('/static/card.png')
  expect([status, headers['content-type']]).toEqual([200, 'image/png'])
})
