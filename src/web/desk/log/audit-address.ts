export interface AuditFilter {
  /** '' for everybody. */
  by: string
  /** '' for everything. */
  subject: string
}

/** Of the page of the log; `before`: the id of a line, for the lines older than it. */
export function auditAddress(filter: Partial<AuditFilter>, before: number | null = null): string {
  const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value))
  if (before !== null) search.set('before', String(before))
  return search.size > 0 ? `/admin/audit?${search}` : '/admin/audit'
}
