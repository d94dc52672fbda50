import { MEDIA_MAX, PICTURE_WIDTHS } from '../../../domain/media-file.ts'
import { FactsConflict, type FactsConflictShown } from '../facts/facts-conflict-view.tsx'
import { FactsField, type FactsForm } from '../facts/facts-field.tsx'
import { fieldName } from '../facts/facts-fields.ts'
import { FactsStanding } from '../facts/facts-page-view.tsx'
import { FactsProblems } from '../problem-list.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { FactsPartShape } from '../facts/facts-shape.ts'

/** One picture or recording. */
export interface MediaRow {
  /** As in `images-0`. */
  prefix: string
  file: string
  /** Not named by the facts: on no page. */
  isWaiting: boolean
  /** Where the desk fetches it, small if there is a small one; sides in pixels, null where they are not known. */
  address: string
  width: number | null
  height: number | null
}

interface Props {
  desk: Desk
  /** Official name. */
  name: string
  /** `/admin/entries/streets/le-loi` */
  at: string
  form: Omit<FactsForm, 'say'>
  /** Files in their order, those that wait on the desk last. */
  parts: readonly { part: FactsPartShape; rows: readonly MediaRow[] }[]
  /** The state the form starts from: the lock of a save. */
  number: number
  standing: readonly string[]
  /** What has just been done; '' for nothing. */
  done: string
  /** Why a file was not taken in; '' for nothing. */
  refused: string
  conflict: FactsConflictShown | null
  /**
   * False where the browser has to make the sizes: the server has no program for pictures, and without scripts only a
   * small JPEG can be sent.
   */
  resizes: boolean
}

export function MediaPage(props: Props) {
  const { desk, name, at, parts, number, standing, done, conflict } = props
  const say = sayFor(desk)
  const form = { ...props.form, say }
  const isEmpty = parts.every(({ rows }) => rows.length === 0)
  return (
    <DeskLayout desk={desk} title={say('media.title', { name })}>
      <p class="row fact-links">
        <a href={at}>{say('facts.toEntry')}</a>
        <a href={`${at}/facts`}>{say('facts.toForm')}</a>
      </p>
      <FactsStanding standing={standing} />
      {done !== '' && (
        <p class="good" role="status">
          {done}
        </p>
      )}
      {conflict && <FactsConflict say={say} conflict={conflict} />}
      <FactsProblems say={say} problems={form.problems} />
      <Sending {...props} />
      {isEmpty ? (
        <p>{say('media.nothing')}</p>
      ) : (
        <form method="post" action={`${at}/media`} class="facts" data-module="keep-form">
          <input type="hidden" name="number" value={number} />
          {parts.map(({ part, rows }) => (
            <Rows form={form} part={part} rows={rows} />
          ))}
          <button>{say('media.save')}</button>
        </form>
      )}
    </DeskLayout>
  )
}

/** Works without scripts, one request for all files; a script sends them one by one and tells of each. */
function Sending({ desk, at, refused, resizes }: Props) {
  const say = sayFor(desk)
  return (
    <form
      method="post"
      action={`${at}/media/uploads`}
      enctype="multipart/form-data"
      class="drop"
      data-module="upload"
      data-most={MEDIA_MAX}
      data-widths={resizes ? undefined : PICTURE_WIDTHS.join(' ')}
      data-sending={say('media.sending', { file: '{file}' })}
      data-too-large={say('media.refused.tooLarge', { file: '{file}' })}
      data-broken={say('media.refused.broken', { file: '{file}' })}
      data-save-first={say('media.saveFirst')}
      data-see={say('media.see')}
      data-failed={say('media.failed', { file: '{file}' })}
    >
      <label for="file">{say('media.file')}</label>
      <p class="hint" id="file-hint">
        {say('media.fileHint')}
      </p>
      {!resizes && <p class="hint">{say('media.needsScript')}</p>}
      {refused !== '' && (
        <p class="wrong" role="alert" id="file-problem">
          {refused}
        </p>
      )}
      <input
        type="file"
        id="file"
        name="file"
        multiple
        required
        accept="image/jpeg,image/png,image/webp,image/avif,audio/mpeg,audio/mp4,audio/x-m4a,audio/3gpp,video/3gpp,audio/ogg,.m4a,.mp4,.3gp"
        aria-describedby={refused === '' ? 'file-hint' : 'file-hint file-problem'}
        aria-invalid={refused === '' ? undefined : 'true'}
      />
      <div role="status" class="told" />
      <button>{say('media.send')}</button>
    </form>
  )
}

function Rows({
  form,
  part,
  rows,
}: {
  form: FactsForm
  part: FactsPartShape
  rows: readonly MediaRow[]
}) {
  const { say } = form
  return (
    <section id={part.key}>
      <h2>{say(`facts.part.${part.key}`)}</h2>
      <p class="hint" id={`${part.key}-hint`}>
        {part.key === 'images' ? say('media.imagesHint') : say('media.audioHint')}
      </p>
      <input type="hidden" name={fieldName(part.key, 'rows')} value={rows.length} />
      {rows.map((row, i) => (
        <Row form={form} part={part} row={row} number={i + 1} />
      ))}
    </section>
  )
}

interface RowProps {
  form: FactsForm
  part: FactsPartShape
  row: MediaRow
  number: number
}

function Row({ form, part, row, number }: RowProps) {
  const { say, problems } = form
  const { prefix, file, isWaiting, address, width, height } = row
  const problem = problems.find(({ field }) => field === prefix)
  const place = fieldName(prefix, 'place')
  const remove = fieldName(prefix, 'remove')
  return (
    <fieldset
      class={isWaiting ? 'fact-row media-row spare' : 'fact-row media-row'}
      id={prefix}
      data-row={file}
    >
      <legend>
        <span>{file}</span>
        {isWaiting && <b class="waits">{say('media.waiting')}</b>}
        {!isWaiting && part.key === 'images' && number === 1 && <b>{say('media.cover')}</b>}
      </legend>
      {part.key === 'audio' ? (
        <audio controls preload="none" src={address} aria-label={file} />
      ) : (
        <img src={address} alt="" width={width ?? undefined} height={height ?? undefined} />
      )}
      <div class="media-fields">
        {problem && <p class="wrong">{problem.text}</p>}
        <input type="hidden" name={fieldName(prefix, 'file')} value={file} />
        {part.fields
          .filter(({ key }) => key !== 'file')
          .map((field) => (
            <FactsField form={form} part={part.key} prefix={prefix} field={field} />
          ))}
        {part.key === 'images' && (
          <div class="fact place">
            <label for={place}>{say('media.place')}</label>
            <input type="number" id={place} name={place} value={number} min={1} max={200} />
          </div>
        )}
        <label class="choice remove">
          <input type="checkbox" name={remove} value="true" id={remove} />
          <span>{isWaiting ? say('media.discard') : say('media.remove')}</span>
        </label>
      </div>
    </fieldset>
  )
}
