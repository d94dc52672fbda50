import type { FactsForm } from './facts-field.tsx'

/** The address, apart from the parts: it is no fact, and changing it leaves the old one behind as a former slug. */
export function SlugField({ form: { say, typed, problems } }: { form: FactsForm }) {
  const problem = problems.find(({ field }) => field === 'slug')
  return (
    <fieldset class="fact-part">
      <legend>{say('facts.slug')}</legend>
      <div class="fact-sides">
        <p class="hint" id="slug-hint">
          {say('facts.slugHint')}
        </p>
        <div class="fact-row">
          <div class="fact long">
            <label for="slug">{say('facts.slug')}</label>
            <input
              type="text"
              id="slug"
              name="slug"
              value={typed['slug'] ?? ''}
              autocomplete="off"
              aria-describedby={problem ? 'slug-hint slug-problem' : 'slug-hint'}
              aria-invalid={problem?.severity === 'error' ? 'true' : undefined}
            />
            {problem && (
              <p class={problem.severity === 'error' ? 'wrong' : 'doubt'} id="slug-problem">
                {problem.text}
              </p>
            )}
          </div>
        </div>
      </div>
    </fieldset>
  )
}
