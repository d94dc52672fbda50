/** Small promises of the desk and of what it hands out, each of which somebody relies on. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { addAudit, listAudit } from '../../../src/store/audit-log.ts'
import { runDesk, type RunningDesk } from './desk.ts'
import { actBy } from './desk-entries.ts'
import { LANG_SON } from './installations.ts'

describe(`the desk, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
  })

  test('lets nobody in whose account was disabled, though their session goes on', async () => {
    const { browser } = await desk.as('editor')
    expect((await browser.get('/admin/')).status).toBe(200)
    const disable = (at: string | null) =>
      desk.db.run({ text: `UPDATE editor SET disabledAt = ? WHERE role = 'editor'`, values: [at] })
    await disable('2026-11-23T02:00:00.000Z')
    expect((await browser.get('/admin/')).to).toContain('/admin/sign-in')
    await disable(null)
    expect((await browser.get('/admin/')).status).toBe(200)
  })

  test('offers older lines of the log only where there are some', async () => {
    const { browser } = await desk.as('publisher')
    const lines = (count: number, from = 0) =>
      desk.db.batch(
        Array.from({ length: count }, (_, i) =>
          addAudit({ what: 'text.saved', subject: `streets/dem/${from + i}` }, actBy('dem', 1)),
        ),
      )
    const page = async () => (await browser.get('/admin/audit?by=dem')).text
    await lines(50)
    expect(await page()).not.toContain('rel="next"')
    await lines(1, 50)
    const [, next = ''] = /href="([^"]*)" rel="next"/.exec(await page()) ?? []
    const older = (await browser.get(next.replaceAll('&amp;', '&'))).text
    expect(older).toContain('streets/dem/0')
    expect(older).not.toContain('streets/dem/1<')
    expect(older).not.toContain('rel="next"')
  })

  test('hands out the folder as a ZIP, and says in the log who took it', async () => {
    const { browser } = await desk.as('editor')
    const { headers, bytes } = await browser.download('/admin/export.zip')
    expect(headers.get('Content-Type')).toBe('application/zip')
    expect([...bytes.subarray(0, 4)]).toEqual([0x50, 0x4b, 3, 4])
    const [line] = await listAudit(desk.db, { limit: 1 })
    expect(line).toMatchObject({ what: 'folder.exported', subject: 'content' })
  })
})
