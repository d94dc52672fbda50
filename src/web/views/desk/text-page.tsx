import type { Child } from 'hono/jsx'
import type { Finding } from '../../../domain/check.ts'
import type { CheckRule } from '../../../domain/check-rules.ts'
import type { Source } from '../../../domain/entry.ts'
import { ownName, type Locale } from '../../../domain/locale.ts'
import { BODY_MAX, SUMMARY_MAX, TITLE_MAX, type Text } from '../../../domain/revision.ts'
import type { TextStanding } from '../../../domain/text-state.ts'
import { checkMessage } from '../../../messages/check-message.ts'
import { ProblemList, type Problems } from './form.tsx'
import { DeskLayout, sayFor, type Desk, type Say } from './layout.tsx'
import { SourceColumn, type SourceShown } from './source-column.tsx'
import { StateWords } from './state-words.tsx'
import { TextActs, type TextActsProps } from './text-acts.tsx'

export interface TextPageProps {
  desk: Desk
  name: string
  /** As in `/admin/entries/streets/le-loi/en`. */
  path: string
  entryPath: string
  locale: Locale
  standing: TextStanding
  /** What the fields hold, and the revision they started from. */
  draft: Text & { number: number }
  /** Null for the source language. */
  source: SourceShown | null
  mayWrite: boolean
  problems: Problems
  /** What happened to what was sent. */
  said: string | null
  /** What became of what was sent: the device may let it go, or must keep what this page makes of it. */
  outcome: 'saved' | 'conflict' | null
  findings: readonly Finding<CheckRule>[]
  sources: readonly Source[]
  acts: Omit<TextActsProps, 'say' | 'path'>
  conflict?: Child
}

export function TextPage(props: TextPageProps) {
  const { desk, name, path, entryPath, locale, standing, source, mayWrite, said } = props
  const say = sayFor(desk)
  const language = ownName(locale)
  const form = mayWrite ? <TextForm say={say} {...props} /> : <p>{say('text.notYours')}</p>
  return (
    <DeskLayout desk={desk} title={say('text.title', { language, name })}>
      <p class="row">
        <StateWords say={say} standing={standing} />
        <a href={entryPath}>{say('entry.texts')}</a>
        <a href={`${path}/history`}>{say('entry.history')}</a>
      </p>
      {said && (
        <p class="good" role="status">
          {said}
        </p>
      )}
      <ProblemList say={say} problems={props.problems} />
      {props.conflict}
      <div class="two">
        {source ? <SourceColumn say={say} source={source} /> : form}
        <div>
          {source && form}
          <TextActs say={say} path={path} {...props.acts} />
          <Findings desk={desk} say={say} findings={props.findings} />
          <Sources say={say} sources={props.sources} />
        </div>
      </div>
      {mayWrite && <script nonce={desk.nonce} type="module" src="/static/desk.js" />}
    </DeskLayout>
  )
}

function TextForm({
  say,
  path,
  locale,
  draft,
  source,
  problems,
  standing,
  outcome,
}: TextPageProps & { say: Say }) {
  const isBehind = standing.latest?.isStale === true
  return (
    <form
      method="post"
      action={`${path}/revisions`}
      data-module="keep-draft count-down"
      data-outcome={outcome ?? undefined}
      data-restored={say('text.restored', { date: '{date}' })}
      data-discard={say('text.discard')}
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
        {...{
          id: 'title',
          name: 'title',
          type: 'text',
          value: draft.title,
          lang: locale,
          required: true,
        }}
        aria-describedby="title-hint"
        aria-invalid={problems['title'] ? 'true' : undefined}
      />
      <label for="summary">{say('text.field.summary')}</label>
      <p class="hint" id="summary-hint">
        {say('text.hint.summary', { count: SUMMARY_MAX })}
      </p>
      <textarea
        data-max={String(SUMMARY_MAX)}
        {...{ id: 'summary', name: 'summary', rows: 4, lang: locale }}
        aria-describedby="summary-hint"
        aria-invalid={problems['summary'] ? 'true' : undefined}
      >
        {draft.summary}
      </textarea>
      <label for="body">{say('text.field.body')}</label>
      <p class="hint" id="body-hint">
        {say('text.hint.body', { count: BODY_MAX })}
      </p>
      <textarea
        data-max={String(BODY_MAX)}
        {...{ id: 'body', name: 'body', rows: 24, lang: locale }}
        aria-describedby="body-hint"
        aria-invalid={problems['body'] ? 'true' : undefined}
      >
        {`\n${draft.body}`}
      </textarea>
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
        <button>{say('text.save')}</button>
        <button class="second" formaction={`${path}/preview`} formtarget="_blank">
          {say('text.preview')}
        </button>
      </div>
    </form>
  )
}

function Findings({
  desk,
  say,
  findings,
}: Pick<TextPageProps, 'desk' | 'findings'> & { say: Say }) {
  return (
    <section>
      <h2>{say('text.findings')}</h2>
      {findings.length === 0 ? (
        <p>{say('text.clean')}</p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <li>{checkMessage(desk.language, finding)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Sources({ say, sources }: { say: Say; sources: readonly Source[] }) {
  if (sources.length === 0) return null
  return (
    <section>
      <h2>{say('text.sources')}</h2>
      <ul>
        {sources.map(({ id, kind, title, publisher }) => (
          <li>
            <span class="key">[^{id}]</span>{' '}
            {kind === 'general-knowledge'
              ? say('text.generalKnowledge')
              : [title, publisher].filter(Boolean).join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
