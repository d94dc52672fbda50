/** A work (tài liệu): a book, a resolution, a page on the web, once, however many entries rest on it. */
import type { Source } from './entry.ts'

/** What a source of an entry takes from the work it is; '' where nothing is known. */
export const WORK_KEYS = ['title', 'author', 'publisher', 'url', 'date', 'copy'] as const
export type WorkKey = (typeof WORK_KEYS)[number]

export interface Work extends Record<WorkKey, string> {
  /** For good: people write it down. */
  id: number
  /** Sources of entries that are this work. */
  uses: number
}

/** Says all that tells it from others, and its number: `Địa chí Lạng Sơn · NXB Chính trị quốc gia · 1999 [#12]`. */
export function workLabel({ id, title, author, publisher, date }: Work): string {
  return `${[title, author, publisher, date].filter((part) => part !== '').join(' · ')} [#${id}]`
}

/** The number at the end of a label, or `#12` alone; null for any other words. */
export function workNumber(text: string): number | null {
  const digits = /^#(\d{1,9})$|\[#(\d{1,9})\]$/.exec(text.trim())
  return digits ? Number(digits[1] ?? digits[2]) : null
}

/** Ids of the sources of an entry that are told anew: all else of them stays, page and numbers too. */
export function withWork(
  sources: readonly Source[],
  ids: ReadonlySet<string>,
  told: Partial<Record<WorkKey, string>>,
): Source[] {
  return sources.map((source) => {
    if (!ids.has(source.id)) return source
    const next: Record<string, unknown> = { ...source }
    for (const key of WORK_KEYS) {
      if (told[key]) next[key] = told[key]
      else delete next[key]
    }
    return next as unknown as Source
  })
}
