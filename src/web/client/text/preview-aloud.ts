/** Reads the text aloud, sentence by sentence, where the device has a voice for its language. */

/** Nothing is read before a tap, and nothing without a voice. */
export function listen(section: HTMLElement): void {
  const panel = section.querySelector<HTMLElement>('#preview-heard')
  const button = panel?.querySelector<HTMLButtonElement>('button')
  const hint = panel?.querySelector<HTMLElement>('[data-voice]')
  const place = panel?.querySelector<HTMLElement>('[data-shown]')
  if (!panel || !button || !hint || !place) return
  const { speechSynthesis: speech } = window
  const locale = place.lang
  let isReading = false

  const voice = () => {
    const [language] = locale.toLowerCase().split('-')
    return speech?.getVoices().find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language)
  }
  const look = () => {
    const found = voice()
    button.hidden = !found
    hint.textContent = (found ? hint.dataset['voice'] : hint.dataset['none']) ?? ''
  }
  const stop = () => {
    isReading = false
    speech.cancel()
    button.textContent = button.dataset['start'] ?? ''
    for (const one of place.querySelectorAll('.read')) one.classList.remove('read')
  }
  const read = (sentences: readonly HTMLElement[], i: number) => {
    const sentence = sentences[i]
    if (!sentence || !isReading) return stop()
    const words = new SpeechSynthesisUtterance(sentence.textContent ?? '')
    words.lang = locale
    words.voice = voice() ?? null
    sentence.classList.add('read')
    sentence.scrollIntoView({ block: 'nearest' })
    words.addEventListener('end', () => {
      sentence.classList.remove('read')
      read(sentences, i + 1)
    })
    speech.speak(words)
  }
  button.addEventListener('click', () => {
    if (isReading) return stop()
    isReading = true
    button.textContent = button.dataset['stop'] ?? ''
    read([...place.querySelectorAll<HTMLElement>('[data-sentence]')], 0)
  })
  place.addEventListener('shown', () => {
    if (isReading) stop()
  })
  speech?.addEventListener?.('voiceschanged', look)
  look()
}
