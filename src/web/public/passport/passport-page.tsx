import type { Child } from 'hono/jsx'
import type { SignHistory } from '../../../domain/resolver.ts'
import { spaced, type ShortCode } from '../../../domain/short-code.ts'
import { endOf, inOrder, isEnded, stateOf } from '../../../domain/sign.ts'
import { REPORT_WORDS_MAX, REPORTED } from '../../../domain/sign-report.ts'
import { sourceLocale } from '../../../domain/site.ts'
import type { EntryPage } from '../../../store/public-entry.ts'
import { NoticePage } from '../notice-page.tsx'
import { langIf, sayFor, writtenDate, type Reading } from '../reading.ts'
import { EntryList } from '../entry-titles.tsx'
import type { MessageKey } from '../../../messages/message-key.ts'

interface Props {
  reading: Reading
  history: SignHistory
  /** The entry it is about; null where that is not public. */
  entry: EntryPage | null
  /** Whether somebody reads reports here: only where there is a desk. */
  takesReports: boolean
}

/** "Is this sign genuine?": what the register says of a code that was issued. Ended signs say so. */
export function PassportPage({ reading, history, entry, takesReports }: Props) {
  const say = sayFor(reading)
  const { sign, events } = history
  const state = stateOf(events)
  const seen = inOrder(events).findLast(({ what }) => what === 'verified' || what === 'installed')
  const since = inOrder(events).find(({ what }) => what === 'installed')
  const end = endOf(events)
  const date = (day: string) => writtenDate(reading.words, day)
  const { host } = new URL(reading.origin)
  return (
    <NoticePage
      reading={reading}
      title={say(isEnded(state) ? 'passport.ended' : 'passport.genuine')}
      hrefFor={(locale) => `/${locale}/signs/${sign.code}`}
      main={
        <>
          <p>
            <b class="code">{host}/</b>
            <wbr />
            <b class="code">{spaced(sign.code)}</b>
          </p>
          <dl>
            <Row name={say('passport.state')}>{say(`passport.state.${state}`)}</Row>
            {sign.placement && (
              <Row name={say('passport.placement')}>
                <span lang={langIf(sourceLocale(reading.site), reading.words)}>
                  {sign.placement}
                </span>
              </Row>
            )}
            <Row name={say('passport.issued')}>{date(sign.issuedOn)}</Row>
            {since && <Row name={say('passport.installed')}>{date(since.on)}</Row>}
            {seen && <Row name={say('passport.seen')}>{date(seen.on)}</Row>}
            {end?.successor && (
              <Row name={say('passport.successor')}>
                <a class="code" href={`/${reading.wished}/signs/${end.successor}`}>
                  {spaced(end.successor)}
                </a>
              </Row>
            )}
          </dl>
          {entry && (
            <>
              <p>{say('passport.about')}</p>
              <EntryList
                reading={reading}
                entries={[
                  {
                    kind: entry.kind,
                    slug: entry.slug,
                    titles: Object.fromEntries(
                      entry.texts.map((text) => [text.locale, text.title]),
                    ),
                  },
                ]}
              />
            </>
          )}
          <p>{say('sign.unknown.check', { host })}</p>
          {takesReports && <ReportForm reading={reading} code={sign.code} />}
        </>
      }
    />
  )
}

function Row({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function ReportForm({ reading, code }: { reading: Reading; code: ShortCode }) {
  const say = sayFor(reading)
  return (
    <form method="post" action={`/${reading.wished}/signs/${code}/reports`} class="report">
      <fieldset>
        <legend>{say('report.title')}</legend>
        {REPORTED.map((what, i) => (
          <label>
            <input type="radio" name="what" value={what} required={i === 0} />
            {say(`report.what.${what}`)}
          </label>
        ))}
      </fieldset>
      <label for="words">{say('report.words')}</label>
      <textarea id="words" name="words" rows={3} maxlength={REPORT_WORDS_MAX} />
      <p>{say('report.nothingKept')}</p>
      <button type="submit">{say('report.send')}</button>
    </form>
  )
}

interface AboutReport {
  reading: Reading
  code: ShortCode
}

/** The page after a report; it can be loaded again without sending a second one. */
export function ReportTakenPage({ reading, code }: AboutReport) {
  const say = sayFor(reading)
  return (
    <NoticePage
      reading={reading}
      title={say('report.thanks')}
      hrefFor={(locale) => `/${locale}/signs/${code}/reports`}
      main={<Back reading={reading} code={code} words={say('report.thanksText')} />}
    />
  )
}

/** `why`: the sentence that says what to do. */
export function ReportRefusedPage({ reading, code, why }: AboutReport & { why: MessageKey }) {
  const say = sayFor(reading)
  return (
    <NoticePage
      reading={reading}
      title={say('report.refused')}
      hrefFor={(locale) => `/${locale}/signs/${code}`}
      main={<Back reading={reading} code={code} words={say(why, { most: REPORT_WORDS_MAX })} />}
    />
  )
}

function Back({ reading, code, words }: AboutReport & { words: string }) {
  return (
    <>
      <p>{words}</p>
      <p>
        <a href={`/${reading.wished}/signs/${code}`}>
          {sayFor(reading)('report.back', { code: spaced(code) })}
        </a>
      </p>
    </>
  )
}
