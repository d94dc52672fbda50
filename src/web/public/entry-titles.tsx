/** Entries by the titles a reader is shown, in the order given; each leads to its page in the reader's language. */
import { pageAddress } from '../../domain/entry.ts'
import { sourceLocale } from '../../domain/site.ts'
import type { EntryTitle } from '../../store/public-entry.ts'
import { langIf, type Reading } from './reading.ts'

export function EntryList({
  reading,
  entries,
}: {
  reading: Reading
  entries: readonly EntryTitle[]
}) {
  return (
    <ul class="list">
      {entries.map((entry) => {
        const { title, locale } = titleFor(entry, reading)
        return (
          <li>
            <a href={pageAddress(entry.kind, entry.slug, reading.wished)}>
              <span lang={langIf(locale, reading.words)}>{title}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/**
 * The title a reader is shown, and its locale: their own, else the fallback's, else the source's, else any. '' where
 * there is none.
 */
export function titleFor({ titles }: Pick<EntryTitle, 'titles'>, { wished, site }: Reading) {
  const order = [wished, site.fallbackLocale, sourceLocale(site), ...Object.keys(titles)]
  const locale = order.find((candidate) => titles[candidate]) ?? wished
  return { title: titles[locale] ?? '', locale }
}
