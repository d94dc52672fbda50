/** Which signs can be ordered today, and what keeps the others back. */
import { Hono } from 'hono'
import { may } from '../../../domain/editor.ts'
import { allow, deskOf, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { nameFor } from '../name-for.ts'
import { narrowedTo, soughtIn } from '../sought.ts'
import { readinessOf } from './sign-needs.tsx'
import { FACES_MAX } from './new-order-of.ts'
import { askedFor, onlyOf } from './ready-filter.ts'
import { ReadyPage } from './ready-page.tsx'

/** Signs on a page. */
const PER_PAGE = 50

/** A page past the last is answered with the last. */
export const readyRoutes = new Hono<DeskEnv>().get(
  '/admin/orders/ready',
  allow('order.read'),
  async (c) => {
    const desk = deskOf(c)
    const words = (c.req.query('q') ?? '').normalize('NFC').trim().slice(0, 200)
    const unit = await soughtIn(c, 'units', 'unit')
    const only = onlyOf(c.req.query('only'))
    const narrowed = await askedFor(c, { words, unit: narrowedTo(unit) })
    const listed = async (number: number) => {
      const from = (number - 1) * PER_PAGE
      return readinessOf(c, { ...narrowed, only, from, limit: PER_PAGE })
    }
    const wished = Math.min(100_000, Math.max(1, Math.floor(Number(c.req.query('page')) || 1)))
    const first = await listed(wished)
    const pages = Math.max(1, Math.ceil(first.found / PER_PAGE))
    const number = Math.min(pages, wished)
    const { found, ready, signs } = number === wished ? first : await listed(number)
    const view = (
      <ReadyPage
        desk={desk}
        asked={{ words, only }}
        unit={unit}
        found={found}
        ready={ready}
        most={FACES_MAX}
        signs={signs.map((sign) => ({ ...sign, name: nameFor(c, sign.names, sign.entry) }))}
        number={number}
        pages={pages}
        mayOrder={desk.editor !== null && may(desk.editor, 'order.write')}
      />
    )
    return page(c, view)
  },
)
