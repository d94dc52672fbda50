import { spaced, type ShortCode } from '../../../domain/short-code.ts'
import { endOf, inOrder, type Sign, type SignEvent, type SignState } from '../../../domain/sign.ts'
import type { SignReport } from '../../../domain/sign-report.ts'
import type { SizeAdvice } from '../../../domain/size-advice.ts'
import { type DeskLanguage, type Say, sayOfRow } from '../../../messages/desk-message.ts'
import { Field, ProblemList, type FormProblems } from '../form-view.tsx'
import { Choice } from '../filter.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { Advice, PlacementFields } from './placement-fields.tsx'
import { entryAddress } from '../entry-address.ts'
import type { Kind } from '../../../domain/entry.ts'

/** The face as it would be printed today. */
interface FacePreview {
  templates: string[]
  chosen: string | null
  /** Why there is no face; null when there is one. */
  why: Record<DeskLanguage, string>[] | null
}

interface Props {
  desk: Desk
  sign: {
    sign: Sign
    events: SignEvent[]
    state: SignState
    name: string
    address: { kind: Kind; slug: string } | null
  }
  /** Name of a field -> as it was typed, or as it is known. */
  typed: Record<string, string>
  /** The placement as JSON, sent back with the form: this tells that somebody else changed it meanwhile. */
  before: string
  problems: FormProblems
  /** As typed, where an end was refused. */
  ending: { reason: string; successor: string }
  advice: SizeAdvice[] | null
  mayWrite: boolean
  mayEnd: boolean
  /** Null where nothing is drawn. */
  preview: FacePreview | null
  /** What people at the sign told us, and nobody has settled. */
  reports: SignReport[]
  /** Day and minute, local. */
  dateOf: (iso: string) => string
  /** Name of whoever has an address. */
  nameOf: (by: string) => string
}

export function SignPage(props: Props) {
  const { desk, sign, typed, before, problems, advice, mayWrite, mayEnd, preview } = props
  const say = sayFor(desk)
  const { code, entry } = sign.sign
  const path = `/admin/signs/${code}`
  return (
    <DeskLayout desk={desk} title={say('signs.title', { code: spaced(code), name: sign.name })}>
      <ProblemList say={say} problems={problems} />
      <Facts say={say} {...sign} />
      <p class="row">
        <a href={`/${code}`}>{say('signs.public')}</a>
        {sign.address && <a href={entryAddress(sign.address)}>{say('signs.toEntry')}</a>}
        <a href={`/admin/signs?entry=${encodeURIComponent(entry)}`}>{say('signs.sameEntry')}</a>
      </p>
      <Reports {...props} say={say} path={path} />
      <div class="two">
        <div>
          <h2 id="spot">{say('signs.spot')}</h2>
          {mayWrite ? (
            <form method="post" action={`${path}/placement`} data-module="keep-form">
              <input type="hidden" name="before" value={before} />
              <PlacementFields say={say} typed={typed} problems={problems} />
              <button>{say('signs.save')}</button>
            </form>
          ) : (
            <p>{sign.sign.placement}</p>
          )}
          <Advice desk={desk} advice={advice} />
        </div>
        <Face desk={desk} say={say} path={path} preview={preview} />
      </div>
      <History say={say} events={sign.events} nameOf={props.nameOf} />
      {mayEnd && (
        <section class="narrow">
          <h2>{say('signs.end')}</h2>
          <p class="hint">{say('signs.endHint')}</p>
          <form method="post" action={`${path}/retirement`} data-module="keep-form">
            <Field
              name="reason"
              label={say('signs.reason')}
              value={props.ending.reason}
              problems={problems}
            />
            <Field
              name="successor"
              value={props.ending.successor}
              label={say('signs.successor')}
              hint={say('signs.successorHint')}
              problems={problems}
              required={false}
              autocomplete="off"
            />
            <button>{say('signs.endIt')}</button>
          </form>
        </section>
      )}
    </DeskLayout>
  )
}

function Reports({ say, path, reports, dateOf, mayWrite }: Props & { say: Say; path: string }) {
  if (reports.length === 0) return null
  return (
    <section class="errors" id="reports" aria-labelledby="reports-title">
      <h2 id="reports-title">{say('report.open')}</h2>
      <ul>
        {reports.map(({ id, what, words, at }) => (
          <li>
            {dateOf(at)}: <b>{sayOfRow(say, `report.${what}`, what)}</b> {words}
            {mayWrite && (
              <form method="post" action={`${path}/reports/${id}/settlement`}>
                <button class="second">{say('report.settle')}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p class="hint">{say('report.openHint')}</p>
    </section>
  )
}

function Facts({ say, sign, state, events }: Props['sign'] & { say: Say }) {
  const successor = endOf(events)?.successor ?? null
  return (
    <p class="facts">
      <b>{say(`signs.state.${state}`)}</b> · {say('signs.issued', { date: sign.issuedOn })}
      {sign.symbolVersion !== null && ` · ${say('signs.pinned')}`}
      <Other say={say} word="signs.replaces" code={sign.replaces} />
      <Other say={say} word="signs.replacedBy" code={successor} />
    </p>
  )
}

/** A sign before or after this one; nothing where there is none. */
interface OtherProps {
  say: Say
  word: 'signs.replaces' | 'signs.replacedBy'
  code: ShortCode | null
}

function Other({ say, word, code }: OtherProps) {
  if (!code) return null
  return (
    <>
      {' · '}
      {say(word)} <a href={`/admin/signs/${code}`}>{spaced(code)}</a>
    </>
  )
}

function Face({
  desk,
  say,
  path,
  preview,
}: {
  desk: Desk
  say: Say
  path: string
  preview: FacePreview | null
}) {
  if (!preview)
    return (
      <div>
        <h2>{say('signs.face')}</h2>
        <p>{say('signs.faceElsewhere')}</p>
      </div>
    )
  const { templates, chosen, why } = preview
  const picture = `${path}/placard.svg?template=${chosen ?? ''}`
  return (
    <div id="face">
      <h2>{say('signs.face')}</h2>
      <form method="get" action={`${path}#face`} class="fields seek">
        <Choice
          name="template"
          label={say('signs.template')}
          chosen={chosen}
          choices={templates.map((id) => ({ value: id, label: id }))}
        />
        <div>
          <button class="second">{say('signs.show')}</button>
        </div>
      </form>
      {why ? (
        <div class="errors">
          <p>{say('signs.noFace')}</p>
          <ul>
            {why.map((sentence) => (
              <li>{sentence[desk.language]}</li>
            ))}
          </ul>
        </div>
      ) : (
        <a href={picture}>
          <img class="face" src={picture} alt={say('signs.faceAlt')} />
        </a>
      )}
      <p class="hint">{say('signs.faceHint')}</p>
    </div>
  )
}

interface HistoryProps {
  say: Say
  events: SignEvent[]
  nameOf: (by: string) => string
}

/** Days are those on which it happened, not on which it was written down. */
function History({ say, events, nameOf }: HistoryProps) {
  return (
    <section>
      <h2>{say('signs.history')}</h2>
      {events.length === 0 ? (
        <p>{say('signs.historyNone')}</p>
      ) : (
        <div class="wide">
          <table>
            <tbody>
              {inOrder(events).map(({ on, what, by, successor, note }) => (
                <tr>
                  <td>{on}</td>
                  <th scope="row">{sayOfRow(say, `signs.event.${what}`, what)}</th>
                  <td>
                    {note}
                    {successor && (
                      <>
                        {' → '}
                        <a href={`/admin/signs/${successor}`}>{spaced(successor)}</a>
                      </>
                    )}
                  </td>
                  <td>{nameOf(by)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
