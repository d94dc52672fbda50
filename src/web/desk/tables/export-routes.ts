/**
 * The province's own copy of everything it has written: the folder that `stele export` writes, as one file. Made while
 * it is sent, so its length is not known beforehand.
 */
import { downloadZip } from 'client-zip'
import { Hono } from 'hono'
import { localDay } from '../../../domain/scan.ts'
import { addAudit } from '../../../store/audit-log.ts'
import { folderFiles } from '../../../exchange/folder/export-folder.ts'
import { actOf, allow } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'

export const exportRoutes = new Hono<DeskEnv>().get(
  '/admin/export.zip',
  allow('exchange.export'),
  async (c) => {
    const { db, media, now } = c.env.services
    const day = localDay(now(), c.get('site').timeZone)
    await db.run(addAudit({ what: 'folder.exported', subject: 'content' }, actOf(c)))
    const { body } = downloadZip(entries())
    return new Response(body, {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="stele-${day}.zip"`,
      },
    })

    /** Withheld things too: this is the owner's copy. */
    async function* entries() {
      for await (const { path, bytes } of folderFiles(db, media.find))
        yield { name: path, input: bytes, lastModified: now() }
    }
  },
)
