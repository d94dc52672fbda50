/** A text is an entry's title, summary and body in one locale; a revision is one saved, unchangeable state of it. */
import type { EntryPath } from './entry.ts'
import type { Locale } from './locale.ts'

/** Characters (code points, NFC). The widest placard template holds two lines of 40. */
export const TITLE_MAX = 80
/** What can be read aloud in about 20 seconds. */
export const SUMMARY_MAX = 300
export const BODY_MAX = 20_000

export interface Text {
  title: string
  summary: string
  /** Markdown, with citations as `[^s1]`. */
  body: string
  /** Source revision a translation was made from; null in the source language. */
  basedOn: number | null
}

export interface Revision extends Text {
  entry: EntryPath
  locale: Locale
  /** From 1, without gaps. */
  number: number
  savedBy: string
  /** ISO 8601, UTC. */
  savedAt: string
}

/** A translation is stale when the published source has moved on since the revision it was made from. */
export function isStale(basedOn: number | null, publishedSource: number | null): boolean {
  return basedOn !== null && publishedSource !== null && basedOn < publishedSource
}

export function characters(text: string): number {
  return [...text.normalize('NFC')].length
}
