import { unitsOn } from '../../../domain/admin-unit.ts'
import type { IsoDate } from '../../../domain/entry.ts'
import type { EntryPage, EntryTitle, LinkedEntry } from '../../../store/public-entry.ts'
import { langIf, sayFor, type Reading } from '../reading.ts'
import { Said } from '../said.tsx'
import { addressOfUnit, unitName } from '../unit-name.tsx'
import { EntryList } from '../entry-titles.tsx'

interface Props {
  reading: Reading
  entry: EntryPage
  /** YYYY-MM-DD, local. */
  today: IsoDate
}

/** Entries shown of those nobody chose: as many as are looked at. */
const CHANCE_MAX = 6

/**
 * Entries this one points at, those that point at it, and those of its place and time: each once, in the first list it
 * belongs to, and only where it has a text.
 */
export function Connected({ reading, entry, today }: Props) {
  const say = sayFor(reading)
  // Walks and their stops are shown as such.
  const onWalks = entry.walks.flatMap((walk) => [walk, ...walk.stops])
  const seen = new Set(onWalks.map(({ kind, slug }) => `${kind}/${slug}`))
  const fresh = <One extends EntryTitle>(entries: readonly One[], max = Infinity): One[] => {
    const found: One[] = []
    for (const one of entries) {
      const id = `${one.kind}/${one.slug}`
      if (found.length >= max || seen.has(id) || Object.keys(one.titles).length === 0) continue
      seen.add(id)
      found.push(one)
    }
    return found
  }
  const linked = (wanted: (link: LinkedEntry) => boolean) =>
    fresh(entry.links.filter((link) => link.relation !== 'stop' && wanted(link)))
  const bearsName = (link: LinkedEntry) =>
    link.relation === 'named-after' && link.direction === 'from'
  const groups: [string, EntryTitle[]][] = [
    [
      say('entry.namedAfter'),
      linked(({ relation, direction }) => relation === 'named-after' && direction === 'to'),
    ],
    [say('entry.streetsNamed'), linked((link) => bearsName(link) && link.kind === 'street')],
    [say('entry.connected'), linked(bearsName)],
    [say('entry.related'), linked(() => true)],
    [say('entry.contemporaries'), fresh(entry.contemporaries, CHANCE_MAX)],
  ]
  const nearby = fresh(entry.nearby, CHANCE_MAX)
  return (
    <>
      {groups.map(([title, entries]) =>
        entries.length === 0 ? null : (
          <section>
            <h2>{title}</h2>
            <EntryList reading={reading} entries={entries} />
          </section>
        ),
      )}
      {nearby.length > 0 && (
        <section>
          <h2>{say('entry.sameUnit')}</h2>
          <EntryList reading={reading} entries={nearby} />
          <AllInUnit reading={reading} entry={entry} today={today} />
        </section>
      )}
    </>
  )
}

/** The way to the page of each unit it lies in today. */
function AllInUnit({ reading, entry, today }: Props) {
  return (
    <ul class="list">
      {unitsOn(entry.facts.adminUnits ?? [], entry.units, today).map((unit) => {
        const { name, lang } = unitName(unit, reading)
        return (
          <li>
            <a href={addressOfUnit(unit, reading, today)}>
              <Said
                reading={reading}
                message="entry.allInUnit"
                values={{ unit: <span lang={langIf(lang, reading.words)}>{name}</span> }}
              />
            </a>
          </li>
        )
      })}
    </ul>
  )
}
