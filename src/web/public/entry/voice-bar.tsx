/** The text read aloud by the device. Hidden until a script finds a voice, or finds that there is none. */
import type { EntryPage, PublishedText } from '../../../store/public-entry.ts'
import { recordingIn } from './entry-pictures.tsx'
import { languageName, sayFor, type Reading } from '../reading.ts'

interface Props {
  reading: Reading
  entry: EntryPage
  text: PublishedText
}

/** Speeds, as parts of the usual one. */
const RATES = [0.75, 1, 1.25, 1.5]

/** Not where somebody has read it: a person reads better. */
export function Voice({ reading, entry, text }: Props) {
  if (recordingIn(entry, text.locale)) return null
  const say = sayFor(reading)
  const language = languageName(reading.words, text.locale)
  return (
    <div class="listen" hidden data-offer="" data-module="listen" data-locale={text.locale}>
      <button type="button" hidden aria-pressed="false">
        {say('listen.voice')}
      </button>
      <button type="button" hidden>
        {say('listen.stop')}
      </button>
      <label hidden>
        {say('listen.speed')}{' '}
        <select>
          {RATES.map((rate) => (
            <option value={rate} selected={rate === 1}>
              {say('listen.times', { rate })}
            </option>
          ))}
        </select>
      </label>
      <p class="soft" hidden data-none="">
        {say('listen.none', { language })}
      </p>
    </div>
  )
}
