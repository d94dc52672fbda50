/** All that the page of an entry shows, and that its parts are given. */
import type { Sign } from '../../../domain/sign.ts'
import type { TextStanding } from '../../../domain/text-state.ts'
import type { EntryPage, PublishedText } from '../../../store/public-entry.ts'
import type { LanguageLink } from '../page-layout.tsx'
import type { PackOffer } from '../pack-contents.ts'
import type { Reading } from '../reading.ts'
import type { Nearby } from './nearby-search.ts'

export interface EntryPageProps {
  reading: Reading
  entry: EntryPage
  /** The public text that is shown, in the reader's language or the nearest to it. */
  text: PublishedText
  /** Of all its public texts. */
  standings: TextStanding[]
  /** Body of the text as HTML, with its citations numbered in the order of `cited`, which holds ids of sources. */
  body: string
  cited: string[]
  languages: LanguageLink[]
  /** The sign that was scanned, when one was; null on the page of the entry itself. */
  sign: Sign | null
  /** The day on which that sign was printed, YYYY-MM-DD. */
  printedOn: string | null
  /** Said above the text, as after the scan of a replaced sign. */
  note: string | null
  /** YYYY-MM-DD, local. */
  today: string
  /** Null where its own place is not told; then nothing is said of what lies near. */
  nearby: Nearby | null
  /** Offered to be read without a network; often none. */
  packs: PackOffer[]
}
