/** Letters about what waits, to those who wish for them: at once, or one a day. */
import { concerns, DIGEST_HOUR, type NoticeLine } from '../domain/notice-wish.ts'
import { localDay } from '../domain/scan.ts'
import type { Site } from '../domain/site.ts'
import { noticeLetter } from '../messages/notice-letter.ts'
import type { Database } from '../store/database.ts'
import { officialName, parseEntryPath, type EntryPath } from '../domain/entry.ts'
import { listNames } from '../store/entries.ts'
import { listEditors } from '../store/editors.ts'
import {
  findLastLine,
  listNoticeLines,
  listNoticeWishes,
  rememberTold,
  type Told,
} from '../store/notices.ts'

/** Lines of one letter; what is more is told by number. */
const LINES_MAX = 50

export interface NoticeServices {
  db: Database
  /** Throws when the letter is not taken: then it is tried again at the next round. */
  send: (letter: { to: string; subject: string; text: string }) => Promise<void>
  /** As in `https://qr.langson.gov.vn`. */
  origin: string
  now: Date
}

/** How many letters went. One that is not taken keeps none of the others back, and is thrown at the end. */
export async function sendNotices(site: Site, services: NoticeServices): Promise<number> {
  const { db, now } = services
  const last = await findLastLine(db)
  const today = localDay(now, site.timeZone)
  let sent = 0
  let fault: unknown = null
  for (const told of await listNoticeWishes(db)) {
    if (told.toldTo >= last || !isDue(told, today, hourIn(now, site.timeZone))) continue
    try {
      const lines = (await listNoticeLines(db, told.toldTo, 1000)).filter((line) =>
        concerns(told, line),
      )
      if (lines.length > 0) {
        await services.send(await letterTo(told, lines, site, services))
        sent++
      }
      await db.run(rememberTold(told.email, last, lines.length > 0 ? today : told.toldOn))
    } catch (error) {
      fault = error
    }
  }
  if (fault) throw fault
  return sent
}

function isDue({ how, toldOn }: Told, today: string, hour: number): boolean {
  return how === 'at-once' || (toldOn < today && hour >= DIGEST_HOUR)
}

function hourIn(now: Date, timeZone: string): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now),
  )
}

async function letterTo(
  { email, name }: Told,
  lines: readonly NoticeLine[],
  site: Site,
  { db, origin }: NoticeServices,
) {
  const people = new Map((await listEditors(db)).map((one) => [one.email as string, one.name]))
  const entryOf = (subject: string) =>
    parseEntryPath(subject.split('/').slice(0, 2).join('/'))?.path ?? null
  const entries = lines.flatMap(({ subject }) => entryOf(subject) ?? [])
  const names = await listNames(db, entries as EntryPath[])
  const source = site.locales[0] ?? site.fallbackLocale
  const items = lines.slice(0, LINES_MAX).map(({ what, by, subject }) => {
    const entry = entryOf(subject)
    const found = entry && names.get(entry)
    const locale = subject.split('/')[2]
    const called = found ? officialName({ names: found }, source)?.text : undefined
    return {
      what,
      by: people.get(by) ?? by,
      subject: [called ?? subject, ...(locale ? [`(${locale})`] : [])].join(' '),
      address: entry ? `${origin}/admin/entries/${subject}` : `${origin}/admin/orders/${subject}`,
    }
  })
  const letter = noticeLetter({
    name,
    items,
    more: lines.length - items.length,
    desk: `${origin}/admin/`,
    account: `${origin}/admin/account`,
  })
  return { to: email, subject: letter.subject, text: letter.text }
}
