/** Texts on their way to translators, and back. */
import { Hono, type Context } from 'hono'
import { may } from '../../../domain/editor.ts'
import { pathOf } from '../../../domain/entry.ts'
import { parseLocale } from '../../../domain/locale.ts'
import { localDay } from '../../../domain/scan.ts'
import { sourceLocale, localesOf } from '../../../domain/site.ts'
import { listTextsOf } from '../../../store/import-rows.ts'
import { writeXliff } from '../../../exchange/xliff/xliff.ts'
import { XliffPreview } from './xliff-preview.tsx'
import { allow, deskOf, page, refuse } from '../desk.tsx'
import { foundEntries } from '../entries-listed.ts'
import { exchange } from '../ask-exchange.ts'
import { fileIn, readData, wordsIn } from './import-form.ts'
import { importPage } from './import-routes.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { FileFault } from '../../../exchange/file-fault.ts'

/** Entries in one file; more is too much for one translator, and for one answer. */
const MOST = 500

/**
 * Out goes the public source beside the latest translation; what comes back becomes revisions, one a text, whole or not
 * at all. 422 where the file is wrong, 409 where it has become so since the preview.
 */
export const xliffRoutes = new Hono<DeskEnv>()
  .get('/admin/entries.xlf', allow('text.write'), async (c) => {
    const { db, now, origin } = c.env.services
    const site = c.get('site')
    const source = sourceLocale(site)
    const wanted = parseLocale(c.req.query('target') ?? '')
    const target = localesOf(site).find((one) => one === wanted)
    if (!target || target === source)
      return importPage(c, { fault: new FileFault('xliff.fault.target', { found: wanted ?? '' }) })
    const editor = c.get('session')?.editor
    if (!editor || !may(editor, 'text.write', target)) return refuse(c)
    const entries = await foundEntries(c)
    const ids = entries.map(({ id }) => id)
    const sources = await listTextsOf(db, ids, source, 'public')
    const targets = await listTextsOf(db, ids, target)
    const files = entries.flatMap((entry) => {
      const text = sources.get(entry.id)
      const before = targets.get(entry.id)
      if (!text || text.isRemoved || before?.isRemoved) return []
      const path = pathOf(entry)
      const numbers = { sourceNumber: text.number, targetNumber: before?.number ?? 0 }
      const address = `${origin}/${source}/${path}`
      return [{ path, address, ...numbers, source: text, target: before ?? null }]
    })
    if (files.length === 0) return importPage(c, { fault: new FileFault('xliff.fault.nothing') })
    if (files.length > MOST) {
      const values = { count: files.length, most: MOST }
      return importPage(c, { fault: new FileFault('xliff.fault.many', values) })
    }
    const day = localDay(now(), site.timeZone)
    return c.body(writeXliff({ source, target }, files), 200, {
      'Content-Type': 'application/xliff+xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="stele-${target}-${day}.xlf"`,
    })
  })
  .post('/admin/import/xliff', allow('text.write'), async (c) => {
    const data = await readData(c)
    return answerXliff(c, async () => {
      const { name, bytes } = await fileIn(data)
      return [name, { do: 'read-xliff', bytes }]
    })
  })
  .post('/admin/import/xliff/writing', allow('text.write'), async (c) => {
    const data = await readData(c)
    const text = wordsIn(data, 'xliff')
    return answerXliff(c, () =>
      Promise.resolve([wordsIn(data, 'name'), { do: 'write-xliff', text }]),
    )
  })

/** The name of the file with the question, so that a preview can say which it was. */
type Ask = () => Promise<[name: string, question: Parameters<typeof exchange>[1]]>

async function answerXliff(c: Context<DeskEnv>, ask: Ask): Promise<Response> {
  try {
    const [name, question] = await ask()
    const answer = await exchange(c, question)
    if ('written' in answer) return c.redirect(`/admin/import?done=${answer.written}`, 303)
    if (!('plan' in answer)) throw new Error('a translation was asked about')
    const { plan, text } = answer
    const view = <XliffPreview desk={deskOf(c)} xliff={text} name={name} plan={plan} />
    const wrong = question.do === 'write-xliff' ? 409 : 422
    return page(c, view, plan.problems.length > 0 ? wrong : 200)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return importPage(c, { fault: error })
  }
}
