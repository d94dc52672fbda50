/** Letters to the people of the desk, in Vietnamese, then in English. */

export interface NoticeItem {
  /** As in the log. */
  what: string
  by: string
  subject: string
  address: string
}

const SAID: Record<string, [vi: string, en: string]> = {
  'review.asked': ['{by} gửi duyệt: {subject}', '{by} asks for a review: {subject}'],
  'review.returned': ['{by} trả lại: {subject}', '{by} returned: {subject}'],
  'review.approved': ['{by} đã duyệt: {subject}', '{by} approved: {subject}'],
  'note.added': ['{by} ghi chú ở {subject}', '{by} left a note at {subject}'],
  'order.defect': ['Đơn in {subject} có lỗi, {by} báo', 'Order {subject} has a defect, says {by}'],
  'order.received': [
    'Đơn in {subject} đã nhận, {by} ghi',
    'Order {subject} was received, says {by}',
  ],
}

interface Letter {
  name: string
  items: readonly NoticeItem[]
  /** How many more there were. */
  more: number
  /** Addresses of the desk, and of the page where letters are chosen. */
  desk: string
  account: string
}

export function noticeLetter({ name, items, more, desk, account }: Letter) {
  const line = ({ what, by, subject, address }: NoticeItem, language: 0 | 1) => {
    const said = SAID[what]?.[language] ?? `${what}: {subject} ({by})`
    const filled = said.replace('{by}', () => by).replace('{subject}', () => subject)
    return language === 0 ? `- ${filled}\n  ${address}` : `- ${filled}`
  }
  const count = items.length + more
  const vi = [
    `Kính gửi ${name},`,
    '',
    `Có ${count} việc ở bàn biên tập liên quan đến bạn:`,
    '',
    ...items.map((item) => line(item, 0)),
    ...(more > 0 ? [`- … và ${more} việc nữa: ${desk}`] : []),
    '',
    `Muốn thôi nhận thư, hay nhận mỗi ngày một thư: ${account}`,
  ]
  const en = [
    `Dear ${name},`,
    '',
    ...items.map((item) => line(item, 1)),
    ...(more > 0 ? [`- … and ${more} more: ${desk}`] : []),
    '',
    `To get no letters, or one a day: ${account}`,
  ]
  return {
    subject: `Bàn biên tập: ${count} việc mới / ${count} new at the desk`,
    text: [...vi, '', '—', '', ...en, ''].join('\n'),
  }
}
