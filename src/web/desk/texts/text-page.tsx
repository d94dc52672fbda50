import { ownName } from '../../../domain/locale.ts'
import { ProblemList } from '../form-view.tsx'
import { DeskLayout, sayFor } from '../desk-layout.tsx'
import { SourceColumn } from '../source-column.tsx'
import { StateWords } from '../state-words.tsx'
import { TextActs } from './text-acts.tsx'
import { Findings, Sources, ToBeVerified } from './text-beside.tsx'
import { TextAsRead } from './text-as-read.tsx'
import { TextForm } from './text-form.tsx'
import { TextNotes } from './text-notes-view.tsx'
import { TextPreviews } from './text-previews.tsx'
import { LinkDialog } from './text-tools.tsx'
import type { TextPageProps } from './text-page-props.ts'

/** Whoever may not write the language sees the source, findings, acts and notes, and no form. */
export function TextPage(props: TextPageProps) {
  const { desk, name, path, entryPath, locale, standing, source, mayWrite, said } = props
  const { problems, templates, reading, draft } = props
  const say = sayFor(desk)
  const language = ownName(locale)
  const isWritten = mayWrite && !reading
  const form = reading ? (
    <TextAsRead say={say} path={path} locale={locale} text={draft} {...reading} />
  ) : mayWrite ? (
    <TextForm say={say} {...props} />
  ) : (
    <p>{say('text.notYours')}</p>
  )
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
            <TextNotes
              say={say}
              path={path}
              locale={locale}
              mayWrite={mayWrite}
              problems={problems}
              {...props.notes}
            />
          )}
          {isWritten && (
            <TextPreviews say={say} path={path} locale={locale} templates={templates} />
          )}
          <Sources say={say} sources={props.sources} />
          <ToBeVerified say={say} toVerify={props.toVerify} />
        </div>
      </div>
      {isWritten && (
        <>
          <LinkDialog say={say} />
          <script nonce={desk.nonce} type="module" src="/static/text-editor.js" />
        </>
      )}
    </DeskLayout>
  )
}
