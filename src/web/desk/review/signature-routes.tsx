/** Several entries approved under one signature: a list of what is signed, then all of them, each whole or not at all. */
import { Hono, type Context } from 'hono'
import { parseEntryPath } from '../../../domain/entry.ts'
import { casesIn } from '../../../domain/review-queue.ts'
import { allow, deskOf, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { openFactsOf } from '../facts/facts-desk.ts'
import { officeOf } from '../facts/facts-vouching.ts'
import { readForm } from '../form.ts'
import { approveEntry } from './approving.ts'
import { casesOf } from './review-queue-of.ts'
import { SignaturePage, type SignedEntry } from './signature-page.tsx'

/** More would keep whoever signs waiting for a minute. */
const SIGNED_MAX = 100

export const signatureRoutes = new Hono<DeskEnv>()
  .get('/admin/review/signature', allow('facts.approve'), async (c) => {
    const all = await casesOf(c)
    const wanted = new Set(c.req.queries('entry') ?? [])
    const ready = casesIn(all, 'ready').filter(({ entry }) => wanted.has(entry.id))
    const entries = ready.slice(0, SIGNED_MAX).map(({ entry, settled }): SignedEntry => {
      const texts = entry.texts.filter(({ latest, state }) => latest && state !== 'removed')
      return { entry, settled, texts }
    })
    return page(c, <SignaturePage desk={deskOf(c)} entries={entries} office={officeOf(c)} />)
  })
  .post('/admin/review/signature', allow('facts.approve'), async (c) => {
    const form = await readForm(c)
    const office = form.text('office')
    let count = 0
    const left: string[] = []
    for (const signed of form.all('entry').slice(0, SIGNED_MAX)) {
      const [id = '', facts = '', ...texts] = signed.split('|')
      const isApproved = await approveSigned(c, id, { facts, texts }, office)
      if (isApproved) count++
      else left.push(id)
    }
    const back = new URLSearchParams({ filter: 'ready', done: String(count) })
    return c.redirect(`/admin/review?${back}`, 303)
  })

/** False where it has changed since it was shown, or may not be approved: it stays in the queue. */
async function approveSigned(
  c: Context<DeskEnv>,
  id: string,
  shown: { facts: string; texts: string[] },
  office: string,
): Promise<boolean> {
  const path = parseEntryPath(id)
  const desk = path && (await openFactsOf(c, path.kind, path.slug))
  return desk ? (await approveEntry(c, desk, { shown, office })) === 'approved' : false
}
