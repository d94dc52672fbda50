/** A pack is one file with every page about one ward or commune, or one walk, for reading without a network. */

/** What a reader's phone downloads; src/web/client/offline keeps it. */
export interface Pack {
  format: 1
  /** Per locale, as in `Phường Tam Thanh`; of a walk its titles. */
  names: Record<string, string>
  /** Subjects, each in every language it has. */
  entries: { path: string; titles: Record<string, string> }[]
  /** The style sheet, left out of every page that has it. */
  style: string
  /** Content-Security-Policy of the pages. */
  policies: string[]
  /** Address -> page and the index of its policy, as in `/vi/streets/le-loi` and `/7K3QXC/vi`. */
  pages: Record<string, [html: string, policy: number]>
  /** Addresses of fonts and scripts the pages need. */
  files: string[]
}

/** Where the style was, and in place of the day the pack was kept. */
export const STYLE_GOES_HERE = '<style></style>'
export const KEPT_ON = '%KEPT-ON%'

/** As a reader compares sizes: to 10 kB below a tenth of a megabyte, then to that tenth. */
export function readableSize(bytes: number): { count: number; unit: 'kB' | 'MB' } {
  return bytes < 95_000
    ? { count: Math.max(10, Math.round(bytes / 10_000) * 10), unit: 'kB' }
    : { count: Math.round(bytes / 100_000) / 10, unit: 'MB' }
}
