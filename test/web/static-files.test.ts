import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from './asking.ts'
import { serve, type Serving } from './server.ts'
import { trialContent } from './trial-content.ts'

let site: Serving
beforeAll(async () => {
  site = await serve(trialContent())
})
afterAll(() => site.remove())

const SCRIPT = '/static/desk.js'

describe('scripts and fonts', () => {
  test('a script comes compressed, and is asked for again by its mark', async () => {
    const packed = await site.ask(SCRIPT, { headers: { 'Accept-Encoding': 'gzip, br' } })
    const plain = await site.ask(SCRIPT)
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(textOf(packed)).toBe(textOf(plain))
    expect(packed.bytes.byteLength).toBeLessThan(plain.bytes.byteLength)
    expect(packed.headers['content-type']).toBe('text/javascript; charset=utf-8')
    const again = await site.ask(SCRIPT, { headers: { 'If-None-Match': packed.headers['etag']! } })
    expect(again.status).toBe(304)
    expect(again.bytes.byteLength).toBe(0)
  })

  test('a font is kept for a year', async () => {
    const font = await site.ask('/static/be-vietnam-pro-700-latin.woff2')
    expect(font.headers['cache-control']).toContain('immutable')
    expect(font.headers['content-encoding']).toBeUndefined()
  })

  test.each(['/static/OFL.txt', '/static/..%2Fapp.ts', '/static/none.js', '/static/desk.js.map'])(
    '%s is not served',
    async (path) => {
      expect((await site.ask(path)).status).toBe(404)
    },
  )
})
