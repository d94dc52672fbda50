import { raw } from 'hono/html'
import type { Differences } from '../../../content/paragraph-diff.ts'
import type { Locale } from '../../../domain/locale.ts'
import type { Text } from '../../../domain/revision.ts'
import type { Say } from '../../../messages/desk-message.ts'
import { readHtml } from '../read-html.ts'
import { Words } from '../source-column.tsx'

interface Props {
  say: Say
  /** Of the text at the desk. */
  path: string
  locale: Locale
  text: Text
  /** From what is public; null where nothing is, or the same. */
  differences: Differences | null
}

/** What whoever reviews a text looks at: the page as visitors read it, and what is new in it; not the editor. */
export function TextAsRead({ say, path, locale, text, differences }: Props) {
  return (
    <section class="as-read" aria-labelledby="as-read">
      <p class="row">
        <b id="as-read">{say('text.asRead')}</b>
        <a href={`${path}?edit=1`}>{say('text.asRead.edit')}</a>
      </p>
      <div lang={locale}>
        <h2>{text.title}</h2>
        <p class="review-summary">{text.summary}</p>
        {raw(readHtml(text.body))}
      </div>
      {differences && (
        <details>
          <summary>{say('text.asRead.differs')}</summary>
          <div lang={locale}>
            <Words say={say} differences={differences} />
          </div>
        </details>
      )}
    </section>
  )
}
