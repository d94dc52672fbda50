/**
 * Notes to a paragraph: written and settled by whoever may write the language. 403 for a paragraph the revision does
 * not have.
 */
import { Hono } from 'hono'
import * as z from 'zod'
import { paragraphsOf } from '../../../content/paragraphs.ts'
import { characters, NOTE_MAX } from '../../../domain/revision.ts'
import { addNote, listNotes, settleNote } from '../../../store/notes.ts'
import { findRevision } from '../../../store/revisions.ts'
import { sayFor } from '../desk-layout.tsx'
import { actOf, allow, deskOf, missing, refuse } from '../desk.tsx'
import { textOf } from '../entry-of.ts'
import { readForm } from '../form.ts'
import { doing } from './text-act-routes.tsx'
import { mayWrite } from './text-routes.tsx'
import { showText } from './show-text.tsx'
import type { DeskEnv } from '../desk-env.ts'

const TEXT = '/admin/entries/:folder/:slug/:locale'
const count = z.coerce.number().int().min(0)
const place = z.object({ number: count, paragraph: count })

export const textNoteRoutes = new Hono<DeskEnv>()
  .post(`${TEXT}/notes`, allow('text.write'), async (c) => {
    const text = await textOf(c)
    if (!text) return missing(c)
    if (!mayWrite(c, text)) return refuse(c)
    const { db } = c.env.services
    const { history, locale, path } = text
    const form = await readForm(c)
    const at = place.safeParse({ number: form.text('number'), paragraph: form.text('paragraph') })
    const ref = at.data && { entry: history.id, locale, number: at.data.number }
    const revision = ref && (await findRevision(db, ref))
    if (!ref || !revision || at.data.paragraph >= paragraphsOf(revision.body).length)
      return refuse(c)
    const { paragraph } = at.data
    const words = form.text('text').replace(/\r\n?/g, '\n').trim().normalize('NFC')
    const field = sayFor(deskOf(c))('note.field')
    const long = { field, count: characters(words), most: NOTE_MAX }
    const problem =
      words === ''
        ? ({ key: 'problem.empty', values: { field } } as const)
        : long.count > NOTE_MAX
          ? ({ key: 'problem.tooLong', values: long } as const)
          : null
    if (problem) {
      const problems = { [`note-to-${paragraph}`]: problem }
      return showText(c, text, { problems, note: { paragraph, text: words }, status: 422 })
    }
    await addNote(db, ref, { paragraph, text: words }, actOf(c))
    return c.redirect(`${path}/${locale}#notes`, 303)
  })
  .post(
    `${TEXT}/notes/:id/end`,
    ...doing(
      'text.write',
      async (c, text, form) => {
        if (!mayWrite(c, text)) return false
        const { db } = c.env.services
        const { history, locale } = text
        const notes = await listNotes(db, { entry: history.id, locale })
        const note = notes.find(({ id }) => String(id) === c.req.param('id'))
        if (!note) return false
        const answer = form.text('answer').trim().normalize('NFC')
        await settleNote(db, note.id, [...answer].slice(0, NOTE_MAX).join(''), actOf(c))
        return true
      },
      '#notes',
    ),
  )
