/** The form of a new entry: only what it cannot be without. */
import { KINDS } from '../../../domain/entry.ts'
import { ownName } from '../../../domain/locale.ts'
import { FactsProblems, type FactsProblem } from '../problem-list.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { localesOf } from '../../../domain/site.ts'
import type { TypedFacts } from '../facts/facts-fields.ts'

interface Props {
  desk: Desk
  /**
   * Name of the field -> as it was typed: `kind`, `name`, `slug`, `source`, `noSource` ('yes'), and `name-<locale>` for
   * each other language.
   */
  typed: TypedFacts
  /** Each at a field of this form; '' for none. */
  problems: FactsProblem[]
}

export function NewEntryPage({ desk, typed, problems }: Props) {
  const say = sayFor(desk)
  const [source, ...others] = localesOf(desk.site)
  const line = (name: string, label: string, hint?: string, lang?: string) => {
    const problem = problems.find(({ field }) => field === name)
    return (
      <div class="fact">
        <label for={name}>{label}</label>
        {hint !== undefined && (
          <p class="hint" id={`${name}-hint`}>
            {hint}
          </p>
        )}
        <input
          type="text"
          id={name}
          name={name}
          lang={lang}
          value={typed[name] ?? ''}
          autocomplete="off"
          data-offers={name === 'source' ? '/admin/choices/works' : undefined}
          aria-describedby={hint === undefined ? undefined : `${name}-hint`}
          aria-invalid={problem?.severity === 'error' ? 'true' : undefined}
        />
        {problem && <p class="wrong">{problem.text}</p>}
      </div>
    )
  }
  return (
    <DeskLayout desk={desk} title={say('facts.new.title')}>
      <FactsProblems say={say} problems={problems} />
      <form
        method="post"
        action="/admin/entries/new"
        class="narrow new-entry"
        data-module="keep-form"
      >
        <button class="default" name="do" value="create" tabindex={-1} aria-hidden="true">
          {say('facts.new.create')}
        </button>
        <fieldset id="kind">
          <legend>{say('facts.new.kind')}</legend>
          {KINDS.map((kind) => (
            <label class="choice">
              <input type="radio" name="kind" value={kind} checked={typed['kind'] === kind} />
              <span>{say(`facts.new.kind.${kind}`)}</span>
            </label>
          ))}
        </fieldset>
        {line('name', say('facts.new.name'), say('facts.new.nameHint'), source)}
        {line('slug', say('facts.slug'), say('facts.new.slugHint'))}
        <button class="second" name="do" value="propose" formaction="/admin/entries/new#slug">
          {say('facts.new.propose')}
        </button>
        <fieldset>
          <legend>{say('facts.new.names')}</legend>
          {others.map((locale) => line(`name-${locale}`, ownName(locale), undefined, locale))}
        </fieldset>
        {line('source', say('facts.new.source'), say('facts.new.sourceHint'))}
        {line('sourceAt', say('facts.sourceAt'))}
        <label class="choice">
          <input
            type="checkbox"
            name="noSource"
            value="yes"
            checked={typed['noSource'] === 'yes'}
          />
          <span>{say('facts.new.noSource')}</span>
        </label>
        <button name="do" value="create">
          {say('facts.new.create')}
        </button>
      </form>
    </DeskLayout>
  )
}
