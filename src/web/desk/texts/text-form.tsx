/** The form of a text, which works as it is; the body gets an editor and its tools where scripts run. */
import { BODY_MAX, SUMMARY_MAX, TITLE_MAX } from '../../../domain/revision.ts'
import { TextTools, ToolStatus } from './text-tools.tsx'
import type { Say } from '../../../messages/desk-message.ts'
import type { TextPageProps } from './text-page-props.ts'

/** In windows of their own, where there is no script to show them beside the form. */
const PREVIEWS = [
  ['', 'text.preview'],
  ['/placard', 'preview.asPlacard'],
  ['/heard', 'preview.asHeard'],
] as const

/**
 * Without scripts every button is a form of its own; a blank line goes before the body, for a browser drops the first
 * line end of a field.
 */
export function TextForm({
  say,
  path,
  locale,
  draft,
  source,
  problems,
  standing,
  sources,
}: TextPageProps & { say: Say }) {
  const isBehind = standing.latest?.isStale === true
  return (
    <form
      id="text"
      method="post"
      action={`${path}/revisions`}
      data-findings={`${path}/findings`}
      data-module="keep-form count-down needs-saved"
      data-left={say('text.left', { count: '{count}' })}
    >
      <input type="hidden" name="number" value={String(draft.number)} />
      <input
        type="hidden"
        name="basedOn"
        value={draft.basedOn === null ? '' : String(draft.basedOn)}
      />
      <label for="title">{say('text.field.title')}</label>
      <p class="hint" id="title-hint">
        {say('text.hint.title', { count: TITLE_MAX })}
      </p>
      <input
        data-max={String(TITLE_MAX)}
        id="title"
        name="title"
        type="text"
        value={draft.title}
        lang={locale}
        required={true}
        aria-describedby="title-hint"
        aria-invalid={problems['title'] ? 'true' : undefined}
      />
      <label for="summary">{say('text.field.summary')}</label>
      <p class="hint" id="summary-hint">
        {say('text.hint.summary', { count: SUMMARY_MAX })}
      </p>
      <textarea
        data-max={String(SUMMARY_MAX)}
        id="summary"
        name="summary"
        rows={3}
        lang={locale}
        aria-describedby="summary-hint"
        aria-invalid={problems['summary'] ? 'true' : undefined}
      >
        {draft.summary}
      </textarea>
      <label for="body">{say('text.field.body')}</label>
      <TextTools say={say} sources={sources} />
      <textarea
        data-max={String(BODY_MAX)}
        id="body"
        name="body"
        rows={24}
        lang={locale}
        aria-describedby="body-hint"
        aria-invalid={problems['body'] ? 'true' : undefined}
      >
        {`\n${draft.body}`}
      </textarea>
      <ToolStatus say={say} />
      <p class="hint below" id="body-hint">
        {say('text.hint.body', { count: BODY_MAX })}
      </p>
      {source && (
        <label class="choice">
          <input
            type="checkbox"
            name="followed"
            value={String(source.number)}
            checked={!isBehind}
          />
          {say('text.upToDate', { number: source.number })}
        </label>
      )}
      <div class="row">
        <button id="save" aria-keyshortcuts="Control+S">
          {say('text.save')}
        </button>
        {PREVIEWS.map(([to, key]) => (
          <button
            class="second"
            formaction={`${path}/preview${to}`}
            formtarget="_blank"
            data-elsewhere=""
          >
            {say(key)}
          </button>
        ))}
      </div>
    </form>
  )
}
