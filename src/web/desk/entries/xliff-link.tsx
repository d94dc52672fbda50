import { may } from '../../../domain/editor.ts'
import type { Locale } from '../../../domain/locale.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { sayFor, type Desk } from '../desk-layout.tsx'

interface Props {
  desk: Desk
  /** As in `/admin/entries/streets/le-loi`. */
  path: string
  locale: Locale
}

/** One text on its way to a translator: for those who may write it, and never for the source language. */
export function XliffLink({ desk, path, locale }: Props) {
  const mayWrite = desk.editor && may(desk.editor, 'text.write', locale)
  if (!mayWrite || locale === sourceLocale(desk.site)) return null
  const search = new URLSearchParams({
    entry: path.replace('/admin/entries/', ''),
    target: locale,
  })
  return <a href={`/admin/entries.xlf?${search}`}>{sayFor(desk)('xliff.export')}</a>
}
