/** The page as text, doctype first. */
export function documentOf(page: unknown): string {
  return `<!doctype html>${String(page)}`
}
