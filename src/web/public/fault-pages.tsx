import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { StorageFullError } from '../../domain/errors.ts'
import type { AppEnv } from '../services.ts'
import { EMPTY_SITE, ErrorPage } from './error-page.tsx'
import { keptNotice, notice } from './notice.ts'
import { offeredLocale } from '../../domain/site.ts'

/**
 * Anything unforeseen is logged and becomes a page in the reader's language, 500; nothing of the error is shown. 507
 * where a disk is full: whoever saved something must know that it is not saved.
 */
export const faultPage: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof HTTPException) return error.getResponse()
  console.error({ event: 'fault', path: c.req.path, error })
  if (!c.get('site')) {
    c.set('site', EMPTY_SITE)
    c.set('wished', EMPTY_SITE.fallbackLocale)
  }
  const [status, fault] =
    error instanceof StorageFullError ? ([507, 'full'] as const) : ([500, 'fault'] as const)
  return notice(c, status, (reading) => <ErrorPage reading={reading} error={fault} />)
}

/** 404 in the language the address names, where it names one; else in the reader's. */
export const notFoundPage: NotFoundHandler<AppEnv> = (c) =>
  keptNotice(
    c,
    404,
    { what: 'not found' },
    (reading) => <ErrorPage reading={reading} error="not-found" />,
    offeredLocale(c.get('site'), c.req.path.split('/')[1] ?? '') ?? undefined,
  )
