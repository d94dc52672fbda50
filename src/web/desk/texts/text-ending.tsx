/** What takes a text away from its readers says beforehand what they will find, and how it is undone. */
import type { ShortCode } from '../../../domain/short-code.ts'
import type { Say } from '../../../messages/desk-message.ts'
import { saidOfSigns } from '../living-signs.ts'

export interface TextEndingProps {
  /** The public page, as in `/vi/streets/le-loi`; null where the text is not public. */
  address: string | null
  /** Own names of the other languages in which the entry stays public. */
  others: readonly string[]
  signs: readonly ShortCode[]
  /** The revision that is, or was, public; null for none. */
  number: number | null
}

interface Props {
  say: Say
  path: string
  act: 'unpublish' | 'remove'
  ending: TextEndingProps
}

/** Opened to be read, then pressed: nothing ends with one press. */
export function TextEnding({ say, path, act, ending }: Props) {
  const to = act === 'unpublish' ? `${path}/publication/end` : `${path}/removal`
  return (
    <details class="ending">
      <summary>{say(`act.${act}.open`)}</summary>
      {sentencesOf(say, act, ending).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <form method="post" action={to}>
        <button class="second">{say(`act.${act}`)}</button>
      </form>
    </details>
  )
}

function sentencesOf(say: Say, act: Props['act'], ending: TextEndingProps): string[] {
  const { address, others, signs, number } = ending
  const undo =
    act === 'remove' ? say('act.remove.undo') : say('act.unpublish.undo', { number: number ?? 0 })
  if (address === null) return [say('act.notPublic'), undo]
  const languages = others.join(', ')
  return others.length > 0
    ? [
        say('act.ending.page', { address, languages }),
        saidOfSigns(say, signs, 'act.ending.signs'),
        undo,
      ]
    : [
        say('act.endingLast.page', { address }),
        saidOfSigns(say, signs, 'act.endingLast.signs'),
        undo,
      ]
}
