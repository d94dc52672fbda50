import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { withRightLetters } from '../../domain/look-alike.ts'
import type { DeskEnv } from './desk-env.ts'

/**
 * What a form sent. Line ends as one character, and NFC: what is typed on one system equals what is typed on another.
 */
export interface Form {
  /** '' when the field is missing or a file. */
  text: (name: string) => string
  /** The same with the right letters in place of those that only look right: for what others will read and search. */
  words: (name: string) => string
  /** True once `words` has put a letter right. */
  isRighted: () => boolean
  /** Of a field that may be sent more than once. */
  all: (name: string) => string[]
}

/** Fields of one form; the facts of a street with every list full have some two thousand. */
const FIELDS_MAX = 5000

/** As the script names what it sends, to know it again when it is saved. */
const SENT = /^[0-9a-f]{16}$/

/**
 * A body that is no form is read as an empty one: every field is then ''. One of more fields than any form of ours is a
 * 413, told by counting before anything is parsed.
 */
export async function readForm(c: Context<DeskEnv>): Promise<Form> {
  const data = await fieldsOf(c)
  const sent = data.get('sent')
  if (typeof sent === 'string' && SENT.test(sent)) c.set('sent', sent)
  const clean = (value: unknown) =>
    typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n') : ''
  let isRighted = false
  return {
    text: (name) => clean(data.get(name)),
    words(name) {
      const typed = clean(data.get(name))
      const right = withRightLetters(typed)
      if (right !== typed) isRighted = true
      return right
    },
    isRighted: () => isRighted,
    all: (name) => data.getAll(name).map(clean),
  }
}

async function fieldsOf(c: Context<DeskEnv>): Promise<FormData | URLSearchParams> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded'))
    return c.req.formData().catch(() => new FormData())
  const body = await c.req.text()
  let fields = 1
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) fields++
  if (fields > FIELDS_MAX) throw new HTTPException(413)
  return new URLSearchParams(body)
}

/** Path and query of the page a form was sent from, whatever its host; '' where the browser does not say. */
export function cameFrom(c: Context<DeskEnv>): string {
  const from = URL.parse(c.req.header('Referer') ?? '')
  return from ? from.pathname + from.search : ''
}
