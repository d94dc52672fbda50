/** A file for the back of something clear, as it is seen from the front. */
import { PDFArray, PDFDocument, PDFName, type PDFPageLeaf } from '@cantoo/pdf-lib'
import { numbersOf } from './pdf-facts.ts'

/**
 * The same file with what every page paints turned about the middle of its media box; its boxes, which lie evenly
 * about that, stay. Rejects when the bytes are no PDF that can be read.
 */
export async function unmirrored(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  for (const page of document.getPages()) turn(page.node)
  return document.save({ useObjectStreams: false, updateFieldAppearances: false })
}

function turn(page: PDFPageLeaf): void {
  const { context } = page
  const media = page.getInheritableAttribute(PDFName.of('MediaBox'))
  const [left = 0, , right = 0] = numbersOf(media && context.lookup(media))
  const before = context.register(context.stream(`q -1 0 0 1 ${left + right} 0 cm\n`))
  const after = context.register(context.stream('\nQ'))
  const contents = page.get(PDFName.of('Contents'))
  const whole = contents && context.lookup(contents)
  const own = whole instanceof PDFArray ? whole.asArray() : contents ? [contents] : []
  page.set(PDFName.of('Contents'), context.obj([before, ...own, after]))
}
