/** The form of facts as a page. */
import { fold } from '../../../domain/name.ts'
import { may } from '../../../domain/editor.ts'
import { SlugField } from './facts-slug.tsx'
import { FactsPart } from './facts-part.tsx'
import type { FactsForm } from './facts-field.tsx'
import { FactsConflict, type FactsConflictShown } from './facts-conflict-view.tsx'
import { FactsProblems } from '../problem-list.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { FactsPartShape } from './facts-shape.ts'

/** What the lists to choose from hold, in the words that FactsNaming reads back. */
export interface FactsChoices {
  units: readonly string[]
  sources: readonly { id: string; title: string }[]
}

interface Props {
  desk: Desk
  /** Official name. */
  name: string
  /** `/admin/entries/streets/le-loi` */
  at: string
  form: Omit<FactsForm, 'say'>
  /** Those that are asked of this kind, and of this editor. */
  parts: readonly FactsPartShape[]
  choices: FactsChoices
  /** The state the form starts from: the lock of a save. */
  number: number
  /** Where the facts stand: who saved them, who approved them. */
  standing: readonly string[]
  /** What has just been done; '' for nothing. */
  done: string
  /** Said before the problems; '' for nothing. */
  notice: string
  /** What somebody else saved while this form was open; null as a rule. */
  conflict: FactsConflictShown | null
}

export function FactsPage(props: Props) {
  const { desk, name, at, parts, choices, number, standing, done, notice, conflict } = props
  const say = sayFor(desk)
  const form = { ...props.form, say }
  const action = `${at}/facts`
  return (
    <DeskLayout desk={desk} title={say('facts.title', { name })}>
      <FactsLinks desk={desk} at={at} here="facts" />
      <FactsStanding standing={standing} />
      {done !== '' && (
        <p class="good" role="status">
          {done}
        </p>
      )}
      {notice !== '' && <p class="doubts">{notice}</p>}
      {conflict && <FactsConflict say={say} conflict={conflict} />}
      <FactsProblems say={say} problems={form.problems} />
      <p>{say('facts.intro')}</p>
      <form method="post" action={action} class="facts" data-module="keep-form" data-grows="">
        <input type="hidden" name="number" value={number} />
        <div class="fact-bar">
          <button name="do" value="save">
            {say('facts.save')}
          </button>
          <nav aria-label={say('facts.parts')}>
            <ul>
              {parts.map((part) => (
                <li>
                  <a href={`#${part.shape === 'flag' ? `${part.key}-part` : part.key}`}>
                    {say(`facts.part.${part.key}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        {parts.map((part) => (
          <>
            {part.key === 'formerSlugs' && <SlugField form={form} />}
            <FactsPart form={form} part={part} action={action} />
          </>
        ))}
      </form>
      <Lists choices={choices} />
    </DeskLayout>
  )
}

/** Where the facts stand: who saved them, who approved them. */
export function FactsStanding({ standing }: { standing: readonly string[] }) {
  return (
    <div class="fact-standing">
      {standing.map((text) => (
        <p class="hint">{text}</p>
      ))}
    </div>
  )
}

/** The way between the pages about one entry's facts; the page itself is left out. */
export function FactsLinks({
  desk,
  at,
  here,
}: {
  desk: Desk
  at: string
  here: 'facts' | 'facts/approval' | 'facts/history'
}) {
  const say = sayFor(desk)
  const mayWrite = desk.editor !== null && may(desk.editor, 'entry.write')
  const pages = [
    { to: at, text: say('facts.toEntry') },
    ...(mayWrite ? [{ to: `${at}/facts`, text: say('facts.toForm') }] : []),
    { to: `${at}/facts/approval`, text: say('facts.toApproval') },
    { to: `${at}/facts/history`, text: say('facts.toHistory') },
  ]
  return (
    <p class="row fact-links">
      {pages
        .filter(({ to }) => to !== `${at}/${here}`)
        .map(({ to, text }) => (
          <a href={to}>{text}</a>
        ))}
    </p>
  )
}

/** Entries are too many to stand here: the server offers them while somebody types. */
function Lists({ choices }: { choices: FactsChoices }) {
  return (
    <>
      <datalist id="known-units">
        {choices.units.map((value) => (
          // A browser looks for what is typed in both: names are found without their marks.
          <option value={value} label={fold(value)} />
        ))}
      </datalist>
      <datalist id="known-sources">
        {choices.sources.map(({ id, title }) => (
          <option value={id} label={title} />
        ))}
      </datalist>
    </>
  )
}
