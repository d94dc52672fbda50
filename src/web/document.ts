/** The page as text, doctype first. For views alone: their escaping is all that stands between words and mark-up. */
export function documentOf(page: unknown): string {
  return `<!doctype html>${String(page)}`
}
