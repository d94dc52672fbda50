/** Sends one text back, with a remark at one of its paragraphs. */
import { ownName } from '../../../domain/locale.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { ReviewPageProps } from './review-page-props.ts'

type Props = Pick<ReviewPageProps, 'at' | 'filter' | 'texts'> & { say: Say }

export function ReturnForm({ say, at, filter, texts }: Props) {
  return (
    <details class="settle">
      <summary data-key="r">
        {say('review.return')} <kbd>R</kbd>
      </summary>
      <form
        method="post"
        action={`${at}/return${filter === 'all' ? '' : `?filter=${filter}`}`}
        class="narrow"
        data-module="keep-form"
      >
        <label for="return-place">{say('review.returnPlace')}</label>
        <select id="return-place" name="place" required>
          <option value="">{say('review.choose')}</option>
          {texts.map(({ locale, paragraphs }) => (
            <optgroup label={ownName(locale)}>
              {paragraphs.map((words, i) => (
                <option value={`${locale} ${i}`} lang={locale}>
                  {`${i + 1}. ${words}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <label for="return-note">{say('note.field')}</label>
        <textarea id="return-note" name="note" rows={3} required maxlength={2000} />
        <button class="second">{say('act.return')}</button>
      </form>
    </details>
  )
}
