/**
 * Pages are rendered once per edition. An opening is what one address leads to while the edition lasts;
 * it keeps one rendered page per language choice. When the edition number rises, all of them are let go:
 * there is no other invalidation.
 */
import { LRUCache } from 'lru-cache'
import {
  chooseLocale,
  parseWishes,
  type Locale,
  type LocaleChoice,
  type Offer,
} from '../domain/locale.ts'
import { sameLanguage } from '../domain/locale-tag.ts'
import { localBand, type LocalBand } from '../domain/scan.ts'
import type { ShortCode } from '../domain/short-code.ts'
import type { Site } from '../domain/site.ts'
import type { Edition } from '../store/site-settings.ts'

/** One address in one language, with its bytes in every encoding there is. */
export interface Page {
  status: number
  /** Of the text shown. */
  locale: Locale
  /** Everything but Set-Cookie, Date and what depends on the encoding. */
  headers: Record<string, string>
  /** Weak, over the uncompressed bytes, as in `W/"…"`. */
  etag: string
  plain: Uint8Array<ArrayBuffer>
  gzip?: Uint8Array<ArrayBuffer>
  brotli?: Uint8Array<ArrayBuffer>
  /**
   * Begun when a reader first takes brotli, since it costs a hundred times gzip and our own checks never do. Follows
   * some milliseconds later; until then, and if it fails, gzip serves.
   */
  makeBrotli?: () => void
}

/** What one address leads to, before anybody's language is known. */
export interface Opening {
  /** Languages it can be had in. */
  offer: Offer
  /** The locale named in the address itself; null where the reader's wishes decide. */
  chosen: Locale | null
  /** Set on `/CODE`, null elsewhere: a request for it is a scan of this sign. */
  scanned: ShortCode | null
  /** Set on `/CODE/locale`, null elsewhere: the choice is to be remembered. */
  remember: Locale | null
  /** Called once for each choice of language; what it throws becomes a 500 and is not kept. */
  render: (choice: LocaleChoice) => Promise<PageDraft>
}

/** A page before it has its bytes. */
export interface PageDraft {
  status: number
  locale: Locale
  html: string
  headers: Record<string, string>
}

/** Compression a runtime brings along; Workers have none, the network's edge compresses for them. */
export interface Compression {
  gzip: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>
  /** The same, elsewhere: what is large would keep everybody waiting. */
  gzipLarge?: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
  brotli: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
}

/** An opening with what was made of it so far. */
export interface KeptOpening extends Opening {
  /** Rendered pages by language choice, and those that are being rendered. */
  pages: Map<string, Page>
  making: Map<string, Promise<Page>>
  /** Language choices by what the phone asked for. */
  choices: LRUCache<string, LocaleChoice>
}

/** Addresses kept at once. A page with its compressed forms is about 20 kB. */
const OPENINGS_MAX = 4000
/** Bytes of rendered pages kept at once, as they are and compressed. */
const BYTES_MAX = 256 * 1024 * 1024
/** Spellings of Accept-Language remembered for one address. */
const CHOICES_MAX = 500
/** Bytes that are compressed at once, in a few milliseconds; no page of an entry is larger. */
const AT_ONCE_MAX = 100_000
/** Bytes of what is worth brotli's time: half a second at its best. Packs may be larger. */
const BROTLI_MAX = 500_000

/** All pages of one process. Another process has its own, and hears of a change by the edition number. */
export class Pages {
  #edition: Edition | null = null
  /** The local quarter of an hour that was last looked at, and its day: pages say what is true today. */
  #band: LocalBand | null = null
  readonly #openings = new LRUCache<string, KeptOpening>({ max: OPENINGS_MAX })
  // Things found once per edition, by key.
  readonly #found = new LRUCache<string, object>({ max: OPENINGS_MAX })
  readonly #making = new Map<string, Promise<unknown>>()
  /** What lets go of a rendered page, by the page; those made first go first. */
  readonly #rendered: LRUCache<Page, () => void>

  /** `bytesMax`: of rendered pages together; one that is larger alone is made anew for whoever asks. */
  constructor(
    private readonly findEdition: () => Promise<Edition>,
    private readonly now: () => Date,
    readonly compression: Compression | null = null,
    bytesMax = BYTES_MAX,
  ) {
    this.#rendered = new LRUCache<Page, () => void>({
      maxSize: bytesMax,
      sizeCalculation: (_, { plain, gzip }) => plain.byteLength + (gzip?.byteLength ?? 0) + 1,
      dispose: (letGo) => letGo(),
    })
  }

  /**
   * The edition that is in force, brought in before anything is read; null before the first import. A new edition or a
   * new local day lets everything go.
   */
  async refresh(): Promise<Site | null> {
    const edition = await this.findEdition()
    const band = this.#bandAt(this.now().getTime(), edition.site?.timeZone ?? 'UTC')
    if (edition.number !== this.#edition?.number || band.day !== this.#band?.day) this.#forget()
    this.#edition = edition
    this.#band = band
    return edition.site
  }

  /** Worked out anew every quarter of an hour, or when the clock was put back. */
  #bandAt(at: number, timeZone: string): LocalBand {
    const band = this.#band
    const holds = band && band.timeZone === timeZone && at >= band.since && at < band.until
    return holds ? band : localBand(at, timeZone)
  }

  #forget(): void {
    this.#openings.clear()
    this.#rendered.clear()
    this.#found.clear()
    // What is being made goes on for those who asked for it; whoever asks from now on has it made anew.
    this.#making.clear()
  }

  /** `make`, once for all who ask for `key` while it is being made: a cold page asked for by hundreds costs one. */
  #together<Made>(key: string, make: () => Promise<Made>): Promise<Made> {
    const begun = this.#making.get(key)
    if (begun) return begun as Promise<Made>
    const making = make().finally(() => {
      if (this.#making.get(key) === making) this.#making.delete(key)
    })
    this.#making.set(key, making)
    return making
  }

  /**
   * Anything else that pages show and that holds as long as they do: found once per edition and day. Two who ask at
   * once may both find it.
   */
  async once<Found extends object>(key: string, find: () => Promise<Found>): Promise<Found> {
    const kept = this.#found.get(key)
    if (kept) return kept as Found
    return this.#together(`found ${key}`, async () => {
      const number = this.#edition?.number
      const found = await find()
      if (number === this.#edition?.number) this.#found.set(key, found)
      return found
    })
  }

  /**
   * Only what is kept already, else undefined: for the handler in front, which must not wait. `path` is the kept form
   * of the address.
   */
  kept(path: string): KeptOpening | undefined {
    return this.#openings.get(path)
  }

  /** True when what is kept belongs to edition `number` and to today. */
  isOf(number: number): boolean {
    const until = this.#band?.until ?? 0
    return this.#edition?.number === number && this.now().getTime() < until
  }

  /** Null where the address leads nowhere; that is not kept, so the next who asks is looked up again. */
  async open(path: string, make: () => Promise<Opening | null>): Promise<KeptOpening | null> {
    const kept = this.#openings.get(path)
    if (kept) return kept
    return this.#together(`opening ${path}`, async () => {
      const number = this.#edition?.number
      const opening = await make()
      if (!opening) return null
      const fresh: KeptOpening = {
        ...opening,
        pages: new Map(),
        making: new Map(),
        choices: new LRUCache<string, LocaleChoice>({ max: CHOICES_MAX }),
      }
      if (number === this.#edition?.number) this.#openings.set(path, fresh)
      return fresh
    })
  }

  page(opening: KeptOpening, choice: LocaleChoice): Promise<Page> {
    const key = pageKey(choice)
    const kept = opening.pages.get(key)
    if (kept) return Promise.resolve(kept)
    const begun = opening.making.get(key)
    if (begun) return begun
    const making = this.#render(opening, choice, key).finally(() => opening.making.delete(key))
    opening.making.set(key, making)
    return making
  }

  async #render(opening: KeptOpening, choice: LocaleChoice, key: string): Promise<Page> {
    const page = await this.#finish(await opening.render(choice))
    opening.pages.set(key, page)
    const letGo = () => opening.pages.delete(key)
    this.#rendered.set(page, letGo)
    if (!this.#rendered.has(page)) letGo()
    return page
  }

  /** A page made for one answer: it is not kept. */
  async unkept(draft: PageDraft): Promise<Page> {
    const page = await this.#finish(draft)
    delete page.makeBrotli
    return page
  }

  async #finish({ status, locale, html, headers }: PageDraft): Promise<Page> {
    const plain = new TextEncoder().encode(html)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', plain))
    const etag = `W/"${btoa(String.fromCharCode(...digest.slice(0, 12)))}"`
    const page: Page = { status, locale, headers, etag, plain }
    if (this.compression) {
      const { gzip, gzipLarge, brotli } = this.compression
      const isLarge = plain.byteLength > AT_ONCE_MAX
      page.gzip = isLarge && gzipLarge ? await gzipLarge(plain) : gzip(plain)
      if (plain.byteLength > BROTLI_MAX) return page
      page.makeBrotli = () => {
        delete page.makeBrotli
        brotli(plain).then(
          (bytes) => (page.brotli = bytes),
          () => undefined,
        )
      }
    }
    return page
  }
}

/** `wished` and `shown`: a page in another language than asked for says so. */
export function pageKey(choice: LocaleChoice): string {
  return `${choice.wished} ${choice.shown}`
}

/** The language choice for one reader; `cookie` is the locale they once picked, or ''. */
export function choiceFor(
  opening: KeptOpening,
  acceptLanguage: string,
  cookie: string,
): LocaleChoice {
  const key = `${cookie}\n${acceptLanguage}`
  const known = opening.choices.get(key)
  if (known) return known
  const picked = opening.chosen ?? (cookie ? sameLanguage(cookie, opening.offer.site) : null)
  const choice = chooseLocale(picked, parseWishes(acceptLanguage), opening.offer)
  // A header of many kilobytes is somebody's trial, not a phone: it is answered, not remembered.
  if (key.length < 500) opening.choices.set(key, choice)
  return choice
}
