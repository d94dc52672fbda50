/**
 * An entry (mục từ) is one subject people read about: a street, a figure, a heritage site, a place, or a walk
 * that leads from one to the next.
 * Its facts are shared by all languages; its texts (revision.ts) are one per locale.
 */
import type { Locale } from './locale.ts'

export const KINDS = ['street', 'figure', 'heritage-site', 'place', 'walk'] as const
export type Kind = (typeof KINDS)[number]

/** The folder in content/ and the segment in addresses, as in `/vi/streets/le-loi`. */
export const KIND_FOLDERS = {
  street: 'streets',
  figure: 'figures',
  'heritage-site': 'heritage-sites',
  place: 'places',
  walk: 'walks',
} as const satisfies Record<Kind, string>
export type KindFolder = (typeof KIND_FOLDERS)[Kind]

/** `streets/hoang-van-thu`: how files, commands and other entries name an entry. */
export type EntryPath = string & { readonly brand: 'EntryPath' }

/** The file in content/ that holds the facts. */
export function factsFileOf(kind: Kind): 'entry.yaml' | 'walk.yaml' {
  return kind === 'walk' ? 'walk.yaml' : 'entry.yaml'
}

/** Of one entry: ASCII letters and digits, in words between hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Null for a folder that is none. */
export function kindOfFolder(folder: string): Kind | null {
  return KINDS.find((kind) => KIND_FOLDERS[kind] === folder) ?? null
}

export function entryPath(kind: Kind, slug: string): EntryPath {
  return `${KIND_FOLDERS[kind]}/${slug}` as EntryPath
}

/** Where an entry lies today; its id may be an older path. */
export function pathOf({ kind, slug }: { kind: Kind; slug: string }): EntryPath {
  return entryPath(kind, slug)
}

/** Null for anything but a folder of a kind and a slug; whether the entry exists is not asked. */
export function parseEntryPath(text: string): { path: EntryPath; kind: Kind; slug: string } | null {
  const [folder = '', slug = '', ...rest] = text.split('/')
  const kind = kindOfFolder(folder)
  if (!kind || rest.length > 0 || !SLUG.test(slug)) return null
  return { path: text as EntryPath, kind, slug }
}

/** `1909`, `1909-11` or `1909-11-04`: a date as precise as its source. Years before 1000 keep four digits. */
export type PartialDate = string
/** `22/1`: day and month of the Vietnamese lunar calendar. */
export type LunarDay = string
/** `2002-01-28` */
export type IsoDate = string

export const NAME_KINDS = ['official', 'former', 'other', 'other-script', 'translation'] as const
export interface Name {
  /** NFC. */
  text: string
  locale: Locale
  kind: (typeof NAME_KINDS)[number]
  /** Where a sign may break it, as in `Đền Mẫu | Đồng Đăng` (name-breaks.ts); without it the rule of its language decides. */
  breaks?: string | undefined
  from?: PartialDate | undefined
  to?: PartialDate | undefined
  source?: string | undefined
}

/** The act that gave a street its name, by a body that may. */
export interface Naming {
  body: string
  number?: string | undefined
  date: PartialDate
  act: 'named' | 'renamed' | 'extended' | 'abolished'
  source: string
}

/** Where a street starts and ends. Lengths in metres. */
export interface Extent {
  from: string
  to: string
  lengthM?: number | undefined
  widthM?: number | undefined
  source: string
}

/** Where a walk leads, and what to look at there. */
export interface Stop {
  entry: EntryPath
  note?: Record<string, string> | undefined
}

/** How long a walk is, when a source says so. */
export interface Way {
  distanceM?: number | undefined
  minutes?: number | undefined
  source: string
}

export interface LifeDate {
  date: PartialDate
  /** Told by some sources only, or not to the day: worded with "about" on the page. */
  circa?: boolean | undefined
  /** The day in the lunar calendar, as its source writes it, when the commemoration is lunar. */
  lunar?: string | undefined
  source: string
}

export const RANKS = ['special-national', 'national', 'provincial', 'inventoried'] as const
export interface Rank {
  level: (typeof RANKS)[number]
  year?: number | undefined
  decision?: string | undefined
  source: string
}

/** Held every year on the same days of the lunar calendar; without `to` it lasts one day. */
export interface Festival {
  from: LunarDay
  to?: LunarDay | undefined
  /** What it is called, per locale. */
  name?: Record<string, string> | undefined
  source: string
}

/** WGS 84, degrees. `accuracyM` is the radius, in metres, within which the true point is believed to lie. */
export interface Position {
  lat: number
  lon: number
  accuracyM: number
  source: string
}

/** Positions worse than this, in metres, are never shown as exact. */
export const EXACT_WITHIN_M = 50

/** When something lies in a unit; without dates, today. `to` is the first day it no longer does. */
export interface EntryUnit {
  code: string
  from?: IsoDate | undefined
  to?: IsoDate | undefined
  source?: string | undefined
}

export interface EntryImage {
  file: string
  /** Alternative text per locale; `decorative` images have none. */
  alt?: Record<string, string> | undefined
  decorative?: boolean | undefined
  author: string
  licence: string
}

/** A recording of an entry, in one language. */
export interface EntryAudio {
  file: string
  locale: Locale
  /** Whose voice it is. */
  speaker: string
  licence: string
  /** Seconds. */
  durationS?: number | undefined
  /** What is said, where that is not the text of the page. */
  transcript?: string | undefined
}

/** A document that statements rest on, or what everybody knows. */
export interface Source {
  id: string
  /** `general-knowledge`: allowed while review is pending; on pages only, never in print. */
  kind?: 'document' | 'general-knowledge' | undefined
  title?: string | undefined
  author?: string | undefined
  publisher?: string | undefined
  url?: string | undefined
  date?: PartialDate | undefined
  accessed?: IsoDate | undefined
  /** Where a copy can be read: an archive and its number, a library. */
  copy?: string | undefined
  /** Where in it: page, article or leaf, in words. */
  at?: string | undefined
  /** Years and figures that it bears out, in digits. */
  attests?: string[] | undefined
}

/** Something a reviewer still has to look up: never public. */
export interface ToVerify {
  what: string
  /** Where it would stand. */
  document?: string | undefined
}

/** Who vouches for the facts, in which office, since which day; or nobody yet. */
export type Review =
  { state: 'pending' } | { state: 'approved'; by: string; role?: string | undefined; on: IsoDate }

/** What entry.yaml holds. Keys that belong to one kind only are absent on the others. */
export interface Facts {
  names: Name[]
  formerSlugs?: string[] | undefined
  /** Stops of a walk, in the order of walking. */
  stops?: Stop[] | undefined
  way?: Way | undefined
  namedAfter?: EntryPath[] | undefined
  namings?: Naming[] | undefined
  extent?: Extent | undefined
  born?: LifeDate | undefined
  died?: LifeDate | undefined
  rank?: Rank | undefined
  festivals?: Festival[] | undefined
  adminUnits?: EntryUnit[] | undefined
  position?: Position | undefined
  /** True keeps the place off every page, file and map; the address of the ward stays. */
  restrictedLocation: boolean
  /** True asks for four eyes, approved facts, and tells nothing of where or when. */
  livingPerson: boolean
  images?: EntryImage[] | undefined
  audio?: EntryAudio[] | undefined
  related?: EntryPath[] | undefined
  toVerify?: ToVerify[] | undefined
  sources: Source[]
  review: Review
  /** True keeps the entry from everything public and from print. */
  withheld: boolean
}

/**
 * The official name in the source language: what a page's title and a placard must spell. Any official name where there
 * is none in it, null where there is none at all; names that have ended do not count.
 */
export function officialName(facts: Pick<Facts, 'names'>, source: Locale): Name | null {
  const official = facts.names.filter((name) => name.kind === 'official' && !name.to)
  return official.find((name) => name.locale === source) ?? official[0] ?? null
}

/**
 * The name a reader of `locale` is shown on a placard: the official one, else a translation; null when the facts hold
 * none.
 */
export function nameIn(facts: Pick<Facts, 'names'>, locale: Locale): Name | null {
  const inLocale = facts.names.filter((name) => name.locale === locale && !name.to)
  return (
    inLocale.find((name) => name.kind === 'official') ??
    inLocale.find((name) => name.kind === 'translation') ??
    null
  )
}

/** Where the public page of an entry is: `/vi/streets/le-loi`. */
export function pageAddress(kind: Kind, slug: string, locale: Locale): string {
  return `/${locale}/${KIND_FOLDERS[kind]}/${slug}`
}
