/** The address a form was sent to stands in the browser's history: whoever opens it finds the page of the form. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskRoutes } from '../../../src/web/desk/desk-routes.tsx'
import { runDesk, type Browser } from './desk.ts'
import { LANG_SON } from './installations.ts'

const PARAMETERS: Record<string, string> = {
  folder: 'streets',
  slug: 'hoang-van-thu',
  locale: 'vi',
  number: '1',
  request: '1',
  email: 'khong@example.gov.vn',
  digest: 'abc',
  id: '1',
  code: '7K3QXC',
}
const filled = (path: string) =>
  path.replace(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => PARAMETERS[name] ?? name)

/** Open to everybody, and of orders there is none here to come back to. */
const ELSEWHERE = /^\/admin\/(?:invitations|orders)\//
const addresses = [
  ...new Set(
    deskRoutes.routes
      .filter(({ method, path }) => method === 'POST' && !path.endsWith('*'))
      .map(({ path }) => path),
  ),
]

describe(`an address that a form is sent to, on ${RUNTIME}`, () => {
  let publisher: Browser
  beforeAll(async () => {
    publisher = (await (await runDesk(LANG_SON)).as('publisher')).browser
  })

  test.each(addresses)('%s leads to a page when it is opened', async (path) => {
    let answer = await publisher.get(filled(path))
    expect(answer.status).not.toBe(404)
    if (ELSEWHERE.test(path)) return
    for (let i = 0; i < 3 && answer.to !== ''; i++) answer = await publisher.get(answer.to)
    expect(answer.status).toBe(200)
  })

  test('is still not found where nothing is', async () => {
    for (const path of [
      '/admin/entries/streets/khong-co',
      '/admin/entries/streets/hoang-van-thu/vi/revisions/99',
      '/admin/signs/7K3QXD',
      '/admin/khong-co',
    ])
      expect((await publisher.get(path)).status, path).toBe(404)
  })
})
