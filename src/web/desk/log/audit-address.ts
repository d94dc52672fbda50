/** What the page of the log is narrowed to. */
export interface AuditFilter {
  /** E-mail address, or the name something acted under; '' for everybody. */
  by: string
  /** A subject with all that lies below it, as in `streets/le-loi`; '' for everything. */
  subject: string
}

/** Address of the page of the log; `before` is the id of a line, for the lines older than it. */
export function auditAddress(filter: Partial<AuditFilter>, before: number | null = null): string {
  const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value))
  if (before !== null) search.set('before', String(before))
  return search.size > 0 ? `/admin/audit?${search}` : '/admin/audit'
}
