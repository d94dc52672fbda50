/** Pictures from a culture officer's laptop to a visitor's telephone. */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import { readPictureFile } from '../../src/domain/picture-file.ts'
import type { EntryPath } from '../../src/domain/entry.ts'
import { showFacts } from '../../src/store/entries.ts'
import { findFacts } from '../../src/store/facts.ts'
import { listPictureSizes, listUploads } from '../../src/store/media.ts'
import { accept, describeAtDesk, expectSound } from './desk.ts'
import { PHONE_SIZE } from './browser.ts'

const AT = '/admin/entries/streets/le-loi/media'

async function photograph(width = 2400, height = 1600): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#3f5e4a' } })
    .composite([{ input: { text: { text: 'Lê Lợi', dpi: 600 } }, gravity: 'centre' }])
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 51/1 0/1' } })
    .jpeg()
    .toBuffer()
}

/** As when files are let go over the box. */
async function drop(page: Page, files: { name: string; type: string; bytes: Buffer }[]) {
  const sent = files.map(({ name, type, bytes }) => ({
    name,
    type,
    data: bytes.toString('base64'),
  }))
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer()
    for (const { name, type, data: text } of all) {
      const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
      data.items.add(new File([bytes], name, { type }))
    }
    return data
  }, sent)
  await page.dispatchEvent('form.drop', 'drop', { dataTransfer: transfer })
}

describeAtDesk('pictures at the desk', (desk) => {
  let page: Page
  const origin = () => desk.site.services.origin

  test(
    'a dropped photograph is described, saved, and fits a telephone',
    { timeout: 90_000 },
    async () => {
      page = await desk.window()
      const invited = await desk.invite({ email: 'an@example.gov.vn' as Email, role: 'editor' })
      await accept(page, invited, 'Nguyễn An')
      await page.goto(`${origin()}${AT}`)
      await expectSound(page)
      const wrong = { name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.from('<svg xmlns="x"/>') }
      await drop(page, [wrong])
      await page.locator('.told p', { hasText: 'SVG' }).waitFor()
      const bytes = await photograph()
      await drop(page, [{ name: 'Phố Lê Lợi.jpg', type: 'image/jpeg', bytes }])
      await page.waitForURL(/sent=1/)
      await expectSound(page)
      await page.fill('#images-0-alt-vi', 'Phố Lê Lợi buổi sáng')
      await page.fill('#images-0-alt-zh-Hans', '清晨的黎利街')
      await page.fill('#images-0-alt-en', 'Le Loi street in the morning')
      await page.fill('#images-0-author', 'Nguyễn An')
      const second = await photograph(800, 600)
      await drop(page, [wrong, { name: 'nua.jpg', type: 'image/jpeg', bytes: second }])
      await page.locator('.told a').waitFor()
      expect(await page.inputValue('#images-0-author')).toBe('Nguyễn An')
      await page.click('form.facts button')
      expect(await page.locator('.errors a').getAttribute('href')).toBe('#images-0-licence')
      await expectSound(page)
      await page.fill('#images-0-licence', 'CC BY 4.0')
      await page.click('form.facts button')
      await page.waitForURL(/saved=1/)

      await desk.site.services.db.run(showFacts('streets/le-loi' as EntryPath))
      const phone = await desk.browser.newContext({ viewport: PHONE_SIZE, deviceScaleFactor: 2 })
      const visitor = await phone.newPage()
      await visitor.goto(`${origin()}/vi/streets/le-loi`)
      const image = visitor.locator('main figure img')
      await image.evaluate((one: HTMLImageElement) => one.decode())
      const shown = await image.evaluate((one: HTMLImageElement) => ({
        src: one.currentSrc,
        alt: one.alt,
        wide: one.clientWidth,
        high: one.clientHeight,
      }))
      expect(shown.alt).toBe('Phố Lê Lợi buổi sáng')
      expect(shown.src).toMatch(/\.webp$/)
      expect(shown.wide).toBeLessThanOrEqual(PHONE_SIZE.width)
      expect(shown.wide / shown.high).toBeCloseTo(1.5, 1)
      const sizes = await listPictureSizes(desk.site.services.db, [
        Object.values((await findFacts(desk.site.services.db, 'street', 'le-loi'))!.files)[0]!,
      ])
      const chosen = sizes.find(({ derived }) => shown.src.includes(derived))
      expect(chosen?.width).toBe(960)
      await phone.close()
    },
  )

  test('without a script the form sends it all the same', { timeout: 60_000 }, async () => {
    const context = await desk.browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    })
    const plain = await context.newPage()
    await plain.goto(`${origin()}${AT}`)
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })
    await plain.setInputFiles('#file', file('x.jpg', Buffer.from('GIF89a nothing at all')))
    await plain.click('form.drop button')
    expect(await plain.locator('#file-problem').textContent()).toContain('GIF')
    await plain.setInputFiles('#file', file('Ảnh khác.jpg', await photograph(500, 400)))
    await plain.click('form.drop button')
    expect(plain.url()).toContain('sent=1')
    await plain.check('#images-1-remove')
    await plain.check('#images-2-remove')
    await plain.click('form.facts button')
    expect(await listUploads(desk.site.services.db, 'streets/le-loi' as never)).toEqual([])
    await context.close()
  })

  test(
    'where the server cannot resize, the browser does, and leaves nothing in',
    { timeout: 60_000 },
    async () => {
      const { services } = desk.site
      delete services.pictures
      await page.goto(`${origin()}${AT}`)
      await drop(page, [
        { name: 'hai.jpg', type: 'image/jpeg', bytes: await photograph(2000, 1000) },
      ])
      await page.waitForURL(/sent=1/)
      const [upload] = await listUploads(services.db, 'streets/le-loi' as never)
      const sizes = await listPictureSizes(services.db, [upload!.digest])
      expect(
        sizes.map(({ format, width, height }) => `${format} ${width} ${height}`).sort(),
      ).toEqual(
        [480, 960, 1600].flatMap((w) => [`jpeg ${w} ${w / 2}`, `webp ${w} ${w / 2}`]).sort(),
      )
      for (const { derived } of sizes) {
        const bytes = await readFile(`${desk.site.settings.data}/media/${derived}`)
        expect(readPictureFile(bytes)?.extras).toEqual([])
      }
      await expectSound(page)
    },
  )
})
