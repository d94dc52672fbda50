import type { Locale } from '../domain/locale.ts'
import type { Site } from '../domain/site.ts'
import type { ExchangeAnswer, ExchangeQuestion } from '../exchange/exchange-question.ts'
import type { CardWords } from '../press/files/card.ts'
import type { Database } from '../store/database.ts'
import type { MediaStore } from '../store/media-port.ts'
import type { Basemap } from '../store/basemap-source.ts'
import type { Pages } from './pages.ts'
import type { Pictures } from './pictures.ts'
import type { Printing } from '../printing/printing.ts'
import type { ScanCounter } from './scan-counter.ts'
import type { Auth } from './session.ts'

export interface Mail {
  /** Plain text. Throws when the server does not take it. */
  send: (letter: { to: string; subject: string; text: string }) => Promise<void>
}

/** What a runtime hands to the app: the things that differ between Node and Workers, and those a test fixes. */
export interface Services {
  db: Database
  pages: Pages
  scans: ScanCounter
  /** As in `https://qr.langson.gov.vn`, without a slash at the end. */
  origin: string
  /** Null serves only the public, read-only site. */
  auth: Auth | null
  /** The province's own place to sign in, as editors know it. Absent where there is none. */
  provider?: string
  /** Absent where one-time addresses are handed over by hand. */
  mail?: Mail
  /** True on a copy that is thrown away: the desk says so on every page. */
  practice: boolean
  /** The clock, passed in so that tests can fix it. */
  now: () => Date
  /** Pictures, recordings and issued files. */
  media: MediaStore
  /** Streets under the places of the map. Absent, or null, where the operator brought none. */
  findBasemap?: () => Promise<Basemap | null>
  /** A PNG for messages. Absent where nothing can be drawn, as on Workers. */
  drawCard?: (words: CardWords) => Promise<Uint8Array<ArrayBuffer>>
  /** A file of src/web/static by its name; null when there is none. */
  findStatic: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** Set where operators took packs back: none is offered, and `/sw.js` ends what phones run of it. */
  withoutPacks?: boolean
  /** Absent where nothing can be drawn or made, as on Workers. */
  printing?: Printing
  /** A file of many rows, read by another process. Absent where none can be started: the app then reads it itself. */
  exchange?: (question: ExchangeQuestion) => Promise<ExchangeAnswer>
  /** Absent where pictures cannot be resized, as on Workers: there the browser does it before it sends them. */
  pictures?: Pictures
}

export interface AppEnv {
  Bindings: {
    services: Services
    /** The network address of whoever asks, where the runtime knows it: for limits, never kept with a scan. */
    client: string | null
    /** Set where this one cannot be answered now, whatever its address. */
    isBusy?: boolean
  }
  Variables: {
    site: Site
    /** The locale the reader is addressed in when there is no entry to choose by. */
    wished: Locale
  }
}
