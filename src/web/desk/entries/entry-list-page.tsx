import { may } from '../../../domain/editor.ts'
import { unitsOn, type AdminUnit } from '../../../domain/admin-unit.ts'
import type { IsoDate } from '../../../domain/entry.ts'
import { marksOf, type EntryFilter, type ListedEntry } from '../../../domain/entry-list.ts'
import { ownName, type Locale } from '../../../domain/locale.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { EntryFilterForm } from './entry-filter-form.tsx'
import { EntryListFiles } from './entry-list-files.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import { Named } from '../named.tsx'
import type { Sought } from '../sought.ts'
import { TextCell } from './text-cell.tsx'
import { entryAddress, listAddress } from '../entry-address.ts'
import type { Say } from '../../../messages/desk-message.ts'

interface Props {
  desk: Desk
  filter: EntryFilter
  /** What was typed for a unit, and what it means. */
  unit: Sought
  /** Columns, in their order: those of the site, and others the editor writes. */
  locales: readonly Locale[]
  /** Those in force today. */
  units: AdminUnit[]
  /** Local day. */
  today: IsoDate
  /** Of this page. */
  entries: ListedEntry[]
  /** From 1. */
  page: number
  pages: number
  /** How many stand before this page. */
  from: number
  /** How many were found. */
  count: number
}

export function EntryListPage(props: Props) {
  const { desk, filter, unit, locales, entries, page, pages, from, count } = props
  const say = sayFor(desk)
  const shown = { from: from + 1, to: from + entries.length, count }
  return (
    <DeskLayout desk={desk} title={say('entries.title')}>
      {desk.editor && may(desk.editor, 'entry.write') && (
        <p>
          <a href="/admin/entries/new">{say('entry.new')}</a>
          {' · '}
          <a href="/admin/export.zip">{say('entry.export')}</a>
          {' · '}
          <a href={listAddress(filter).replace('/admin/entries', '/admin/entries/signs')}>
            {say('many.link')}
          </a>
        </p>
      )}
      <EntryFilterForm desk={desk} filter={filter} unit={unit} locales={locales} />
      <EntryListFiles desk={desk} filter={filter} />
      <p class="count" role="status">
        {count === 0
          ? say('entries.none')
          : pages > 1
            ? say('entries.shown', shown)
            : say('entries.count', { count })}
      </p>
      {count > 0 && (
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{say('entries.name')}</th>
              {locales.map((locale) => (
                <th scope="col" lang={locale}>
                  {ownName(locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow {...props} say={say} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 && <Pages say={say} filter={filter} page={page} pages={pages} />}
    </DeskLayout>
  )
}

function EntryRow({
  desk,
  say,
  entry,
  locales,
  units,
  today,
}: Props & { say: Say; entry: ListedEntry }) {
  const lang = sourceLocale(desk.site)
  const inUnits = unitsOn(entry.units, units, today).map(({ name }) => name)
  return (
    <tr>
      <th scope="row">
        <a href={entryAddress(entry)}>
          <Named name={entry.name} />
        </a>
        <p class="about">
          <span>
            {say(`entries.kind.${entry.kind}`)}
            {inUnits.length > 0 && (
              <>
                {' · '}
                <span lang={lang}>{inUnits.join(', ')}</span>
              </>
            )}
          </span>
          {marksOf(entry).map((mark) => (
            <span class={`mark ${mark}`}>{say(`entries.mark.${mark}`)}</span>
          ))}
        </p>
      </th>
      {locales.map((locale) => {
        const text = entry.texts.find((one) => one.locale === locale)
        return <td data-label={ownName(locale)}>{text && <TextCell say={say} text={text} />}</td>
      })}
    </tr>
  )
}

interface PagesProps {
  say: Say
  filter: EntryFilter
  page: number
  pages: number
}

/** The first page, the last, and two on either side of this one. */
function Pages({ say, filter, page, pages }: PagesProps) {
  const near = Array.from({ length: pages }, (_, i) => i + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - page) <= 2,
  )
  return (
    <nav class="pages" aria-label={say('entries.pages')}>
      {page > 1 && (
        <a href={listAddress(filter, page - 1)} rel="prev">
          {say('entries.previous')}
        </a>
      )}
      {near.map((one) => (
        <a
          href={listAddress(filter, one)}
          aria-label={say('entries.page', { page: one })}
          aria-current={one === page ? 'page' : undefined}
        >
          {one}
        </a>
      ))}
      {page < pages && (
        <a href={listAddress(filter, page + 1)} rel="next">
          {say('entries.next')}
        </a>
      )}
    </nav>
  )
}
