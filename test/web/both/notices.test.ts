/** Pages that say what is not there: kept by nobody, for it may be there tomorrow. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { LANG_SON } from './installations.ts'
import { run, type Running } from './running.ts'

describe(`what is not there, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    site = await run(LANG_SON)
  })

  test.each(['/vi/streets/khong-co', '/vi/khong-co', '/khong/co/dau', '/2222A6', '/xx/'])(
    '%s is said in words, and kept by nobody',
    async (path) => {
      const answer = await site.ask(path, { 'Accept-Language': 'vi' })
      expect(answer.status).toBe(404)
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
      const text = await answer.text()
      expect(text).toContain('<h1')
      const head = await site.ask(path, { 'Accept-Language': 'vi' }, 'HEAD')
      expect([head.status, await head.text()]).toEqual([404, ''])
      expect(head.headers.get('Cache-Control')).toBe('no-store')
    },
  )
})

describe(`a file of the site itself, on ${RUNTIME}`, () => {
  test('is read once, however often it is asked for; one that is not there, each time', async () => {
    const site = await run(LANG_SON)
    const asked: string[] = []
    site.services.findStatic = (name) => {
      asked.push(name)
      return Promise.resolve(name === 'a.woff2' ? new Uint8Array([1, 2, 3]) : null)
    }
    for (let i = 0; i < 3; i++) {
      const answer = await site.ask('/static/a.woff2')
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'font/woff2'])
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
      expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3])
      expect((await site.ask('/static/b.woff2')).status).toBe(404)
    }
    expect(asked.filter((name) => name === 'a.woff2')).toHaveLength(1)
    expect(asked.filter((name) => name === 'b.woff2')).toHaveLength(3)
  })
})
