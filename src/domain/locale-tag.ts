/**
 * Tags of languages as programs, people and files write them: `zh_CN`, `vi-VN.UTF-8`, `EN`, `zh-CHS`. Also used in the
 * browser's service worker, so it knows neither the matcher's tables nor the site.
 */

/** With hyphens, and without what POSIX (`vi_VN.UTF-8@euro`) and old .NET (`zh-CHS`) write; it may still be no tag. */
export function hyphened(text: string): string {
  return text
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/[.@].*$/, '')
    .replace(/_/g, '-')
    .replace(/-chs$/i, '-Hans')
    .replace(/-cht$/i, '-Hant')
}

/** In canonical case; '' where it is no tag. */
export function plainTag(text: string): string {
  try {
    return Intl.getCanonicalLocales(hyphened(text))[0] ?? ''
  } catch {
    return ''
  }
}

/** The one of `offered` in the same language and script by likely subtags: `zh_CN` is zh-Hans, `vi-VN` is vi, `zh-TW` is not zh-Hans. */
export function sameLanguage<Tag extends string>(
  text: string,
  offered: readonly Tag[],
): Tag | null {
  const tag = plainTag(text)
  if (tag === '') return null
  const exact = offered.find((one) => one.toLowerCase() === tag.toLowerCase())
  return exact ?? offered.find((one) => languageAndScript(one) === languageAndScript(tag)) ?? null
}

/**
 * What an address of ours means by a tag: the same language, or that language in another script (`zh-TW`), or the
 * language of a country that was written for it (`/vn/`).
 */
export function languageMeant<Tag extends string>(
  text: string,
  offered: readonly Tag[],
): Tag | null {
  const tag = plainTag(text)
  const [language] = languageAndScript(tag).split('-')
  return (
    sameLanguage(text, offered) ??
    offered.find((one) => language && languageAndScript(one).split('-')[0] === language) ??
    (isCountry(tag) ? sameLanguage(`und-${tag}`, offered) : null)
  )
}

function languageAndScript(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return `${language}-${script ?? ''}`
  } catch {
    return tag.toLowerCase()
  }
}

/** Of a code nobody knows, the likeliest language would be that of the whole world. */
function isCountry(tag: string): boolean {
  return /^[a-z]{2}$/i.test(tag) && languageAndScript(`und-${tag}`) !== languageAndScript('und')
}
