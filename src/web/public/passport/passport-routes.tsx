/**
 * Whether a sign is genuine, and how to tell us that something is wrong with it. Nothing is kept of whoever reports but
 * their words.
 */
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import type { Locale } from '../../../domain/locale.ts'
import { parseShortCode, type ShortCode } from '../../../domain/short-code.ts'
import { REPORT_WORDS_MAX, REPORTED } from '../../../domain/sign-report.ts'
import { publishedEntry } from '../sign/sign-opening.tsx'
import { addSignReport } from '../../../store/sign-reports.ts'
import { findHistories, listIssued } from '../../../store/signs.ts'
import { pageHeaders } from '../page-headers.ts'
import { answerWith } from '../../reply.ts'
import type { AppEnv } from '../../services.ts'
import { PassportPage, ReportRefusedPage, ReportTakenPage } from './passport-page.tsx'
import { readingFor } from '../reading.ts'
import { UnknownSignPage } from '../sign/sign-pages.tsx'
import { documentOf } from '../../document.ts'
import { notice } from '../notice.ts'
import { offeredLocale } from '../../../domain/site.ts'

const PASSPORT = '/:locale/signs/:code'
/** Bytes of a form. */
const FORM_MAX = 8 * 1024

/** Control characters, and marks that turn the direction of writing, would mislead whoever reads the report. */
const report = z.object({
  what: z.enum(REPORTED),
  words: z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(REPORT_WORDS_MAX)
        .regex(/^[^\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]*$/),
    ),
})

/**
 * 404 for a code that was never issued. A report answers 303, 422 without a reason or with too many words, 429 where
 * the day has had its measure.
 */
export const passportRoutes = new Hono<AppEnv>()
  .get(PASSPORT, async (c, next) => {
    const asked = askedIn(c)
    if (!asked) return next()
    const { code, locale } = asked
    const { services } = c.env
    const site = c.get('site')
    const path = `/${locale}/signs/${code}`
    const opened = await answerWith(c, path, async () => {
      const history = (await findHistories(services.db, code)).get(code)
      if (!history) return null
      const entry = await publishedEntry(services, history.sign.entry)
      return {
        offer: { site: site.locales, entry: [], fallback: site.fallbackLocale },
        chosen: locale,
        scanned: null,
        remember: null,
        async render({ wished }) {
          const reading = readingFor(site, services.origin, wished)
          const view = (
            <PassportPage
              reading={reading}
              history={history}
              entry={entry}
              takesReports={services.auth !== null}
            />
          )
          return {
            status: 200,
            locale: wished,
            html: documentOf(view),
            headers: {
              ...(await pageHeaders(reading.words)),
              'Cache-Control': 'private, no-cache',
              'X-Robots-Tag': 'noindex',
            },
          }
        },
      }
    })
    return opened ?? unknown(c, asked)
  })
  .get(`${PASSPORT}/reports`, async (c, next) => {
    const asked = askedIn(c)
    if (!asked) return next()
    if (!(await isIssued(c, asked.code))) return unknown(c, asked)
    return notice(
      c,
      200,
      (reading) => <ReportTakenPage reading={reading} code={asked.code} />,
      asked.locale,
    )
  })
  .post(`${PASSPORT}/reports`, bodyLimit({ maxSize: FORM_MAX }), async (c, next) => {
    const asked = askedIn(c)
    if (!asked) return next()
    const { code, locale } = asked
    const { db, now } = c.env.services
    if (!(await isIssued(c, code))) return unknown(c, asked)
    const form = await c.req.formData().catch(() => new FormData())
    const read = report.safeParse({ what: form.get('what'), words: form.get('words') ?? '' })
    if (!read.success)
      return notice(
        c,
        422,
        (reading) => <ReportRefusedPage reading={reading} code={code} why="report.incomplete" />,
        locale,
      )
    const isTaken = await addSignReport(db, { code, locale, ...read.data }, now())
    return isTaken
      ? c.redirect(`/${locale}/signs/${code}/reports`, 303)
      : notice(
          c,
          429,
          (reading) => <ReportRefusedPage reading={reading} code={code} why="report.tooMany" />,
          locale,
        )
  })

interface PassportAddress {
  locale: Locale
  code: ShortCode
}

/** Null where the language is not offered here, or the code can be none. */
function askedIn(c: Context<AppEnv>): PassportAddress | null {
  const locale = offeredLocale(c.get('site'), c.req.param('locale') ?? '')
  const code = parseShortCode(c.req.param('code') ?? '')
  return locale && code ? { locale, code } : null
}

async function isIssued(c: Context<AppEnv>, code: ShortCode): Promise<boolean> {
  return (await listIssued(c.env.services.db, [code])).length > 0
}

function unknown(c: Context<AppEnv>, { code, locale }: PassportAddress): Promise<Response> {
  return notice(c, 404, (reading) => <UnknownSignPage reading={reading} code={code} />, locale)
}
