import type { Child } from 'hono/jsx'
import type { MissingForPublication } from '../../../domain/publication.ts'
import { TextEnding, type TextEndingProps } from './text-ending.tsx'
import type { Say } from '../../../messages/desk-message.ts'

/** What this person may do with the text now; what is null is not offered. */
export interface TextActsProps {
  /** Sentences about what was done. */
  said: string[]
  /** Number of the revision that can be laid before a reviewer. */
  ask: number | null
  /** The open request; `ownWords` where four eyes forbid this reviewer to approve it. */
  decide: { request: number; number: number; ownWords: boolean } | null
  /** `missing`: what is still wanted before it may be published; null when nothing is. */
  publish: { number: number; missing: MissingForPublication | null } | null
  /** Notes that nobody has settled. */
  openNotes: number
  /** A publication that waits, by the id of its row: it can be cancelled. */
  waiting: { id: number } | null
  unpublish: boolean
  /** What readers find once it is unpublished or removed; null where neither is offered. */
  ending: TextEndingProps | null
  /** The latest revision of this translation, and the public source revision it can be signed to say the same as. */
  confirm: { number: number; source: number } | null
  /** The public source revision, and whether it is marked as a minor edit. */
  minor: { number: number; marked: boolean } | null
  remove: boolean
  restore: boolean
}

export function TextActs(props: TextActsProps & { say: Say; path: string }) {
  const { say, path, said, ask, decide, publish, waiting, unpublish, confirm, minor } = props
  const { ending } = props
  return (
    <section class="acts" data-needs-saved={say('act.unsaved')}>
      {said.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {ask !== null && (
        <Act to={`${path}/review`} fields={{ number: ask }} label={say('act.ask', { number: ask })}>
          <AnswersSource say={say} confirm={confirm} of="ask" />
        </Act>
      )}
      {decide?.ownWords && <p class="hint">{say('act.fourEyes')}</p>}
      {decide && !decide.ownWords && (
        <form method="post" action={`${path}/review/${decide.request}`} data-module="keep-form">
          <p>{say('act.decideOf', { number: decide.number })}</p>
          <label for="note">{say('act.note')}</label>
          <textarea id="note" name="note" rows={3} />
          <div class="row">
            <button name="decision" value="approved" data-of-revision="">
              {say('act.approve')}
            </button>
            <button class="second" name="decision" value="returned" data-of-revision="">
              {say('act.return')}
            </button>
          </div>
        </form>
      )}
      {publish?.missing && <p class="hint">{say(`act.publishNeeds.${publish.missing}`)}</p>}
      {publish && !publish.missing && props.openNotes > 0 && (
        <p class="warn">{say('note.warn', { count: props.openNotes })}</p>
      )}
      {publish && !publish.missing && (
        <Act
          to={`${path}/publication`}
          fields={{ number: publish.number }}
          label={say('act.publish', { number: publish.number })}
        >
          <AnswersSource say={say} confirm={confirm} of="publish" />
        </Act>
      )}
      {publish && !publish.missing && (
        <form method="post" action={`${path}/schedule`}>
          <input type="hidden" name="number" value={String(publish.number)} />
          <AnswersSource say={say} confirm={confirm} of="schedule" />
          <label for="due">{say('act.schedule', { number: publish.number })}</label>
          <div class="row">
            <input id="due" name="due" type="datetime-local" required />
            <button class="second" data-of-revision="">
              {say('act.scheduleSubmit')}
            </button>
          </div>
        </form>
      )}
      {waiting && <Act to={`${path}/schedule/${waiting.id}/end`} label={say('act.cancel')} />}
      {confirm && (
        <Act
          to={`${path}/confirmation`}
          fields={confirm}
          label={say('act.confirm', { number: confirm.source })}
        />
      )}
      {minor && (
        <Act
          to={`${path}/minor-edit${minor.marked ? '/end' : ''}`}
          fields={{ number: minor.number }}
          label={
            minor.marked ? say('act.minorTakeBack') : say('act.minor', { number: minor.number })
          }
        />
      )}
      {unpublish && ending && <TextEnding say={say} path={path} act="unpublish" ending={ending} />}
      {props.remove && ending && <TextEnding say={say} path={path} act="remove" ending={ending} />}
      {props.restore && <Act to={`${path}/removal/end`} label={say('act.restore')} />}
    </section>
  )
}

interface AnswersProps extends Pick<TextActsProps, 'confirm'> {
  say: Say
  /** The act that the question belongs to: three stand on one page. */
  of: string
}

/**
 * Of a translation whose source has moved on: whether it says the same as the source of today. Nothing is chosen
 * before; what is not answered is not sent.
 */
function AnswersSource({ say, confirm, of }: AnswersProps) {
  if (!confirm) return null
  const choices = [
    [String(confirm.source), say('act.answers.yes', { number: confirm.source })],
    ['behind', say('act.answers.behind')],
  ] as const
  return (
    <fieldset id={of === 'ask' ? 'answers' : undefined}>
      <legend>{say('act.answers')}</legend>
      {choices.map(([value, label]) => (
        <label class="choice">
          <input type="radio" name="answers" value={value} required />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface ActProps {
  to: string
  label: string
  /** Sent with the button, hidden. */
  fields?: Record<string, number>
  /** What is asked before the button. */
  children?: Child
}

/** One button that does one thing; with a number, to that revision, and not while words stand there unsaved. */
export function Act({ to, label, fields = {}, children }: ActProps) {
  return (
    <form method="post" action={to}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {children}
      <button class="second" data-of-revision={'number' in fields ? '' : undefined}>
        {label}
      </button>
    </form>
  )
}
