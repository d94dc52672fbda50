import type { Name } from '../../domain/entry.ts'
import { ownName, type Locale } from '../../domain/locale.ts'

/** The name of an entry, in its language; with `text`, of its text in that language. */
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
