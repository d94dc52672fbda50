import type { Site } from '../../../src/domain/site.ts'
import { interfaceLocale, message } from '../../../src/messages/messages.ts'

/** Each locale of a site with a sentence its readers must see. */
export function localesOf(site: Site) {
  return site.locales.map((tag) => ({
    tag,
    unknownSign: message(interfaceLocale(tag, site.fallbackLocale), 'sign.unknown.title'),
  }))
}
