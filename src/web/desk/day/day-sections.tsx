/** The lists of the page of the day, made of what waits. */
import type { ListedEntry } from '../../../domain/entry-list.ts'
import { spaced } from '../../../domain/short-code.ts'
import type { TextWork } from '../../../domain/waiting.ts'
import { may } from '../../../domain/editor.ts'
import { Named } from '../named.tsx'
import { entryAddress, listAddress } from '../entry-address.ts'
import { sayOfRow } from '../../../messages/desk-message.ts'
import { nameOf } from '../editor-names.ts'
import type { Day, DayItem, DaySection, SectionId } from './day-lists.ts'
import { orderSections } from './order-sections.ts'

/** Those that are this editor's work, empty ones too; the most pressing first. */
export function sectionsFor(day: Day): DaySection[] {
  const { say, waiting, dateOf } = day
  const list = (id: SectionId, all: string, items: DayItem[] | undefined): DaySection[] =>
    items ? [{ id, all, items }] : []
  const locales = day.desk.editor?.locales ?? []
  // Whoever writes one language is led to the list of that language alone.
  const ours = locales.length === 1 ? { locale: locales[0]! } : {}
  const name = nameOf(day.editors)
  return [
    ...list(
      'reports',
      '/admin/signs',
      day.reports?.map(({ code, what, words, at }) => ({
        href: `/admin/signs/${code}#reports`,
        label: spaced(code),
        detail: `${sayOfRow(say, `report.${what}`, what)} · ${dateOf(at)}`,
        ...(words && { note: words }),
      })),
    ),
    ...orderSections(day),
    ...list(
      'returned',
      listAddress({ state: 'draft' }),
      waiting.returned?.map((work) => ({
        ...itemOf(work),
        note: work.note
          ? say('home.note', { name: name(work.by), note: work.note })
          : say('home.noNote', { name: name(work.by) }),
      })),
    ),
    ...list(
      'noted',
      listAddress({}),
      waiting.noted?.map((work) => {
        const { href, label } = itemOf(work)
        const detail = say('home.noteCount', { count: work.count })
        return { href: `${href}#notes`, label, detail }
      }),
    ),
    ...list(
      'toReview',
      listAddress({ state: 'in-review' }),
      waiting.toReview?.map((work) => {
        const { askedBy, askedAt } = work.review
        const detail = say('home.asked', { name: name(askedBy), date: dateOf(askedAt) })
        return { ...itemOf(work), detail }
      }),
    ),
    ...list('missing', listAddress({ state: 'missing', ...ours }), waiting.missing?.map(itemOf)),
    ...list('stale', listAddress({ state: 'stale', ...ours }), waiting.stale?.map(itemOf)),
    ...list('drafts', listAddress({ state: 'draft' }), waiting.drafts?.map(itemOf)),
    ...list('approved', listAddress({ state: 'approved' }), waiting.approved?.map(itemOf)),
    ...list(
      'scheduled',
      '/admin/scheduled',
      waiting.scheduled?.map((work) => {
        const date = dateOf(work.text.scheduled?.due ?? '')
        return { ...itemOf(work), detail: say('home.due', { date }) }
      }),
    ),
    ...list(
      'factsPending',
      listAddress({ marks: ['facts-pending'] }),
      waiting.factsPending?.map((entry) => ({
        href: entryAddress(entry),
        label: <Named name={entry.name} />,
        detail: say(`entries.kind.${entry.kind}`),
      })),
    ),
    ...tableSections(day, name),
    ...accountSections(day),
  ]
}

/** A publisher sees tables that wait, an editor their own that were returned. */
function tableSections(day: Day, name: (by: string) => string): DaySection[] {
  const { desk, say, tables, dateOf } = day
  const { editor } = desk
  if (!tables || !editor) return []
  const all = '/admin/import'
  const waiting: DaySection = {
    id: 'tables',
    all,
    items: tables
      .filter(({ outcome }) => outcome === null)
      .map(({ id, file, sentBy, sentAt }) => ({
        href: `${all}/proposals/${id}`,
        label: file,
        detail: say('home.asked', { name: name(sentBy), date: dateOf(sentAt) }),
      })),
  }
  const returned: DaySection = {
    id: 'tablesReturned',
    all,
    items: tables
      .filter(({ outcome, sentBy }) => outcome === 'returned' && sentBy === editor.email)
      .map(({ id, file, note }) => ({ href: `${all}/proposals/${id}`, label: file, note })),
  }
  return may(editor, 'exchange.confirm') ? [waiting] : [returned]
}

/**
 * Invitations that can still be used, and publishers without a second factor. None where accounts are not this editor's
 * work.
 */
function accountSections({ say, invitations, editors, dateOf }: Day): DaySection[] {
  if (!invitations) return []
  const all = '/admin/editors'
  const oneStep = editors.filter(
    ({ role, hasSecondFactor, disabledAt }) =>
      role === 'publisher' && !hasSecondFactor && !disabledAt,
  )
  return [
    {
      id: 'invitations',
      all,
      items: invitations.map(({ name, email, expires }) => ({
        href: all,
        label: name || (email ?? ''),
        detail: say('home.expires', { date: dateOf(expires) }),
      })),
    },
    {
      id: 'oneStep',
      all,
      items: oneStep.map(({ name, email }) => ({ href: all, label: name, detail: email })),
    },
  ]
}

function itemOf({ entry, text }: TextWork): DayItem {
  return textItem(entry, text.locale)
}

/** Leads to the text itself, under the name of its entry. */
export function textItem(entry: ListedEntry, locale: TextWork['text']['locale']): DayItem {
  return {
    href: entryAddress(entry, locale),
    label: <Named name={entry.name} text={locale} />,
  }
}
