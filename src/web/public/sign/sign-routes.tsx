/**
 * The address in every printed QR symbol; it can never change. It is printed in capitals, which a QR symbol
 * stores in 5.5 bits each instead of 8. People type it in small letters.
 */
import { Hono, type Context } from 'hono'
import { parseLocale, type Locale } from '../../../domain/locale.ts'
import {
  codesOneSlipAway,
  parseShortCode,
  spaced,
  type ShortCode,
} from '../../../domain/short-code.ts'
import { listIssued } from '../../../store/signs.ts'
import { isScan } from '../../scan-rule.ts'
import { answerWith, askedOf } from '../../reply.ts'
import type { AppEnv } from '../../services.ts'
import { MistypedCodePage, UnknownSignPage } from './sign-pages.tsx'
import { signLinkset } from './linkset.ts'
import { openSign } from './sign-opening.tsx'
import { keptNotice } from '../notice.ts'
import { localesOf } from '../../../domain/site.ts'

/**
 * A scan answers with the page itself. A code never issued answers 404 and is counted as stray; in `/CODE/locale`
 * nothing is counted, for the page leads there by itself.
 */
export const signRoutes = new Hono<AppEnv>()
  .get('/:code{[0-9A-Za-z]{5,7}}', async (c, next) => {
    const typed = c.req.param('code')
    const code = parseShortCode(typed)
    if (!code) return (await mistyped(c, typed)) ?? next()
    if (wantsLinkset(c)) return (await signLinkset(c, code)) ?? unknown(c, code)
    return answerWithSign(c, code)
  })
  .get('/:code{[0-9A-Za-z]{6}}/:locale', async (c, next) => {
    const code = parseShortCode(c.req.param('code'))
    const locale = parseLocale(c.req.param('locale'))
    if (!locale || !isOffered(c, locale)) return next()
    if (!code) return (await mistyped(c, c.req.param('code'), locale)) ?? next()
    const opened = await answerWith(c, `/${code}/${locale}`, () =>
      openSign(c.env.services, c.get('site'), code, locale),
    )
    return opened ?? unknown(c, code, locale)
  })

/**
 * A code as people type it from under the symbol: "7K3 QXC", "7k3-qxc", with a slash behind. Asked after every other
 * address.
 */
export const typedCodeRoutes = new Hono<AppEnv>().get('*', (c, next) => {
  const typed = /^\/([^/]{6,12})\/?$/.exec(decoded(c.req.path))?.[1]
  const code = typed === undefined ? null : parseShortCode(typed)
  return code ? answerWithSign(c, code) : next()
})

/** An address with a broken escape is taken as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * The page of a sign, counted as a scan; also for legacy addresses that have become one. 404 for a code never issued,
 * counted as stray.
 */
export async function answerWithSign(c: Context<AppEnv>, code: ShortCode): Promise<Response> {
  const opened = await answerWith(c, `/${code}`, () =>
    openSign(c.env.services, c.get('site'), code, null),
  )
  if (opened) return opened
  if (isScan(askedOf(c))) c.env.services.scans.countStray(code, c.get('site').timeZone)
  return unknown(c, code)
}

function wantsLinkset(c: Context<AppEnv>): boolean {
  return (
    c.req.query('linkType') === 'linkset' ||
    (c.req.header('accept') ?? '').includes('application/linkset+json')
  )
}

function isOffered(c: Context<AppEnv>, locale: Locale): boolean {
  return localesOf(c.get('site')).includes(locale)
}

function unknown(c: Context<AppEnv>, code: ShortCode, locale?: Locale): Promise<Response> {
  return keptNotice(
    c,
    404,
    { what: 'unknown sign', marks: { [spaced(ANY_CODE)]: spaced(code), [ANY_CODE]: code } },
    (reading) => <UnknownSignPage reading={reading} code={ANY_CODE} />,
    locale,
  )
}

/** Stand in kept pages for what was asked: neither is a code, nor a word of any page. */
const ANY_CODE = 'QQQQQQ' as ShortCode
const ANY_TYPED = '0typed0'

/** Something the length of a code that is none. With five or seven characters only when an issued code is near. */
async function mistyped(
  c: Context<AppEnv>,
  typed: string,
  locale?: Locale,
): Promise<Response | null> {
  const near = await listIssued(c.env.services.db, codesOneSlipAway(typed))
  if (typed.length !== 6 && near.length === 0) return null
  return keptNotice(
    c,
    404,
    { what: `mistyped ${near.join()}`, marks: { [ANY_TYPED]: typed } },
    (reading) => <MistypedCodePage reading={reading} typed={ANY_TYPED} near={near} />,
    locale,
  )
}
