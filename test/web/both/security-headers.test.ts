/** What keeps a page from being turned against its reader: each header, and each word of the policy, on every page. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { LANG_SON } from './installations.ts'
import { run, type Running } from './running.ts'

const PAGES = [
  '/vi/',
  '/vi/streets',
  '/vi/streets/hoang-van-thu',
  '/7K3QXC/vi',
  '/vi/signs/7K3QXC',
  '/vi/search?q=le+loi',
  '/vi/map',
  '/vi/units/05983',
  '/vi/offline',
  '/vi/streets/khong-co',
  '/2222A6',
]

/** Directives of the policy, by name. */
async function policyOf(answer: Response): Promise<Map<string, string>> {
  const policy = answer.headers.get('Content-Security-Policy') ?? ''
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ')
      return [name, sources.join(' ')]
    }),
  )
}

describe(`a page for visitors, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    site = await run(LANG_SON)
  })

  test.each(PAGES)('%s may run, load and be framed by nothing of others', async (path) => {
    const answer = await site.ask(path, { 'Accept-Language': 'vi' })
    const policy = await policyOf(answer)
    for (const name of ['default-src', 'base-uri', 'frame-ancestors'])
      expect(policy.get(name), name).toBe(`'none'`)
    for (const name of [
      ...['script-src', 'connect-src', 'worker-src', 'font-src', 'media-src', 'manifest-src'],
      'form-action',
    ])
      expect(policy.get(name), name).toBe(`'self'`)
    expect(policy.get('img-src')).toBe(`'self' data:`)
    expect(policy.get('style-src')).toMatch(/^'sha256-[A-Za-z0-9+/]{43}='$/)
  })

  test.each(PAGES)(
    '%s is what it says, and tells no other site where its reader was',
    async (path) => {
      const { headers } = await site.ask(path, { 'Accept-Language': 'vi' })
      expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      const refused = headers.get('Permissions-Policy')?.split(', ')
      expect(refused?.sort()).toEqual(['camera=()', 'microphone=()', 'payment=()'])
    },
  )

  test('tells caches by what it was chosen, and readers in which language it is', async () => {
    for (const locale of ['vi', 'en', 'zh-Hans']) {
      const { headers } = await site.ask(`/${locale}/streets/hoang-van-thu`)
      expect(headers.get('Content-Language')).toBe(locale)
      const by = headers.get('Vary')?.split(', ').sort()
      expect(by).toEqual(['Accept', 'Accept-Encoding', 'Accept-Language', 'Cookie'])
    }
  })

  test('has a style that its own policy lets stand', async () => {
    const answer = await site.ask('/vi/streets/hoang-van-thu')
    const allowed = (await policyOf(answer)).get('style-src')
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(await answer.text()) ?? []
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
    expect(allowed).toBe(`'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`)
  })
})
