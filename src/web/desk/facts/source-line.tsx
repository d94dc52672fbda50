import type { Source } from '../../../domain/entry.ts'
import type { Say } from '../../../messages/desk-message.ts'

/** A source in one line, with its id. */
export function SourceLine({ say, source }: { say: Say; source: Source }) {
  const { id, kind, title, publisher, date, url, accessed, attests } = source
  const said = [
    kind === 'general-knowledge' ? say('facts.sourceKind.general-knowledge') : title,
    ...[publisher, date],
    accessed && `${say('facts.accessed')} ${accessed}`,
    attests && say('facts.bearsOut', { numbers: attests.join('; ') }),
  ]
  return (
    <>
      <b>{id}</b> {said.filter(Boolean).join(', ')}{' '}
      {url !== undefined && (
        <a href={url} rel="noreferrer" target="_blank">
          {url}
        </a>
      )}
    </>
  )
}
