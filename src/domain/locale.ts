/** A BCP 47 tag in canonical case, as in `vi`, `zh-Hans`, `tyz`. Which ones exist is said by site.yaml, not by the code. */
export type Locale = string & { readonly brand: 'Locale' }

/** Null when the tag is malformed. */
export function parseLocale(text: string): Locale | null {
  try {
    return (Intl.getCanonicalLocales(text)[0] ?? null) as Locale | null
  } catch {
    return null
  }
}

/** A language in its own name: "Tiếng Việt", "English", "简体中文". */
export function ownName(locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
