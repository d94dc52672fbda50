/** What is done with signs: issued, placed, ended. Each act has its line in the log. */
import { Hono } from 'hono'
import { parseEntryPath } from '../../../domain/entry.ts'
import { localDay } from '../../../domain/scan.ts'
import { parseShortCode } from '../../../domain/short-code.ts'
import { isEnded } from '../../../domain/sign.ts'
import { issueSigns } from '../../../store/issue-signs.ts'
import { settleReport } from '../../../store/sign-reports.ts'
import {
  findEntryNames,
  placementOf,
  retireSign,
  savePlacement,
} from '../../../store/signs-at-desk.ts'
import { randomBelow } from '../../../domain/random.ts'
import { actOf, allow, missing } from '../desk.tsx'
import { readForm } from '../form.ts'
import { placementFor, readTyped, wholeNumber } from './placement-form.ts'
import { findLiving, signOf } from './sign-of.ts'
import { newSigns, showSign } from './sign-desk-routes.tsx'
import type { DeskEnv } from '../desk-env.ts'
import type { FormProblems } from '../form-view.tsx'

/** Signs of one form; more is a slip of the finger. */
const COUNT_MAX = 100
/** Characters of the reason for which a sign ends. */
const REASON_MAX = 500

/**
 * 422 with the form, and 409 where somebody placed the sign while the form was open. A sign that has ended is not ended
 * again; a successor must live and be another sign.
 */
export const signActRoutes = new Hono<DeskEnv>()
  .post('/admin/entries/:folder/:slug/signs', allow('sign.write'), async (c) => {
    const { db, now } = c.env.services
    const entry = parseEntryPath(`${c.req.param('folder')}/${c.req.param('slug')}`)?.path
    if (!entry || !(await findEntryNames(db, entry))) return missing(c)
    const form = await readForm(c)
    const typed = readTyped(form.words)
    const { placement, problems } = placementFor(typed, c.get('site').map)
    const count = wholeNumber(form.text('count').trim(), COUNT_MAX)
    if (count === null) problems['count'] = { key: 'signs.problem.number', values: { most: 100 } }
    if (count === null || Object.keys(problems).length > 0)
      return newSigns(c, entry, { typed, count: form.text('count'), problems })
    const issuedOn = localDay(now(), c.get('site').timeZone)
    const about = { ...placement, entry, issuedOn }
    const codes = await issueSigns(db, count, about, { random: randomBelow, act: actOf(c) })
    const [only] = codes
    return c.redirect(
      codes.length === 1 ? `/admin/signs/${only}` : `/admin/signs?entry=${entry}`,
      303,
    )
  })
  .post('/admin/signs/:code/reports/:id/settlement', allow('sign.write'), async (c) => {
    const sign = await signOf(c)
    const id = Number(c.req.param('id'))
    if (!sign || !Number.isSafeInteger(id)) return missing(c)
    const { code } = sign.sign
    await settleReport(c.env.services.db, { id, code }, actOf(c))
    return c.redirect(`/admin/signs/${code}`, 303)
  })
  .post('/admin/signs/:code/placement', allow('sign.write'), async (c) => {
    const sign = await signOf(c)
    if (!sign) return missing(c)
    const form = await readForm(c)
    const typed = readTyped(form.words)
    const { placement, problems } = placementFor(typed, c.get('site').map)
    if (Object.keys(problems).length > 0) return showSign(c, sign, { typed, problems, status: 422 })
    const before = placementOf(sign.sign)
    // Somebody changed it while this form was open: they are not undone in silence.
    if (form.text('before') !== JSON.stringify(before).normalize('NFC')) {
      const overtaken: FormProblems = { placement: { key: 'signs.problem.overtaken' } }
      return showSign(c, sign, { typed, problems: overtaken, status: 409 })
    }
    const { code } = sign.sign
    await savePlacement(c.env.services.db, code, { before, after: placement }, actOf(c))
    return c.redirect(`/admin/signs/${code}`, 303)
  })
  .post('/admin/signs/:code/retirement', allow('sign.write'), async (c) => {
    const sign = await signOf(c)
    if (!sign) return missing(c)
    const { code } = sign.sign
    const form = await readForm(c)
    const note = form.text('reason').trim()
    const typed = form.text('successor').trim()
    const successor = parseShortCode(typed)
    const problems: FormProblems = {}
    if (note === '' || note.length > REASON_MAX)
      problems['reason'] = { key: 'signs.problem.reason', values: { most: REASON_MAX } }
    if (typed && (!successor || successor === code || !(await findLiving(c, successor))))
      problems['successor'] = { key: 'signs.problem.successor' }
    if (isEnded(sign.state)) problems['reason'] = { key: 'signs.problem.ended' }
    if (Object.keys(problems).length > 0) {
      const ending = { reason: form.text('reason'), successor: form.text('successor') }
      return showSign(c, sign, { ending, problems, status: 422 })
    }
    const act = actOf(c)
    const on = localDay(new Date(act.at), c.get('site').timeZone)
    const what = successor ? 'replaced' : 'retired'
    const event = { code, on, what, by: act.by, lat: null, lon: null, successor, note } as const
    await retireSign(c.env.services.db, event, act)
    return c.redirect(`/admin/signs/${code}`, 303)
  })
