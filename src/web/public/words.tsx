import { languageRuns } from '../../domain/language-run.ts'

/**
 * Plain text in `locale`, with the words of another language marked as such, so that they are read aloud and drawn
 * rightly.
 */
export function Words({ text, locale }: { text: string; locale: string }) {
  return (
    <>
      {languageRuns(text, locale).map((run) =>
        run.lang ? <span lang={run.lang}>{run.text}</span> : run.text,
      )}
    </>
  )
}
