/**
 * Renews the pictures of the editors' handbook from the running program: `npx tsx bench/handbook.ts`. The real content,
 * made-up people, a data folder that goes when it is done. Look at what has changed before keeping it.
 */
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { readFolderFromDisk } from '../src/exchange/folder/folder-on-disk.ts'
import { openWorkshop } from '../src/workshop/workshop.ts'
import type { Email, Role } from '../src/domain/editor.ts'
import type { Locale } from '../src/domain/locale.ts'
import { addEditor } from '../src/web/session.ts'
import { serve } from '../test/web/server.ts'

const PASSWORD = 'cá chép vượt vũ môn quan'
const STREET = '/admin/entries/streets/hoang-van-thu'
const SIZE = { width: 1200, height: 900 }
const FOLDER = join(import.meta.dirname, '../docs/pictures')

const port = await freePort()
const origin = `http://localhost:${port}`
const env = { PORT: String(port), STELE_ORIGIN: origin }
const site = await serve(await readFolderFromDisk('.'), env, { openWorkshop })
const browser = await chromium.launch({
  executablePath: process.env['STELE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  await takePictures()
} finally {
  await browser.close()
  await site.remove()
}

async function takePictures(): Promise<void> {
  const editor = await signedIn('editor', 'Bế Thị Hoa')
  const translator = await signedIn('translator', 'Hoàng Văn Tú', ['en', 'zh-Hans'] as Locale[])
  const publisher = await signedIn('publisher', 'Nguyễn Thị Lan')
  await site.services.db.run({ text: 'UPDATE editor SET twoFactorEnabled = 1', values: [] })

  await editor.goto(`${origin}${STREET}/vi`)
  await typeParagraph(editor, 'Đầu đường có bến xe cũ, nay là vườn hoa nhỏ.')
  await picture(editor, 'desk-write', 220)
  await editor.getByRole('button', { name: 'Lưu', exact: true }).click()
  await editor.getByText(/^Gửi duyệt lần sửa/).click()

  const reviewer = await signedIn('reviewer', 'Vi Văn Sơn')
  await reviewer.goto(`${origin}/admin/`)
  await picture(reviewer, 'desk-home', 0)
  await reviewer.goto(`${origin}${STREET}/vi`)
  await reviewer.getByRole('button', { name: 'Duyệt', exact: true }).scrollIntoViewIfNeeded()
  await picture(reviewer, 'desk-review')
  await reviewer.getByRole('button', { name: 'Duyệt', exact: true }).click()

  await publisher.goto(`${origin}${STREET}/vi`)
  await publisher.getByText(/^Công bố lần sửa/).click()
  await translator.goto(`${origin}${STREET}/en`)
  await picture(translator, 'desk-translate', 0)
  await translator.goto(`${origin}/admin/entries`)
  await picture(translator, 'desk-entries', 0)

  await editor.goto(`${origin}${STREET}/facts`)
  await picture(editor, 'desk-facts', 0)
  await editor.goto(`${origin}${STREET}/media`)
  await editor.setInputFiles('input[type=file]', join(FOLDER, 'placard-150x200.png'))
  await editor.getByRole('button', { name: 'Gửi tệp' }).click()
  await editor.locator('main img').first().waitFor()
  await picture(editor, 'desk-pictures', 0)
  await publisher.goto(`${origin}/admin/import`)
  await picture(publisher, 'desk-import', 0)
  await publisher.goto(`${origin}/admin/signs/7K3QXC?template=placard-150x200`)
  await publisher.locator('img.face').waitFor()
  await picture(publisher, 'desk-sign', 0)
}

async function signedIn(role: Role, name: string, locales: Locale[] = []): Promise<Page> {
  const { auth } = site.services
  if (!auth) throw new Error('the desk is closed')
  const email = `${role}@example.gov.vn` as Email
  await addEditor(auth, { email, name, role, locales, password: PASSWORD })
  const context = await browser.newContext({ viewport: SIZE, locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto(`${origin}/admin/sign-in`)
  await page.fill('#email', email)
  await page.fill('#password', PASSWORD)
  await page.click('main form button')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
  return page
}

async function typeParagraph(page: Page, words: string): Promise<void> {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(`${words} [^s1]`)
  await page.waitForTimeout(1500)
}

/** As PNG of few colours. `top`: where the window is scrolled to first; where it is, unless told. */
async function picture(page: Page, name: string, top?: number): Promise<void> {
  if (top !== undefined) await page.evaluate((to) => window.scrollTo(0, to), top)
  await page.mouse.move(0, 0)
  const shot = await page.screenshot()
  const file = join(FOLDER, `${name}.png`)
  const { size } = await sharp(shot).resize(1000).png({ palette: true, colours: 64 }).toFile(file)
  console.log(`docs/pictures/${name}.png\t${size}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo
      server.close(() => resolve(free))
    })
  })
}
