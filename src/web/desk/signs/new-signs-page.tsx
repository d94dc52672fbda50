/** New signs: the entry they are for, and where they will hang. */
import type { SizeAdvice } from '../../../domain/size-advice.ts'
import { Field, ProblemList, type FormProblems } from '../form-view.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { Advice, PlacementFields } from './placement-fields.tsx'
import { SoughtField } from '../sought-field.tsx'
import type { Sought } from '../sought.ts'

/** The first step, where no entry is named yet. */
export function EntryChoicePage({ desk, entry }: { desk: Desk; entry: Sought }) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('signs.new')}>
      <form class="narrow" method="get" action="/admin/signs/new">
        <SoughtField
          say={say}
          name="entry"
          label={say('signs.entry')}
          kind="entries"
          sought={entry}
        />
        <button>{say('signs.continue')}</button>
      </form>
    </DeskLayout>
  )
}

interface Props {
  desk: Desk
  name: string
  /** As in `streets/le-loi`. */
  entry: string
  /** Name of a field -> as it was typed. */
  typed: Record<string, string>
  /** As typed. */
  count: string
  problems: FormProblems
  /** What the calculator says; null while no distance is known. */
  advice: SizeAdvice[] | null
}

export function NewSignsPage({ desk, name, entry, typed, count, problems, advice }: Props) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('signs.newFor', { name })}>
      <ProblemList say={say} problems={problems} />
      <div class="two">
        <form method="post" action={`/admin/entries/${entry}/signs`} data-module="keep-form">
          <input type="hidden" name="entry" value={entry} />
          <Field
            name="count"
            label={say('signs.count')}
            hint={say('signs.countHint')}
            inputmode="numeric"
            value={count}
            problems={problems}
          />
          <PlacementFields say={say} typed={typed} problems={problems} />
          <div class="row">
            <button>{say('signs.issue')}</button>
            <button class="second" formmethod="get" formaction="/admin/signs/new" formnovalidate>
              {say('signs.reckon')}
            </button>
          </div>
        </form>
        <Advice desk={desk} advice={advice} />
      </div>
    </DeskLayout>
  )
}
