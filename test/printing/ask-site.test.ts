/** Preflight's questions, put to a running server. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askSite, isSite, siteToAsk } from '../../src/printing/ask-site.ts'
import type { Folder } from '../../src/domain/folder.ts'
import { PREFLIGHT_CATALOGUES, preflightMessage } from '../../src/messages/preflight-message.ts'
import { promisedBy, siteRows } from '../../src/press/preflight/preflight-site.ts'
import { listScans } from '../../src/store/scans.ts'
import { texts } from '../press/placard-kit.ts'
import { LANG_SON, SONG_NGU } from '../web/both/installations.ts'
import { serve, type Serving } from '../web/server.ts'

/** A sign of Đường Lê Lợi. */
const CODE = 'AZT3EP'
const NAMES = texts('Đường Lê Lợi', 'Lê Lợi Street', '黎利街')

/** Faults of a face with `names`, each with the end of the address it was found at; their words are complete. */
async function faultsAt(site: string, names = NAMES, code = CODE): Promise<string[]> {
  const promised = promisedBy({ names, invitations: [] })
  const answers = await askSite(site, code, promised)
  const rows = siteRows(`${site}/${code}`.toUpperCase(), { promised, answers })
  return rows.flatMap(({ fault, values }) => {
    if (!fault) return []
    for (const lang of Object.keys(PREFLIGHT_CATALOGUES) as ('vi' | 'en')[])
      expect(preflightMessage(lang, { fault, values })).not.toMatch(/[{}]/)
    return [`${fault} ${String(values['address']).slice(site.length)}`]
  })
}

function without(folder: Folder, path: string): Folder {
  expect(folder.has(path)).toBe(true)
  return new Map([...folder].filter(([name]) => name !== path))
}

describe('a running site', () => {
  let site: Serving
  beforeAll(async () => {
    site = await serve(without(LANG_SON, 'content/streets/hoang-van-thu/zh-Hans.md'))
  })
  afterAll(() => site.remove())

  test('is found to answer in every language, and counts nothing of it', async () => {
    expect(await faultsAt(site.address)).toEqual([])
    await site.services.scans.flush()
    expect(await listScans(site.services.db, '2000-01-01', '2100-01-01')).toEqual([])
    // The same address, opened by a phone, is a scan.
    await site.ask(`/${CODE}`)
    await site.services.scans.flush()
    expect(await listScans(site.services.db, '2000-01-01', '2100-01-01')).toMatchObject([
      { code: CODE, n: 1 },
    ])
  })

  test('is found out when a language on the face is not published', async () => {
    const names = texts('Đường Hoàng Văn Thụ', 'Hoàng Văn Thụ Street', '黄文树街')
    expect(await faultsAt(site.address, names, '7K3QXC')).toEqual([
      'QR-07.language /7K3QXC/zh-Hans',
    ])
  })

  test('is found out when it shows another name', async () => {
    const names = texts('Đường Lê Lai', 'Lê Lợi Street', '黎利街')
    expect(await faultsAt(site.address, names)).toEqual([`QR-07.name /${CODE}/vi`])
  })

  test('is found out when it does not know the sign, or the language', async () => {
    const street = texts('Đường Lê Lợi')
    const missing = ['QR-07.silent /ZZZZZZ', 'QR-07.silent /ZZZZZZ/vi']
    expect(await faultsAt(site.address, street, 'ZZZZZZ')).toEqual(missing)
    const khmer = [{ locale: 'km', text: 'ផ្លូវ' }]
    expect(await faultsAt(site.address, khmer)).toEqual([`QR-07.silent /${CODE}/km`])
  })
})

test('the made-up province is asked in Khmer', async () => {
  const site = await serve(SONG_NGU)
  try {
    const code = new TextDecoder().decode(SONG_NGU.get('signs/register.csv')).split('\n')[1]
    const promised = promisedBy({ names: [{ locale: 'km', text: 'x' }], invitations: [] })
    const { pages } = await askSite(site.address, code?.split(',')[0] ?? '', promised)
    expect(pages).toMatchObject([{ status: 200, language: 'km' }])
  } finally {
    await site.remove()
  }
})

describe('a site that is none of ours', () => {
  const servers: Server[] = []
  const listening = async (answer: RequestListener) => {
    const server = createServer(answer)
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  afterAll(() => {
    for (const server of servers) server.closeAllConnections()
    for (const server of servers) server.close()
  })
  const [name] = NAMES
  const vi = name ? [name] : []

  test('is silent when nothing listens', async () => {
    const site = await listening(() => undefined)
    await new Promise((resolve) => servers.pop()?.close(resolve))
    expect(await faultsAt(site, vi)).toEqual([`QR-07.silent /${CODE}`, `QR-07.silent /${CODE}/vi`])
  })

  test('is silent when it takes longer than five seconds', async () => {
    const started = performance.now()
    const site = await listening(() => undefined)
    expect(await faultsAt(site, vi)).toHaveLength(2)
    expect(performance.now() - started).toBeLessThan(8000)
  })

  test('is not followed when it sends elsewhere', async () => {
    const asked: string[] = []
    const site = await listening(({ url = '' }, response) => {
      asked.push(url)
      response.writeHead(302, { Location: '/elsewhere' }).end()
    })
    expect(await faultsAt(site, vi)).toHaveLength(2)
    expect(asked.sort()).toEqual([`/${CODE}`, `/${CODE}/vi`])
  })

  test('is believed what its document says of its language, entities and marks read', async () => {
    const html = `<!doctype html><html class="a" lang="vi"><h1 id="x">Đường <b>L&#xEA;</b>\nL&#7907;i &amp; ga</h1>`
    const site = await listening((_, response) => response.end(html))
    expect(await faultsAt(site, texts('Đường Lê Lợi & ga'))).toEqual([])
  })

  test('is read for a megabyte and no more', async () => {
    let sent = 0
    const site = await listening(({ method }, response) => {
      if (method === 'HEAD') return response.end()
      const part = 'x'.repeat(64_000)
      const write = (): void => {
        while (!response.destroyed && response.write(part)) sent += part.length
      }
      response.on('drain', write)
      write()
    })
    expect(await faultsAt(site, vi)).toEqual([`QR-07.language /${CODE}/vi`])
    expect(sent).toBeLessThan(10_000_000)
  })
})

test('--site takes an origin, or none', () => {
  for (const word of ['none', 'http://127.0.0.1:8787', 'https://qr.langson.gov.vn/'])
    expect(isSite(word), word).toBe(true)
  for (const word of ['', 'qr.langson.gov.vn', 'ftp://a', 'http://a/b', 'http://a?b', 'http://u@a'])
    expect(isSite(word), word).toBe(false)
  expect(siteToAsk('none', 'https://a')).toBe(null)
  expect(siteToAsk(undefined, 'https://a')).toBe('https://a')
  expect(siteToAsk('http://b/', null)).toBe('http://b')
})
