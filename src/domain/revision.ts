/** A text is an entry's title, summary and body in one locale; a revision is one saved, unchangeable state of it. */
import type { EntryPath } from './entry.ts'
import type { Locale } from './locale.ts'

/** Characters (code points, NFC). The widest placard template holds two lines of 40. */
export const TITLE_MAX = 80
/** What can be read aloud in about 20 seconds. */
export const SUMMARY_MAX = 300
export const BODY_MAX = 20_000
/** A note to a paragraph, and the answer to one. */
export const NOTE_MAX = 1000

export interface Text {
  title: string
  summary: string
  /** Markdown, with citations as `[^s1]`. */
  body: string
  /** Source revision a translation was made from; null in the source language. */
  basedOn: number | null
}

/** Who made the words: a person, or a machine whose words nobody has gone over yet. */
export type Origin = 'hand' | 'machine'

/** Names one text; with a number, one revision of it. */
export interface TextRef {
  entry: EntryPath
  locale: Locale
}
export interface RevisionRef extends TextRef {
  /** From 1, without gaps. */
  number: number
}

export interface Revision extends Text, RevisionRef {
  origin: Origin
  savedBy: string
  /** ISO 8601, UTC. */
  savedAt: string
}

/** Code points of the text in NFC: what limits count. */
export function characters(text: string): number {
  return [...text.normalize('NFC')].length
}
