/** Which voice of the device reads which language. */

/** Milliseconds: voices come late on Android, and where there are none nothing ever says so. */
const PATIENCE = 2000

/** All voices, once one of `locale` is there or the device has had its time; perhaps none. */
export function voicesOf(speech: SpeechSynthesis, locale: string): Promise<SpeechSynthesisVoice[]> {
  return new Promise((resolve) => {
    const look = () => {
      if (voiceFor(speech.getVoices(), locale)) end()
    }
    const timer = setTimeout(end, PATIENCE)
    speech.addEventListener('voiceschanged', look)
    look()
    function end() {
      clearTimeout(timer)
      speech.removeEventListener('voiceschanged', look)
      resolve(speech.getVoices())
    }
  })
}

/**
 * The voice for a language, one of the device itself before one of the network; null where there is none. Android
 * writes `vi_VN`, others `vi-VN`; Mandarin goes by `zh` and `cmn`, and Cantonese is no voice for it.
 */
export function voiceFor<Voice extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly Voice[],
  locale: string,
): Voice | null {
  const wanted = languageOf(locale)
  const fitting = voices.filter(({ lang }) => languageOf(lang) === wanted && !/HK|yue/i.test(lang))
  const mainland = (voice: Voice) => (/TW|Hant/i.test(voice.lang) ? 0 : 1)
  const rank = (voice: Voice) => mainland(voice) * 2 + (voice.localService ? 1 : 0)
  return [...fitting].sort((a, b) => rank(b) - rank(a))[0] ?? null
}

function languageOf(tag: string): string {
  return tag.toLowerCase().replace(/^cmn/, 'zh').split(/[-_]/)[0] as string
}
