/** A table comes in, and a translation goes out and comes back, as a publisher and a translator do it. */
import { writeFileSync, readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { accept, describeAtDesk, expectSound, signedInPublisher } from './desk.ts'

const HEAD =
  'Tên đường;Mã xã, phường;Ngày nghị quyết;Số nghị quyết;Cơ quan đặt tên;Nguồn: tên tài liệu;Nguồn: ngày'
const folder = mkdtempSync(join(tmpdir(), 'stele-exchange-'))
afterAll(() => rmSync(folder, { recursive: true }))

function table(...rows: string[]): string {
  const file = join(folder, 'duong.csv')
  writeFileSync(file, ['\ufeff' + HEAD, ...rows].join('\r\n'))
  return file
}

describeAtDesk('exchange', (desk) => {
  const at = (path: string) => `${desk.site.address.replace('127.0.0.1', 'localhost')}${path}`

  test('a table is looked at, mended, and written whole', { timeout: 120_000 }, async () => {
    const page = await signedInPublisher(desk)
    const send = async (file: string) => {
      await page.goto(at('/admin/import'))
      await page.getByLabel('Đường, phố').check()
      await page.getByLabel('Tệp', { exact: true }).setInputFiles(file)
      await page.getByRole('button', { name: 'Xem trước' }).first().click()
    }
    await page.goto(at('/admin/import'))
    await expectSound(page)
    const good =
      'Đường Trần Đăng Ninh;05986;28/01/2002;05/NQ;HĐND tỉnh;Nghị quyết đặt tên;2002-01-28'
    await send(
      table(good, 'Phố Muối;05983;31/02/2002;05/NQ;HĐND tỉnh;Nghị quyết đặt tên;2002-01-28'),
    )
    await expectSound(page)
    expect(await page.textContent('main')).toContain('không có ngày 2002-02-31')
    expect(await page.locator('button', { hasText: /^Ghi/ }).count()).toBe(0)
    await send(
      table(good, 'Phố Muối;05983;28/02/2002;05/NQ;HĐND tỉnh;Nghị quyết đặt tên;2002-01-28'),
    )
    await expectSound(page)
    await page.locator('button', { hasText: /^Ghi/ }).click()
    await expectSound(page)
    await page.goto(at('/admin/entries?q=pho+muoi'))
    expect(await page.textContent('main')).toContain('Phố Muối')

    await page.goto(at('/admin/import'))
    await page.getByRole('link', { name: /^duong\.csv: 2 dòng/ }).click()
    await expectSound(page)
    await page.getByRole('button', { name: 'Hoàn tác 2 dòng' }).click()
    await expectSound(page)
    expect(await page.textContent('main')).toContain('Đã hoàn tác')
    await page.goto(at('/admin/entries?q=pho+muoi'))
    expect(await page.textContent('main')).not.toContain('Phố Muối')
  })

  test('a translation goes out as XLIFF and comes back', { timeout: 120_000 }, async () => {
    const page = await desk.window()
    const invited = {
      email: 'tu@example.gov.vn' as Email,
      role: 'translator',
      locales: ['en' as Locale],
    } as const
    await accept(page, await desk.invite(invited), 'Hoàng Văn Tú')
    const downloading = page.waitForEvent('download')
    await page.goto(at('/admin/entries.xlf?target=en&entry=streets/le-loi')).catch(() => null)
    const text = readFileSync(await (await downloading).path(), 'utf8')
    const file = join(folder, 'en.xlf')
    writeFileSync(file, text.replace(/<target([^>]*)>[^<]*/, '<target$1>Lê Lợi Street, newly said'))
    await page.goto(at('/admin/import'))
    await page.getByLabel('Tệp XLIFF').setInputFiles(file)
    await page.getByRole('button', { name: 'Xem trước' }).last().click()
    await expectSound(page)
    expect(await page.textContent('main')).toContain('sửa 1 đoạn')
    await page.locator('button', { hasText: /^Ghi/ }).click()
    await expectSound(page)
    await page.goto(at('/admin/entries/streets/le-loi/en'))
    expect(await page.inputValue('#title')).toContain('newly said')
  })
})
