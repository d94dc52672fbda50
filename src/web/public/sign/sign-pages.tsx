import { spaced, type ShortCode } from '../../../domain/short-code.ts'
import type { Sign, SignEvent } from '../../../domain/sign.ts'
import { sourceLocale } from '../../../domain/site.ts'
import type { LinkedEntry } from '../../../store/public-entry.ts'
import { NoticePage } from '../notice-page.tsx'
import { langIf, sayFor, writtenDate, type Reading } from '../reading.ts'
import { Said } from '../said.tsx'
import { EntryList } from '../entry-titles.tsx'

interface GoneProps {
  reading: Reading
  sign: Sign
  end: SignEvent
  /** What the sign was about; null where that is withheld or unpublished. */
  entry: Pick<LinkedEntry, 'kind' | 'slug' | 'titles'> | null
}

/** A sign that has ended without a successor; the reason is in the words of the register. */
export function GoneSignPage({ reading, sign, end, entry }: GoneProps) {
  const say = sayFor(reading)
  const source = langIf(sourceLocale(reading.site), reading.words)
  return (
    <NoticePage
      reading={reading}
      title={say('sign.gone.title')}
      hrefFor={(locale) => `/${sign.code}/${locale}`}
      main={
        <>
          <p>
            {say('sign.gone.text', {
              code: spaced(sign.code),
              date: writtenDate(reading.words, end.on),
            })}
          </p>
          {sign.placement && (
            <p>
              <Said
                reading={reading}
                message="sign.gone.stood"
                values={{ placement: <span lang={source}>{sign.placement}</span> }}
              />
            </p>
          )}
          {end.note && (
            <p>
              <Said
                reading={reading}
                message="sign.gone.why"
                values={{ note: <span lang={source}>{end.note}</span> }}
              />
            </p>
          )}
          {entry && (
            <>
              <p>{say('sign.gone.about')}</p>
              <EntryList reading={reading} entries={[entry]} />
            </>
          )}
        </>
      }
    />
  )
}

/** A sign that hangs before its text is public. */
export function WaitingSignPage({ reading, sign }: { reading: Reading; sign: Sign }) {
  const say = sayFor(reading)
  return (
    <NoticePage
      reading={reading}
      title={say('sign.waiting.title')}
      hrefFor={(locale) => `/${sign.code}/${locale}`}
      main={<p>{say('sign.waiting.text', { code: spaced(sign.code) })}</p>}
    />
  )
}

/** A code that could be one and never was: a forgery, or a slip that the check character did not catch. */
export function UnknownSignPage({ reading, code }: { reading: Reading; code: ShortCode }) {
  const say = sayFor(reading)
  return (
    <NoticePage
      reading={reading}
      title={say('sign.unknown.title')}
      hrefFor={(locale) => `/${code}/${locale}`}
      main={
        <>
          <p>{say('sign.unknown.text', { code: spaced(code) })}</p>
          <p>{say('sign.unknown.check', { host: new URL(reading.origin).host })}</p>
        </>
      }
    />
  )
}

interface MistypedProps {
  reading: Reading
  typed: string
  /** Issued codes one slip of the hand away; often none. */
  near: ShortCode[]
}

/** What was typed is no code at all, by its check character or its length. */
export function MistypedCodePage({ reading, typed, near }: MistypedProps) {
  const say = sayFor(reading)
  return (
    <NoticePage
      reading={reading}
      title={say('sign.mistyped.title')}
      hrefFor={(locale) => `/${encodeURIComponent(typed)}/${locale}`}
      main={
        <>
          <p>{say('sign.mistyped.text', { code: typed })}</p>
          {near.length > 0 && (
            <>
              <p>{say('sign.mistyped.near')}</p>
              <ul class="list">
                {near.map((code) => (
                  <li>
                    <a class="code" href={`/${code}`}>
                      {spaced(code)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      }
    />
  )
}
