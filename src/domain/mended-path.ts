/**
 * The address that was meant, where the path of one has come with what people, scanners and messengers put around it:
 * a slash or a full stop behind, a doubled slash, `index.html`, zero-width spaces, `&fbclid=…` without its `?`.
 */

/** Nothing of ours ends in these. */
const BEHIND =
  /(?:[\s.,:!?…'"“”‘’«»`´<>()[\]{}|\\^*_~=\-–—。，、：！？（）「」『』【】《》〈〉\p{Cf}]|\/+(?:index|default)\.[a-z]{3,5}|\.(?:html?|php|aspx?)|\/)+$/iu
const BEFORE = /^[\s'"“”‘’«»`´<>()[\]{}|\\^*_~（「『【《〈]+/u

/** Without a slash at its end; `/` where nothing is left. Mending what is mended changes nothing. */
export function mendedPath(path: string): string {
  const segments = decoded(decoded(path))
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\ufe00-\ufe0f]/gu, '')
    // The whole address behind our own.
    .replace(/^\/+https?:\/+[^/]+\/+/i, '/')
    .replace(/[?#&;].*$/s, '')
    .replace(BEHIND, '')
    .split('/')
    .map((segment) => segment.replace(BEFORE, '').trim())
    .filter(Boolean)
  return `/${segments.join('/')}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What Facebook, Zalo, WeChat, Google and their kin add to a link to know it again. */
const TRACKING =
  /^(?:(?:fb|g|d|tw|y|tt)clid|msclkid|[wg]braid|utm_\w+|igsh(?:id)?|mibextid|zarsrc|gidzl|zalo\w*|_g[al]|spm|from|isappinstalled|scene|nsukey|wxfrom|mc_[ce]id)(?:=|$)/i

/** A query (`?a=1&fbclid=…`) without what was added; '' where nothing else was in it. */
export function withoutTracking(query: string): string {
  const kept = query
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part))
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}
