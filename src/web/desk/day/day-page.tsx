/** The first page of the desk: what waits for whoever is signed in, list by list. */
import type { ListedEntry } from '../../../domain/entry-list.ts'
import type { SavedText } from '../../../store/editor-day.ts'
import type { Day, DayItem, DaySection } from './day-lists.ts'
import { sectionsFor, textItem } from './day-sections.tsx'
import { DeskLayout, sayFor } from '../desk-layout.tsx'
import type { Say } from '../../../messages/desk-message.ts'

interface Props extends Omit<Day, 'say'> {
  /** In the order of the list of entries; empty for those who do not read entries. */
  entries: ListedEntry[]
  /** Null for those who do not read entries. */
  lastSaved: SavedText[] | null
  /** Where the signs that can be ordered are listed; null for those whose work orders are not. */
  readyHref: string | null
}

/** Of a longer list the first ones are shown, and where the rest is. */
const ITEMS_SHOWN = 8

/** Lists with nothing in them are named in one sentence, so that nobody looks for them. */
export function HomePage(props: Props) {
  const { desk } = props
  const say = sayFor(desk)
  const sections = sectionsFor({ ...props, say })
  const waiting = sections.filter(({ items }) => items.length > 0)
  const clear = sections.filter(({ items }) => items.length === 0)
  const listed = new Intl.ListFormat(desk.language).format(
    clear.map(({ id }) => `“${say(`home.${id}`)}”`),
  )
  return (
    <DeskLayout desk={desk} title={say('desk.room.home')}>
      <p>
        {say('home.greeting', { name: desk.editor?.name ?? '' })}{' '}
        {waiting.length === 0 && say('home.nothing')}
      </p>
      <div class="day">
        {waiting.map((section) => (
          <SectionCard say={say} section={section} />
        ))}
      </div>
      {waiting.length > 0 && clear.length > 0 && (
        <p class="hint">{say('home.clear', { list: listed })}</p>
      )}
      {props.readyHref && (
        <p>
          <a href={props.readyHref}>{say('ready.title')}</a>
        </p>
      )}
      {props.lastSaved && <LastSaved {...props} say={say} lastSaved={props.lastSaved} />}
    </DeskLayout>
  )
}

function SectionCard({ say, section: { id, items, all } }: { say: Say; section: DaySection }) {
  const rest = items.length > ITEMS_SHOWN
  const open = openWords(say, all ?? '')
  return (
    <section aria-labelledby={`home-${id}`}>
      <h2 id={`home-${id}`}>
        {say(`home.${id}`)} <span class="number">{items.length}</span>
      </h2>
      <Items items={all ? items.slice(0, ITEMS_SHOWN) : items} />
      {all && (
        <p class="all">
          <a href={all} aria-describedby={`home-${id}`}>
            {rest ? say('home.all', { count: items.length }) : open}
          </a>
        </p>
      )}
    </section>
  )
}

function openWords(say: Say, all: string): string {
  if (all.startsWith('/admin/editors')) return say('home.accounts')
  if (all.startsWith('/admin/orders')) return say('home.orders')
  return all.startsWith('/admin/signs') ? say('home.signs') : say('home.list')
}

function Items({ items }: { items: DayItem[] }) {
  return (
    <ul>
      {items.map(({ href, label, detail, note }) => (
        <li>
          <a href={href}>{label}</a>
          {detail && <span class="hint">{detail}</span>}
          {note && <p class="note">{note}</p>}
        </li>
      ))}
    </ul>
  )
}

/** An entry that has gone from the list meanwhile is left out. */
function LastSaved({
  say,
  entries,
  lastSaved,
  dateOf,
}: Props & { say: Say; lastSaved: SavedText[] }) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const items = lastSaved.flatMap(({ entry: id, locale, number, at }): DayItem[] => {
    const entry = byId.get(id)
    if (!entry) return []
    return [
      { ...textItem(entry, locale), detail: say('home.savedAt', { number, date: dateOf(at) }) },
    ]
  })
  return (
    <section class="saved" aria-labelledby="home-saved">
      <h2 id="home-saved">{say('home.lastSaved')}</h2>
      {items.length > 0 ? <Items items={items} /> : <p class="hint">{say('home.nothingSaved')}</p>}
    </section>
  )
}
