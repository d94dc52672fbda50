/** Notes to the paragraphs of a text: those open, those settled, and one form for each paragraph. */
import type { NotePlace } from '../../../content/note-place.ts'
import type { PlacedParagraph } from '../../../content/paragraphs.ts'
import type { Locale } from '../../../domain/locale.ts'
import { NOTE_MAX } from '../../../domain/revision.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { FormProblems } from '../form-view.tsx'

export interface NoteShown extends NotePlace {
  id: number
  /** Number of the revision it was written at. */
  number: number
  text: string
  by: string
  /** Day and minute, local. */
  date: string
  /** `answer` is '' for none; null while the note is open. */
  settled: { by: string; date: string; answer: string } | null
}

export interface TextNotesProps {
  /** Number of the latest revision; notes are written at it. */
  number: number
  notes: readonly NoteShown[]
  /** Of that revision, from 0. */
  paragraphs: readonly PlacedParagraph[]
  /** A note that was sent back, to be mended; null for none. */
  typed: { paragraph: number; text: string } | null
}

interface Props extends TextNotesProps {
  say: Say
  path: string
  locale: Locale
  mayWrite: boolean
  /** Of a note by `note-to-<paragraph>`. */
  problems: FormProblems
}

export function TextNotes(props: Props) {
  const { say, notes, number, paragraphs, typed, mayWrite } = props
  const open = notes.filter(({ settled }) => settled === null)
  const settled = notes.filter((note) => note.settled !== null)
  return (
    <section id="notes">
      <h2>{say('note.title')}</h2>
      <p>{open.length === 0 ? say('note.none') : say('note.open', { count: open.length })}</p>
      {open.length > 0 && (
        <ul class="notes">
          {open.map((note) => (
            <Note {...props} note={note} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <details>
          <summary>{say('note.settled', { count: settled.length })}</summary>
          <ul class="notes done">
            {settled.map((note) => (
              <Note {...props} note={note} />
            ))}
          </ul>
        </details>
      )}
      {mayWrite && paragraphs.length > 0 && (
        <details class="each" open={typed !== null}>
          <summary>{say('note.each', { number })}</summary>
          {paragraphs.map((paragraph, i) => (
            <NoteForm {...props} paragraph={paragraph} i={i} />
          ))}
        </details>
      )}
    </section>
  )
}

function Note({ say, path, locale, mayWrite, note }: Props & { note: NoteShown }) {
  const { id, now, quoted, isChanged, text, settled } = note
  return (
    <li id={`note-${id}`}>
      <p>
        {now && (
          <a href={`#paragraph-${now.paragraph}`} data-line={String(now.line)}>
            {say('note.paragraph', { number: now.paragraph + 1 })}
          </a>
        )}{' '}
        {isChanged && <span class="mark">{now ? say('note.changed') : say('note.gone')}</span>}
      </p>
      <blockquote lang={locale}>{quoted}</blockquote>
      <p class="said">{text}</p>
      <p class="hint">
        {say('note.written', { by: note.by, date: note.date, number: note.number })}
      </p>
      {settled?.answer && <p class="said">→ {settled.answer}</p>}
      {settled && <p class="hint">{say('note.settledBy', settled)}</p>}
      {!settled && mayWrite && (
        <details>
          <summary>{say('note.settle')}</summary>
          <form method="post" action={`${path}/notes/${id}/end`} data-module="keep-form">
            <label for={`answer-${id}`}>{say('note.answer')}</label>
            <textarea id={`answer-${id}`} name="answer" rows={2} maxlength={NOTE_MAX} />
            <button class="second">{say('note.settle')}</button>
          </form>
        </details>
      )}
    </li>
  )
}

function NoteForm(props: Props & { paragraph: PlacedParagraph; i: number }) {
  const { say, path, locale, number, typed, problems, paragraph, i } = props
  const mine = typed?.paragraph === i ? typed.text : null
  const name = `note-to-${i}`
  return (
    <div id={`paragraph-${i}`}>
      <p lang={locale}>{paragraph.text}</p>
      <details open={mine !== null}>
        <summary>{say('note.add', { number: i + 1 })}</summary>
        <form
          method="post"
          action={`${path}/notes`}
          data-module="keep-form"
          data-keep={`paragraph ${i}`}
        >
          <input type="hidden" name="number" value={String(number)} />
          <input type="hidden" name="paragraph" value={String(i)} />
          <label for={name}>{say('note.text', { number: i + 1 })}</label>
          <p class="hint" id={`${name}-hint`}>
            {say('note.hint', { count: NOTE_MAX })}
          </p>
          <textarea
            id={name}
            name="text"
            rows={3}
            required={true}
            maxlength={NOTE_MAX}
            aria-describedby={`${name}-hint`}
            aria-invalid={problems[name] ? 'true' : undefined}
          >
            {mine === null ? '' : `\n${mine}`}
          </textarea>
          <button class="second">{say('note.save')}</button>
        </form>
      </details>
    </div>
  )
}
