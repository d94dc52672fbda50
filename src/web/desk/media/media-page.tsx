/** The page of pictures and recordings, as several routes answer with it. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isRecording, mediaAddressOf } from '../../../domain/media-file.ts'
import { listPictureSizes } from '../../../store/media.ts'
import { fieldName, prefixesOf, type TypedFacts } from '../facts/facts-fields.ts'
import type { FactsProblem } from '../problem-list.tsx'
import { MediaPage, type MediaRow } from './media-page-view.tsx'
import { deskOf, page } from '../desk.tsx'
import { standingOf, typedFor } from '../facts/facts-page.tsx'
import { knownFiles } from '../facts/media-files.ts'
import { MEDIA_PARTS } from './media-form.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { MediaDesk } from './media-desk.ts'
import type { FactsConflictShown } from '../facts/facts-conflict-view.tsx'

interface MediaPageInput {
  /** As typed; as the facts stand unless told. */
  typed?: TypedFacts
  problems?: FactsProblem[]
  conflict?: FactsConflictShown
  /** Why a file was not taken in. */
  refused?: string
  done?: string
}

/** Files of the desk stand after those the facts name, each in a row that is still to be described. */
export async function mediaPage(
  c: Context<DeskEnv>,
  desk: MediaDesk,
  { typed = typedFor(desk), problems = [], conflict, refused = '', done = '' }: MediaPageInput,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { state, uploads, at, name, naming } = desk
  const { services } = c.env
  const known = knownFiles(state, uploads)
  const sizes = await listPictureSizes(services.db, Object.values(known))
  const parts = MEDIA_PARTS.map((part) => {
    const typedRows = prefixesOf(typed, part).map(
      (prefix) => typed[fieldName(prefix, 'file')] ?? '',
    )
    const others = Object.keys(known).filter(
      (file) => isRecording(file) === (part.key === 'audio') && !typedRows.includes(file),
    )
    const rows = [...typedRows, ...others].map((file, i): MediaRow => {
      const digest = known[file] ?? ''
      const small = sizes.find((one) => one.digest === digest && one.format === 'jpeg')
      return {
        prefix: fieldName(part.key, i),
        file,
        isWaiting: uploads.some((upload) => upload.name === file),
        width: small?.width ?? null,
        height: small?.height ?? null,
        address: small
          ? mediaAddressOf(small.derived, '.jpg', `${at}/media`)
          : mediaAddressOf(digest, file, `${at}/media`),
      }
    })
    return { part, rows }
  })
  const filled = Object.fromEntries(
    parts.flatMap(({ rows }) =>
      rows.map(({ prefix, file }) => [fieldName(prefix, 'file'), file] as const),
    ),
  )
  const view = (
    <MediaPage
      desk={deskOf(c)}
      name={name}
      at={at}
      parts={parts}
      done={done}
      refused={refused}
      form={{
        typed: { ...typed, ...filled },
        problems,
        locales: naming.locales,
        sourceIds: new Map(),
      }}
      number={state.factsNumber}
      standing={standingOf(c, desk)}
      conflict={conflict ?? null}
      resizes={services.pictures !== undefined}
    />
  )
  return page(c, view, status)
}
