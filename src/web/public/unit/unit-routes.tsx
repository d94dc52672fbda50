import { Hono, type Context } from 'hono'
import { dayShown, isValidOn, spanOf, unitsOn, type AdminUnit } from '../../../domain/admin-unit.ts'
import { localDay } from '../../../domain/scan.ts'
import { listUnits } from '../../../store/site-settings.ts'
import { listEntriesInUnit } from '../../../store/units.ts'
import { answerWith } from '../../reply.ts'
import type { AppEnv } from '../../services.ts'
import { UnitPage } from './unit-page.tsx'
import { UnitsPage } from './units-page.tsx'
import { plainOpening } from '../plain-opening.ts'
import { offeredLocale } from '../../../domain/site.ts'

/** Pages of wards and communes; a span after the code names a unit that is not in force today. */
export const unitRoutes = new Hono<AppEnv>()
  .get('/:locale/units', async (c, next) => {
    const { services } = c.env
    const site = c.get('site')
    const locale = offeredLocale(site, c.req.param('locale'))
    if (!locale) return next()
    const opened = await answerWith(c, `/${locale}/units`, async () => {
      const units = await listUnits(services.db)
      const today = todayAt(c)
      return plainOpening(services, site, locale, (reading) => (
        <UnitsPage reading={reading} units={units} today={today} />
      ))
    })
    return opened ?? next()
  })
  .get('/:locale/units/:code/:span?', async (c, next) => {
    const { services } = c.env
    const site = c.get('site')
    const locale = offeredLocale(site, c.req.param('locale'))
    const { code, span } = c.req.param()
    if (!locale) return next()
    const path = `/${locale}/units/${code}`
    const opened = await answerWith(c, span === undefined ? path : `${path}/${span}`, async () => {
      const units = await listUnits(services.db)
      const today = todayAt(c)
      const unit = unitAt(units, code, span, today)
      if (!unit) return null
      const day = dayShown(unit, today)
      const entries = (await listEntriesInUnit(services.db, code)).filter(
        ({ spans }) => unitsOn(spans, [unit], day).length > 0,
      )
      return plainOpening(services, site, locale, (reading) => (
        <UnitPage
          reading={reading}
          unit={unit}
          units={units}
          day={day}
          today={today}
          entries={entries}
        />
      ))
    })
    return opened ?? (await formerly(c, path, code, span)) ?? next()
  })

/** Without `span` the unit that has the code today; undefined where there is none. */
function unitAt(
  units: readonly AdminUnit[],
  code: string,
  span: string | undefined,
  today: string,
): AdminUnit | undefined {
  const had = units.filter((unit) => unit.code === code)
  return had.find((unit) => (span === undefined ? isValidOn(unit, today) : spanOf(unit) === span))
}

/**
 * A redirect from a code that nobody has today to the last unit that had it; null where nobody ever had it, or a span
 * was asked for.
 */
async function formerly(c: Context<AppEnv>, path: string, code: string, span: string | undefined) {
  if (span !== undefined) return null
  const units = await listUnits(c.env.services.db)
  const last = units
    .filter((unit) => unit.code === code)
    .toSorted((a, b) => (a.validTo < b.validTo ? 1 : -1))[0]
  return last ? c.redirect(`${path}/${spanOf(last)}`, 302) : null
}

function todayAt(c: Context<AppEnv>): string {
  return localDay(c.env.services.now(), c.get('site').timeZone)
}
