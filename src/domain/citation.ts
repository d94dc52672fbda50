/**
 * Citations in a text are `[^id]`; on the page they become numbers in order of first appearance. The pattern is global:
 * it is for matchAll alone.
 */

export const CITATION = /\[\^([A-Za-z0-9_-]+)\]/g

/** Ids in order of first appearance, each once. */
export function citedIds(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(CITATION)].map((match) => match[1] as string))]
}
