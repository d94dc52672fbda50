/**
 * A PDF for people at a desk, not for a press: tagged, so that it can be read aloud, in a language, shown by its
 * title. The same facts and content give the same bytes.
 */
import PDFDocument from 'pdfkit'
import { joinBytes } from './join-bytes.ts'
import { xmpPacket, type PdfFacts } from './xmp.ts'

export interface OfficeFacts {
  title: string
  /** What else tells this file from others of the same title. */
  subject?: string
  /** BCP 47. */
  language: string
  /** YYYY-MM-DD */
  day: string
}

export class OfficeDocument extends PDFDocument {
  readonly #facts: PdfFacts
  readonly #written: Promise<Uint8Array>

  /** Without a page. */
  constructor({ title, subject = '', language, day }: OfficeFacts) {
    const facts: PdfFacts = {
      title,
      subject,
      creator: 'Stele',
      producer: 'Stele with pdfkit',
      date: new Date(`${day}T00:00:00Z`),
    }
    super({
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      font: null,
      info: {
        Title: title,
        ...(subject && { Subject: subject }),
        Creator: facts.creator,
        Producer: facts.producer,
        CreationDate: facts.date,
        ModDate: facts.date,
      },
    })
    this.#facts = facts
    const chunks: Uint8Array[] = []
    this.#written = new Promise((resolve) => {
      this.on('data', (chunk) => chunks.push(chunk))
      this.on('end', () => resolve(joinBytes(chunks)))
    })
  }

  /** pdfkit writes titles into its own packet as they are, `&` and `<` included. */
  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' })
    metadata.compress = false
    metadata.end(new TextEncoder().encode(xmpPacket(this.#facts, this._id)))
    this._root.data['Metadata'] = metadata
  }

  finish(): Promise<Uint8Array> {
    this.end()
    return this.#written
  }
}
