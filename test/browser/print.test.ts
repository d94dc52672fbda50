/** A teacher or a clerk prints the page: the text and its sources, without what is only for the screen. */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { test } from 'vitest'
import { describeInBrowser, expect } from './browser.ts'
import { PAGES } from './pages.ts'

describeInBrowser('on paper', (browsing) => {
  test.each(['a street', 'a place'])('%s has its text and sources, no languages', async (name) => {
    const { page, close } = await browsing.open(PAGES[name]!('vi'), 'vi')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.languages').isVisible()).toBe(false)
    const title = await page.locator('h1').innerText()
    const source = await page.locator('.sources a[href^="http"]').first().getAttribute('href')
    const text = await textOfPdf(await page.pdf({ format: 'A4' }))
    await close()
    expect(text).toContain(plain(title))
    expect(text).toContain(plain(source ?? ''))
    expect(text).toContain('Nguồn')
    expect(text).not.toMatch(/English|简体中文|Đếnnộidungchính/)
  })
})

/** Without white space and hyphens: a PDF breaks lines where it likes. */
const plain = (text: string) => text.normalize('NFC').replace(/[\s\-\u0002\ufffe]/g, '')

async function textOfPdf(bytes: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(new Uint8Array(bytes))
  const texts = [...document.pages()].map((page) => page.getText())
  document.destroy()
  library.destroy()
  return plain(texts.join(''))
}
