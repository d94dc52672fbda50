import type { Name } from '../../domain/entry.ts'
import { ownName, type Locale } from '../../domain/locale.ts'

/**
 * The name of an entry, marked with its language so that it is spoken and drawn rightly; with `text`, of its text in
 * that language.
 */
export function Named({ name, text }: { name: Pick<Name, 'text' | 'locale'>; text?: Locale }) {
  return (
    <>
      <bdi lang={name.locale}>{name.text}</bdi>
      {text && (
        <>
          {' · '}
          <bdi lang={text}>{ownName(text)}</bdi>
        </>
      )}
    </>
  )
}
