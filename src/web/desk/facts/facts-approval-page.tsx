/** The page that reads facts out with their sources, so that somebody who did not write them can approve them. */
import { may } from '../../../domain/editor.ts'
import type { Source } from '../../../domain/entry.ts'
import { FactsLinks, FactsStanding } from './facts-page-view.tsx'
import { SourceLine } from './source-line.tsx'
import type { ReadPart } from './facts-read.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { Say } from '../../../messages/desk-message.ts'

interface Props {
  desk: Desk
  name: string
  /** `/admin/entries/streets/le-loi` */
  at: string
  /** The state that is read: an approval of any other is refused. */
  number: number
  /** Lines that say who saved the facts last, and who approved them. */
  standing: readonly string[]
  /** But for the sources, which stand apart. */
  parts: readonly ReadPart[]
  sources: readonly Source[]
  /** Words of the points nobody has settled yet; they are settled in the room of review. */
  open: readonly string[]
  /** What else keeps the facts from being approved, with the field of the form that mends it. */
  blocked: readonly { text: string; field: string }[]
  isApproved: boolean
  /** Why the one who reads cannot approve; '' when they can. */
  cannot: string
  /** Said of what has just been tried; '' for nothing. */
  notice: string
  /** Proposed for the office that stands beside the name on every page of the entry; may be changed. */
  office: string
  /** What visitors read meanwhile; null where they read this state. */
  shown: FactsShown | null
  /** Whether the reader may show this state to visitors before it is approved. */
  mayShow: boolean
}

export interface FactsShown {
  number: number
  /** Names of the parts that differ. */
  parts: readonly string[]
}

/** Without a form where the reader may not approve, or where something is still wrong. */
export function FactsApprovalPage(props: Props) {
  const { desk, name, at, standing, parts, sources, cannot, notice } = props
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('facts.approval.title', { name })}>
      <FactsLinks desk={desk} at={at} here="facts/approval" />
      <FactsStanding standing={standing} />
      {notice !== '' && (
        <p class="errors" role="alert">
          {notice}
        </p>
      )}
      <p>{say('facts.approval.hint')}</p>
      <dl class="facts-read">
        {parts.map((part) => (
          <div>
            <dt>{part.title}</dt>
            <dd>
              <ul>
                {part.lines.map(({ text, source }) => (
                  <li>
                    {text} {source !== undefined && <Cited id={source} sources={sources} />}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
        <div>
          <dt>{say('facts.part.sources')}</dt>
          <dd>
            <ul>
              {sources.map((source) => (
                <li id={`source-${source.id}`}>
                  <SourceLine say={say} source={source} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <Shown {...props} say={say} />
      <Hindrances {...props} say={say} />
      {cannot !== '' && <p>{cannot}</p>}
      {cannot === '' && <ApprovalForm {...props} say={say} />}
    </DeskLayout>
  )
}

/** That visitors still read an earlier state, what differs, and how this one is shown before it is approved. */
function Shown({ say, at, number, shown, mayShow }: Props & { say: Say }) {
  if (!shown) return null
  return (
    <div class="waiting">
      <p>{say('facts.shown.earlier', { number: shown.number, parts: shown.parts.join(', ') })}</p>
      {mayShow && (
        <form method="post" action={`${at}/facts/approval/show`}>
          <input type="hidden" name="number" value={number} />
          <button class="second">{say('facts.shown.now')}</button>
        </form>
      )}
    </div>
  )
}

/** What is in the way; that nothing is, only where nothing is. */
function Hindrances({ say, desk, at, open, blocked, isApproved }: Props & { say: Say }) {
  const mayWrite = desk.editor !== null && may(desk.editor, 'entry.write')
  if (open.length + blocked.length === 0)
    return isApproved ? null : <p class="good">{say('facts.approval.ready')}</p>
  return (
    <div class="errors">
      <p>{say('facts.approval.problems')}</p>
      <ul>
        {open.map((words) => (
          <li>
            <a href={at.replace('/admin/entries/', '/admin/review/')}>{say('review.open')}</a>{' '}
            {words}
          </li>
        ))}
        {blocked.map(({ text, field }) => (
          <li>{mayWrite ? <a href={`${at}/facts#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}

function ApprovalForm({
  say,
  at,
  number,
  isApproved,
  open,
  blocked,
  office,
}: Props & { say: Say }) {
  if (isApproved)
    return (
      <form method="post" action={`${at}/facts/approval/end`}>
        <input type="hidden" name="number" value={number} />
        <button class="second">{say('facts.approval.end')}</button>
      </form>
    )
  if (open.length + blocked.length > 0) return null
  return (
    <form method="post" action={`${at}/facts/approval`} class="narrow">
      <input type="hidden" name="number" value={number} />
      <label for="office">{say('facts.approval.role')}</label>
      <input type="text" id="office" name="office" value={office} maxlength={120} />
      <button>{say('facts.approval.submit')}</button>
    </form>
  )
}

/** The id alone, in brackets, where the facts name a source that is not listed. */
function Cited({ id, sources }: { id: string; sources: readonly Source[] }) {
  const source = sources.find((one) => one.id === id)
  if (!source) return <>[{id}]</>
  return (
    <>
      [
      <a href={`#source-${id}`} title={source.title}>
        {id}
      </a>
      ]
    </>
  )
}
