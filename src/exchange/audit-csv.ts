/** The audit log as one file, for whoever must keep it elsewhere. */
import { auditCsv, moreAuditCsv } from '../domain/audit.ts'
import { listAudit } from '../store/audit-log.ts'
import type { Database } from '../store/database.ts'

/** Lines held in memory at a time. */
const A_PART = 1000

/**
 * The whole log, the latest first, read from the database as fast as it is taken. Lines written meanwhile are left out.
 */
export function auditCsvStream(db: Database): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let before: number | null = null
  return new ReadableStream({
    async pull(controller) {
      const lines = await listAudit(db, { limit: A_PART, ...(before !== null && { before }) })
      const part = (before === null ? auditCsv : moreAuditCsv)(lines)
      if (part) controller.enqueue(encoder.encode(part))
      const last = lines.at(-1)
      if (last && lines.length === A_PART) before = last.id
      else controller.close()
    },
  })
}
