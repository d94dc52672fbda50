/** When festivals are held: by the lunar calendar, and on which days this year or next. */
import type { Facts, Festival, IsoDate } from '../../../domain/entry.ts'
import { nextFestival, type FestivalDays } from '../../../domain/lunar.ts'
import { inLocale } from '../../../domain/site.ts'
import { lunarDays } from '../../../messages/lunar-words.ts'
import { dateSpan, langIf, sayFor, type Reading } from '../reading.ts'

interface Props {
  reading: Reading
  festival: Festival
  /** Number of its source in the list of the page, from 1. */
  number: number
  /** Whether no other place of the page names that source before: then the list leads back here. */
  isFirst: boolean
  /** YYYY-MM-DD, local. */
  today: IsoDate
}

/** Lunar days first, for they are what is kept; solar ones follow as far as the calendar is reckoned. */
export function FestivalLine({ reading, festival, number, isFirst, today }: Props) {
  const { words } = reading
  const name = festivalName(festival, reading)
  const next = nextFestival(festival, today)
  return (
    <>
      {name && (
        <>
          <span lang={langIf(name.locale, words)}>{name.text}</span>
          {sayFor(reading)('text.colon')}
        </>
      )}
      {lunarDays(words, festival.from, festival.to)}
      {next && `${sayFor(reading)('text.semicolon')}${heldOn(next, reading, today)}`}
      <sup>
        <a
          href={`#source-${number}`}
          id={isFirst ? `cite-${number}-1` : undefined}
          role="doc-noteref"
        >
          [{number}]
        </a>
      </sup>
    </>
  )
}

function heldOn({ first, last }: FestivalDays, reading: Reading, today: IsoDate): string {
  const key = first <= today ? 'festival.now' : 'festival.next'
  return sayFor(reading)(key, { days: dateSpan(reading.words, first, last) })
}

/** Name of the festival in the reader's language or the nearest to it; null where it has none of its own. */
export function festivalName({ name }: Festival, reading: Reading) {
  const found = name && inLocale(name, reading.wished, reading.site)
  return found?.text ? found : null
}

/** Sources of the page in the order of their numbers: those the text cites, then those of festivals. */
export function citedWithFestivals(cited: readonly string[], facts: Facts): string[] {
  return [...new Set([...cited, ...(facts.festivals ?? []).map(({ source }) => source)])]
}
