import { KIND_FOLDERS, KINDS, type Kind, pageAddress } from '../../../domain/entry.ts'
import type { Excerpt } from '../../../domain/excerpt.ts'
import { excerptOf } from '../../../domain/excerpt.ts'
import type { FoundKind, Term } from '../../../domain/search.ts'
import { spaced } from '../../../domain/short-code.ts'
import { sourceLocale } from '../../../domain/site.ts'
import type {
  EntryResult,
  UnitResult,
  SearchGroup,
  SearchFindings,
} from '../../../search/answer-search.ts'
import { Layout } from '../page-layout.tsx'
import { langIf, sayFor, writtenDate, type Reading } from '../reading.ts'
import { Said } from '../said.tsx'
import { SearchForm } from '../search-form.tsx'
import { addressOfUnit, UnitLink } from '../unit-name.tsx'
import { Words } from '../words.tsx'
import { titleFor } from '../entry-titles.tsx'
import { EntryLine } from '../entry-line.tsx'
import { Foot } from '../site-links.tsx'

interface Props {
  reading: Reading
  /** What was asked, cut to QUERY_MAX; '' for nothing. */
  q: string
  /** Null when nothing was asked. */
  findings: SearchFindings | null
  /** The only kind asked for; null for all of them. */
  kind: FoundKind | null
  /** YYYY-MM-DD, local. */
  today: string
}

export function SearchPage(props: Props) {
  const { reading, q, findings } = props
  const say = sayFor(reading)
  return (
    <Layout
      reading={reading}
      title={q ? say('search.for', { q }) : say('search.title')}
      languages={reading.site.locales.map((locale) => ({
        locale,
        href: searchAddress(locale, q, props.kind),
      }))}
      main={
        <>
          <SearchForm reading={reading} id="q" q={q} />
          {findings ? <Found {...props} findings={findings} /> : <Ways reading={reading} />}
        </>
      }
      aside={<Foot reading={reading} links={['home', 'about']} />}
    />
  )
}

function searchAddress(locale: string, q: string, kind: FoundKind | null = null): string {
  const only = kind ? `&kind=${kind === 'unit' ? 'units' : KIND_FOLDERS[kind]}` : ''
  return `/${locale}/search?q=${encodeURIComponent(q).replaceAll('%20', '+')}${only}`
}

/** Before anything is asked, or where nothing was found: what can be found, and how. */
function Ways({ reading }: { reading: Reading }) {
  const say = sayFor(reading)
  return (
    <>
      <p>{say('search.ways')}</p>
      <h2>{say('search.kinds')}</h2>
      <ul class="list">
        {KINDS.map((kind: Kind) => (
          <li>
            <a href={`/${reading.wished}/${KIND_FOLDERS[kind]}`}>{say(`kinds.${kind}`)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Found(props: Props & { findings: SearchFindings }) {
  const { reading, q, kind, findings, today } = props
  const say = sayFor(reading)
  const count = findings.groups.reduce((sum, group) => sum + group.count, 0)
  return (
    <>
      <p role="status">
        {count === 0
          ? say('search.none')
          : say(findings.isMore ? 'search.countMore' : 'search.count', { count })}
      </p>
      <Meant reading={reading} findings={findings} />
      {count === 0 && <Ways reading={reading} />}
      {findings.groups.map((group) => (
        <section>
          <h2>
            {say(group.kind === 'unit' ? 'kinds.unit' : `kinds.${group.kind}`)}{' '}
            <span class="soft">({group.count})</span>
          </h2>
          <ul class="results">
            {group.entries.map((result) => (
              <EntryFound {...props} result={result} />
            ))}
            {group.units.map((result) => (
              <UnitFound reading={reading} result={result} today={today} terms={findings.terms} />
            ))}
          </ul>
          {isCut(group) && kind === null && (
            <p>
              <a class="more" href={searchAddress(reading.wished, q, group.kind)}>
                {say('search.more', {
                  count: group.count,
                  kind: say(group.kind === 'unit' ? 'kinds.unit' : `kinds.${group.kind}`),
                })}
              </a>
            </p>
          )}
        </section>
      ))}
      {kind !== null && (
        <p>
          <a class="more" href={searchAddress(reading.wished, q)}>
            {say('search.allKinds')}
          </a>
        </p>
      )}
    </>
  )
}

function isCut({ count, entries, units }: SearchGroup): boolean {
  return count > entries.length + units.length
}

/** What may have been meant, where what was asked finds little: names alike, and codes one slip away. */
function Meant({ reading, findings: { meant } }: { reading: Reading; findings: SearchFindings }) {
  if (meant.names.length + meant.codes.length === 0) return null
  return (
    <div class="notice">
      <p>{sayFor(reading)('search.meant')}</p>
      <ul class="list">
        {meant.names.map(({ text, locale }) => (
          <li>
            <a href={searchAddress(reading.wished, text)}>
              <span lang={langIf(locale, reading.words)}>{text}</span>
            </a>
          </li>
        ))}
        {meant.codes.map((code) => (
          <li>
            <a class="code" href={`/${code}/${reading.wished}`}>
              {spaced(code)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function EntryFound({ reading, result, findings, today }: Props & { result: EntryResult }) {
  const { entry, name, snippet } = result
  const { words } = reading
  const { title, locale } = titleFor(entry, reading)
  return (
    <li>
      <a href={pageAddress(entry.kind, entry.slug, reading.wished)}>
        <span lang={langIf(locale, words)}>
          <Marked
            excerpt={excerptOf(title.normalize('NFC'), findings?.terms ?? [])}
            locale={locale}
          />
        </span>
      </a>
      <p class="soft">
        <EntryLine reading={reading} entry={entry} today={today} />
        {name && (
          <>
            {' · '}
            <Said
              reading={reading}
              message="search.alsoNamed"
              values={{
                name: (
                  <span lang={langIf(name.locale, words)}>
                    <Marked excerpt={name.excerpt} locale={name.locale} />
                  </span>
                ),
              }}
            />
          </>
        )}
      </p>
      {snippet && (
        <p lang={langIf(snippet.locale, words)}>
          <Marked excerpt={snippet.excerpt} locale={snippet.locale} />
        </p>
      )}
    </li>
  )
}

interface UnitProps {
  reading: Reading
  result: UnitResult
  terms: Term[]
  today: string
}

/** A ward or commune, of today or of the past; those of the past lead on to what took their place. */
function UnitFound({ reading, result: { unit, successors }, terms, today }: UnitProps) {
  const say = sayFor(reading)
  const { words } = reading
  const source = sourceLocale(reading.site)
  const date = (day: string) => writtenDate(words, day)
  return (
    <li>
      <a href={addressOfUnit(unit, reading, today)} lang={langIf(source, words)}>
        <Marked excerpt={excerptOf(unit.name.normalize('NFC'), terms)} locale={source} />
      </a>
      <p class="soft">
        {unit.validTo
          ? say('search.unitUntil', { date: date(unit.validTo) })
          : unit.validFrom
            ? say('search.unitSince', { date: date(unit.validFrom) })
            : say('search.unitNow')}
      </p>
      {successors.length > 0 && (
        <p>
          {say('search.unitAfter')}
          {successors.map((successor) => (
            <>
              {' '}
              <UnitLink reading={reading} unit={successor} today={today} />
            </>
          ))}
        </p>
      )}
    </li>
  )
}

/** Odd pieces are what was asked for. */
function Marked({ excerpt, locale }: { excerpt: Excerpt; locale: string }) {
  return (
    <>
      {excerpt.pieces.map((piece, i) =>
        i % 2 === 0 ? (
          <Words text={piece} locale={locale} />
        ) : (
          <mark>
            <Words text={piece} locale={locale} />
          </mark>
        ),
      )}
    </>
  )
}
