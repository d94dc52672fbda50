import type { Source } from '../../../domain/entry.ts'
import { sayFor, writtenDate, type Reading } from '../reading.ts'
import { Words } from '../words.tsx'

interface Props {
  reading: Reading
  /** Ids in the order of their numbers in the text. */
  cited: string[]
  sources: Source[]
}

/** The numbered list that the citations in the text lead to; nothing where the text cites nothing. */
export function Sources({ reading, cited, sources }: Props) {
  const say = sayFor(reading)
  // An earlier revision may cite what the entry no longer lists; its number is kept.
  const listed = cited.map((id) => sources.find((source) => source.id === id) ?? null)
  if (listed.length === 0) return null
  return (
    <section>
      <h2>{say('sources.title')}</h2>
      <ol class="sources">
        {listed.map((source, i) => (
          <li id={`source-${i + 1}`}>
            {source ? <SourceLine source={source} reading={reading} /> : say('sources.gone')}{' '}
            <a href={`#cite-${i + 1}-1`} aria-label={say('sources.backTo', { number: i + 1 })}>
              ↑
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

function SourceLine({ source, reading }: { source: Source; reading: Reading }) {
  const say = sayFor(reading)
  if (source.kind === 'general-knowledge') return <>{say('sources.generalKnowledge')}</>
  const title = source.title ?? source.url ?? source.id
  const rest = [
    source.author,
    source.publisher,
    source.date && writtenDate(reading.words, source.date),
    source.at,
    source.copy,
    source.accessed &&
      say('sources.accessed', { date: writtenDate(reading.words, source.accessed) }),
  ].filter(Boolean)
  return (
    <>
      <span lang={reading.words === 'vi' ? undefined : 'vi'}>
        {source.url ? (
          <a href={source.url} rel="noopener noreferrer">
            {title}
          </a>
        ) : (
          title
        )}
      </span>
      {say('text.stop')}
      {rest.length > 0 && (
        <Words
          text={` ${rest.join(say('text.comma'))}${say('text.stop')}`}
          locale={reading.words}
        />
      )}
    </>
  )
}
