import type { Child } from 'hono/jsx'
import type { Source, ToVerify } from '../../../domain/entry.ts'
import { ownName, type Locale } from '../../../domain/locale.ts'
import type { Text } from '../../../domain/revision.ts'
import type { TextStanding } from '../../../domain/text-state.ts'
import { ProblemList, type Problems } from './form.tsx'
import { DeskLayout, sayFor, type Desk } from './layout.tsx'
import { SourceColumn, type SourceShown } from './source-column.tsx'
import { StateWords } from './state-words.tsx'
import { TextActs, type TextActsProps } from './text-acts.tsx'
import { Findings, Sources, ToBeVerified, type FindingShown } from './text-beside.tsx'
import { TextForm } from './text-form.tsx'
import { TextNotes, type TextNotesProps } from './text-notes.tsx'
import { TextPreviews } from './text-previews.tsx'
import { LinkDialog } from './text-tools.tsx'

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
  findings: readonly FindingShown[]
  sources: readonly Source[]
  toVerify: readonly ToVerify[]
  /** Null before the first revision. */
  notes: TextNotesProps | null
  /** Templates a placard can be drawn in; null where nothing is drawn. */
  templates: readonly string[] | null
  acts: Omit<TextActsProps, 'say' | 'path'>
  conflict?: Child
}

export function TextPage(props: TextPageProps) {
  const { desk, name, path, entryPath, locale, standing, source, mayWrite, said } = props
  const { problems, templates } = props
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
      <ProblemList say={say} problems={problems} />
      {props.conflict}
      <div class="two">
        {source ? <SourceColumn say={say} source={source} /> : form}
        <div>
          {source && form}
          <Findings desk={desk} findings={props.findings} />
          <TextActs say={say} path={path} {...props.acts} />
          {props.notes && (
            <TextNotes {...{ say, path, locale, mayWrite, problems }} {...props.notes} />
          )}
          {mayWrite && <TextPreviews {...{ say, path, locale, templates }} />}
          <Sources say={say} sources={props.sources} />
          <ToBeVerified say={say} toVerify={props.toVerify} />
        </div>
      </div>
      {mayWrite && (
        <>
          <LinkDialog say={say} />
          {/* In this order: a kept draft is put back before the editor reads the text. */}
          <script nonce={desk.nonce} type="module" src="/static/desk.js" />
          <script nonce={desk.nonce} type="module" src="/static/text-editor.js" />
        </>
      )}
    </DeskLayout>
  )
}
