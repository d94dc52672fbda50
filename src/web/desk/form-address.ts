/** Addresses that forms are sent to, and the page each belongs to: whoever opens one gets that page. */
import { createMiddleware } from 'hono/factory'
import type { DeskEnv } from './desk-env.ts'

const ENTRY = '/admin/entries/[^/]+/[^/]+'
/** What comes first is the page; `signs` alone has its page elsewhere. */
const FORMS: readonly RegExp[] = [
  new RegExp(
    `^(${ENTRY}/[^/]+)/(?:review|publication|schedule|confirmation|minor-edit|removal|notes|preview|findings)(?:/.*)?$`,
  ),
  new RegExp(`^(${ENTRY}/[^/]+)/revisions(?:/\\d+/restore)?$`),
  new RegExp(`^(${ENTRY}/media)/uploads$`),
  new RegExp(`^(${ENTRY}/facts/approval)/.+$`),
  new RegExp(`^(${ENTRY}/facts/history)/.+$`),
  new RegExp(`^(${ENTRY})/(?:signs|[a-z-]+/end)$`),
  /^(\/admin\/signs\/[^/]+)\/(?:placement|retirement|reports\/.+)$/,
  /^(\/admin\/orders\/[^/]+)\/(?:notes|parcel|links|cancellation|reprints)(?:\/.*)?$/,
  /^(\/admin\/scheduled)\/.+$/,
  /^(\/admin\/editors)\/.+$/,
  /^(\/admin\/account\/second-step)\/.+$/,
  /^(\/admin\/account)\/.+$/,
  /^(\/admin\/import)\/.+$/,
  /^(\/admin\/review\/[a-z-]+\/[^/]+)\/.+$/,
  /^(\/admin\/)(?:language|sign-out)$/,
]

/** 302, only where there is no such page: a page that reading cannot find stays not found. */
export const formAddress = createMiddleware<DeskEnv>(async (c, next) => {
  await next()
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isRead || c.res.status !== 404) return
  const page = pageOfForm(c.req.path)
  if (page) c.res = c.redirect(page, 302)
})

/** Null for what is no address of a form. */
export function pageOfForm(path: string): string | null {
  const found = FORMS.map((form) => form.exec(path)?.[1]).find((one) => one !== undefined)
  return found ?? null
}
