/** Takes in the files of one form, each with a name of its own among the files of the entry. */
import type { Context } from 'hono'
import { mediaName } from '../../../domain/media-file.ts'
import { addAudit } from '../../../store/audit-log.ts'
import { UniqueError } from '../../../store/database.ts'
import { addUpload } from '../../../store/media.ts'
import { sayFor } from '../desk-layout.tsx'
import { actOf, deskOf } from '../desk.tsx'
import { knownFiles } from '../facts/media-files.ts'
import { receive, type ReceivedMedia } from './media-receiving.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { MediaDesk } from './media-desk.ts'

/** Files before a refused one are kept. */
export interface MediaTaken {
  /** What is wrong with the first file that was refused; '' when none was. */
  problem: string
  /** Names under which the files were taken in, in their order. */
  names: string[]
}

/**
 * Stops at the first file that is refused; one whose bytes the entry has already is refused as well. A body that is no
 * form has no files.
 */
export async function takeIn(c: Context<DeskEnv>, desk: MediaDesk): Promise<MediaTaken> {
  const say = sayFor(deskOf(c))
  const data = await c.req.formData().catch(() => new FormData())
  const filesOf = (name: string) =>
    data.getAll(name).filter((one): one is File => typeof one !== 'string' && one.size > 0)
  const files = filesOf('file')
  if (files.length === 0) return { problem: say('media.refused.none'), names: [] }
  const sizes = await Promise.all(filesOf('size').map(bytesOf))
  const known = knownFiles(desk.state, desk.uploads)
  const names: string[] = []
  for (const file of files) {
    const shown = shownName(file.name)
    const received = await receive(c.env.services, await bytesOf(file), sizes)
    if (typeof received === 'string')
      return { problem: say(`media.refused.${received}`, { file: shown }), names }
    const [same] = Object.entries(known).find(([, digest]) => digest === received.digest) ?? []
    if (same) return { problem: say('media.refused.same', { file: shown, name: same }), names }
    const name = await keep(c, desk, file.name, received, known)
    known[name] = received.digest
    names.push(name)
  }
  return { problem: '', names }
}

/** The name it is kept under. Of two who send in a file of one name at once, the second gets the next name. */
async function keep(
  c: Context<DeskEnv>,
  { state }: MediaDesk,
  sent: string,
  { digest, ending, statements }: ReceivedMedia,
  known: Readonly<Record<string, string>>,
): Promise<string> {
  const act = actOf(c)
  const taken = new Set(Object.keys(known))
  for (;;) {
    const name = mediaName(sent, ending, taken)
    const details = { file: name, digest }
    try {
      await c.env.services.db.batch([
        ...statements,
        addUpload(state.id, name, digest, act),
        addAudit({ what: 'media.uploaded', subject: state.id, details }, act),
      ])
      return name
    } catch (error) {
      if (!(error instanceof UniqueError) || taken.has(name)) throw error
      taken.add(name)
    }
  }
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer())
}

/** For sentences: what stands behind the last slash, without characters nobody sees, at most 80. */
function shownName(name: string): string {
  const plain = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{C}]/gu, '').normalize('NFC')
  return plain.slice(0, 80)
}
