/** Scripts that somebody hides in words, in a real Chromium: nothing runs, nothing leads out of the house. */
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Locale } from '../../src/domain/locale.ts'
import { publishText, saveText } from '../../src/store/texts.ts'
import { NAUGHTY } from '../web/naughty-kit.ts'
import { accept, describeAtDesk } from './desk.ts'

const RUN = 'window.hit=1'
/** Ways through Markdown, besides those through HTML of the public list. */
const MARKDOWN = [
  `[a](javascript:${RUN})`,
  `[a](JaVaScRiPt:${RUN})`,
  `[a]( javascript:${RUN})`,
  `[a](java&#x0A;script:${RUN})`,
  `[a](java&Tab;script:${RUN})`,
  `[a](&#106;avascript:${RUN})`,
  `[a](\u0001javascript:${RUN})`,
  `[a](javascript&colon;${RUN})`,
  `[a](vbscript:${RUN})`,
  '[a](data:text/html;base64,PHNjcmlwdD53aW5kb3cuaGl0PTE8L3NjcmlwdD4=)',
  `[a](data:text/html,<script>${RUN}</script>)`,
  `<javascript:${RUN}>`,
  `[a][ref]\n\n[ref]: javascript:${RUN}`,
  `[a](https://example.vn "x" onmouseover=${RUN})`,
  `[a](https://example.vn"onmouseover="${RUN})`,
  `[<img src=x onerror=${RUN}>](https://example.vn)`,
  `![a](x"onerror="${RUN})`,
  `![a](javascript:${RUN})`,
  `![<img src=x onerror=${RUN}>](x.jpg)`,
  `<svg/onload=${RUN}>`,
  `<math><a xlink:href="javascript:${RUN}">a`,
  `<iframe srcdoc="<script>parent.${RUN}</script>">`,
  `<details open ontoggle=${RUN}>`,
  `<style>@import 'javascript:${RUN}'</style>`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv=refresh content="0;url=https://evil.example">`,
  `<form action="https://evil.example"><button>a</button></form>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<template><script>${RUN}</script></template>`,
  `\`\`\`"><script>${RUN}</script>\ncode\n\`\`\``,
  `\`<script>${RUN}</script>\``,
  `| <script>${RUN}</script> | b |\n|---|---|\n| <img src=x onerror=${RUN}> | c |`,
  `## <img src=x onerror=${RUN}>`,
  `## "><script>${RUN}</script>`,
  `[^"><img src=x onerror=${RUN}>]`,
  `[^s1"onclick="${RUN}]`,
  `::withheld <script>${RUN}</script> ::`,
  `::wi::withheld ::thheld <script>${RUN}</script> ::`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `<a href="\u2028javascript:${RUN}">a</a>`,
  `[a](//evil.example)`,
  `[a](\\\\evil.example)`,
  `[a](https:evil.example)`,
]

/** Of the list: those that are one paragraph; the longest would be refused at the door. */
const WORDS = NAUGHTY.filter(
  (text) => text.trim() !== '' && text.length < 5000 && !/^\s*$/.test(text),
)
const PER_PAGE = 30

/** What must not be in any page, whatever was written. */
function foreign(): string[] {
  const wrong: string[] = []
  const own = [...document.scripts].map((one) => one.getAttribute('src') ?? one.type)
  for (const script of own)
    if (!/^\/static\/|^application\/ld\+json$/.test(script)) wrong.push(`script ${script}`)
  for (const element of document.querySelectorAll('*')) {
    if (/^(?:object|embed|applet|base|math|portal)$/i.test(element.tagName))
      wrong.push(element.tagName)
    for (const { name, value } of element.attributes) {
      // The editor of the desk lays its own lines out by script, which the policy allows.
      const isLaidOut = name === 'style' && element.closest('.cm-editor') !== null
      if (name.startsWith('on') || (name === 'style' && !isLaidOut) || name === 'srcdoc')
        wrong.push(`${name}=${value}`)
      if (/^(?:href|src|action|formaction|xlink:href)$/.test(name)) {
        const url = new URL(value, location.href)
        const leads =
          /^(?:https?|mailto|tel|geo|blob):$/.test(url.protocol) || value.startsWith('data:,')
        const isOut = url.origin !== location.origin && element.tagName !== 'A'
        if (!leads || (isOut && url.protocol.startsWith('http'))) wrong.push(`${name}=${value}`)
      }
    }
  }
  if ('hit' in window) wrong.push('a script ran')
  return wrong
}

describeAtDesk('payloads', (desk) => {
  test(
    'in titles, summaries and bodies run nothing, on the page and at the desk',
    { timeout: 120_000 },
    async () => {
      const { db } = desk.site.services
      const locale = 'vi' as Locale
      const page = await desk.window()
      page.on('dialog', (dialog) => {
        hits.push(dialog.message())
        void dialog.dismiss()
      })
      const hits: string[] = []
      await accept(page, await desk.invite({ role: 'editor' }), 'Lan')
      const all = [...MARKDOWN, ...WORDS]
      let number = 1
      for (let i = 0; i < all.length; i += PER_PAGE) {
        const part = all.slice(i, i + PER_PAGE)
        const one = part[i % part.length] as string
        const ref = { entry: 'places/cho-thu', locale, number: ++number }
        const act = { by: 'lan@example.gov.vn', at: new Date().toISOString() }
        const text = {
          title: one.slice(0, 80),
          summary: one.slice(0, 300),
          body: part.join('\n\n').normalize('NFC'),
        }
        await saveText(db, { ...ref, ...text, basedOn: null, origin: 'hand' } as never, act)
        await publishText(db, ref as never, act)
        for (const path of [
          '/vi/places/cho-thu',
          '/vi/',
          '/admin/entries/places/cho-thu/vi',
          '/admin/entries',
        ]) {
          const answer = await page.goto(new URL(path, page.url()).href)
          expect(answer?.status(), path).toBe(200)
          const wrong = await page.evaluate(foreign)
          expect(wrong, `${path} with ${part.slice(0, 3).join(' | ').slice(0, 300)}…`).toEqual([])
        }
        await hover(page)
      }
      expect(hits).toEqual([])
      const compared = `/admin/entries/places/cho-thu/vi/history`
      await page.goto(new URL(compared, page.url()).href)
      expect(await page.evaluate(foreign)).toEqual([])
    },
  )
})

/** What waits for a pointer or a key. */
async function hover(page: Page): Promise<void> {
  await page.mouse.move(400, 300)
  await page.keyboard.press('Tab')
}
