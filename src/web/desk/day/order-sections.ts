/** What waits of print orders, and of signs to hang. */
import { latenessOf } from '../../../domain/print-order.ts'
import { spaced } from '../../../domain/short-code.ts'
import type { Day, DayItem, DaySection, OrderSectionId } from './day-lists.ts'

/** None where it is not this editor's work. */
export function orderSections(day: Day): DaySection[] {
  const { say, orders, parcels, toHang, now, dateOf } = day
  const list = (id: OrderSectionId, all: string | null, items?: DayItem[]): DaySection[] =>
    items ? [{ id, all, items }] : []
  const open = orders?.filter(({ isDraft, isCancelled }) => !isDraft && !isCancelled)
  const signsIn = (state: 'printed' | 'mend') =>
    toHang
      ?.filter(({ what }) => (what === 'printed') === (state === 'printed'))
      .map(({ code, name, placement, what }): DayItem => ({
        href: `/admin/signs/${code}`,
        label: `${spaced(code)} · ${name}`,
        detail: what === 'printed' ? placement : `${say(`signs.event.${what}`)} · ${placement}`,
      }))
  return [
    ...list(
      'defects',
      '/admin/orders',
      open
        ?.filter(({ defects }) => defects > 0)
        .map(({ id, defects }) => ({
          href: `/admin/orders/${id}#notes`,
          label: id,
          detail: say('orders.defects', { count: defects }),
        })),
    ),
    ...list(
      'late',
      '/admin/orders',
      open?.flatMap((order) => {
        const late = latenessOf(order, now)
        const href = `/admin/orders/${order.id}`
        return late ? [{ href, label: order.id, detail: say(`orders.late.${late}`) }] : []
      }),
    ),
    ...list(
      'failed',
      '/admin/orders',
      open
        ?.filter(({ failed, isMade }) => failed && !isMade)
        .map(({ id }) => ({
          href: `/admin/orders/${id}`,
          label: id,
          detail: say('orders.failed'),
        })),
    ),
    ...list(
      'parcels',
      null,
      parcels?.map(({ id, signs, orderedAt }) => ({
        href: `/admin/orders/${id}/parcel.zip`,
        label: `${id}.zip`,
        detail: say('home.parcel', { count: signs, date: dateOf(orderedAt) }),
      })),
    ),
    ...list('toHang', '/admin/signs?state=printed', signsIn('printed')),
    ...list('toMend', '/admin/signs?state=damaged', signsIn('mend')),
  ]
}
