/** How far everything is: for whoever leads. */
import { Hono } from 'hono'
import { unitsOn } from '../../../domain/admin-unit.ts'
import { listedEntry } from '../../../domain/entry-list.ts'
import { ownName, type Locale } from '../../../domain/locale.ts'
import { progressBy, progressByLocale } from '../../../domain/review-progress.ts'
import { pointsByDocument } from '../../../domain/review-queue.ts'
import { localDay } from '../../../domain/scan.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { listEntryStates } from '../../../store/entry-states.ts'
import { listOpenReviews } from '../../../store/editor-day.ts'
import { listUnits } from '../../../store/site-settings.ts'
import { sayFor } from '../desk-layout.tsx'
import { allow, deskOf, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { ProgressPage } from './progress-page.tsx'
import { casesOf } from './review-queue-of.ts'

/** Documents that settle most, named beside the figures. */
const DOCUMENTS_SHOWN = 10

export const progressRoutes = new Hono<DeskEnv>().get(
  '/admin/review/progress',
  allow('entry.read'),
  async (c) => {
    const { db, now } = c.env.services
    const site = c.get('site')
    const desk = deskOf(c)
    const say = sayFor(desk)
    const source = sourceLocale(site)
    const today = localDay(now(), site.timeZone)
    const units = await listUnits(db)
    const entries = (await listEntryStates(db)).map((one) => listedEntry(one, source, site.locales))
    const unitOf = (entry: (typeof entries)[number]) =>
      unitsOn(entry.units, units, today)[0]?.name ?? say('review.noUnit')
    const all = await casesOf(c)
    const reviews = await listOpenReviews(db)
    const byName = new Intl.Collator(source).compare
    return page(
      c,
      <ProgressPage
        desk={desk}
        kinds={progressBy(entries, site.locales, ({ kind }) => say(`entries.kind.${kind}`))}
        locales={progressByLocale(entries, site.locales).map((row) => ({
          key: ownName(row.key as Locale),
          progress: row.progress,
        }))}
        units={progressBy(entries, site.locales, unitOf).sort((a, b) => byName(a.key, b.key))}
        documents={pointsByDocument(all).slice(0, DOCUMENTS_SHOWN)}
        open={all.reduce((sum, { open }) => sum + open.length, 0)}
        waits={{
          ready: all.filter(({ open, missing }) => open.length + missing.length === 0).length,
          asked: reviews.length,
          missing: all.filter(({ missing }) => missing.length > 0).length,
        }}
      />,
    )
  },
)
