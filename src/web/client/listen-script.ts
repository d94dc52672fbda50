/**
 * Reads the page aloud with a voice the device has, sentence by sentence, at a tap and never by itself. What is read is
 * marked on the page; what only the eye needs, such as the numbers of sources, is left out.
 */
import { sentencesOf } from '../../domain/sentence.ts'
import { mark } from './listen/mark.ts'
import { sentencesIn, type Sentence } from './listen/reading-aloud.ts'
import { voiceFor, voicesOf } from './listen/voice.ts'

/** Without a voice for the language it says so, and offers nothing. */
export async function start(at: HTMLElement): Promise<void> {
  const locale = at.dataset['locale'] ?? ''
  const [listen, stop] = at.querySelectorAll('button')
  const speed = at.querySelector('select')
  const none = at.querySelector<HTMLElement>('[data-none]')
  if (!listen || !stop || !speed || !none) return
  // Its room is taken at once, so that nothing moves when voices come late.
  at.hidden = false
  if (!voiceFor(await voicesOf(speechSynthesis, locale), locale)) {
    none.hidden = false
    return
  }
  listen.hidden = false
  const show = (isReading: boolean, isBegun: boolean) => {
    listen.setAttribute('aria-pressed', String(isReading))
    stop.hidden = speed.parentElement!.hidden = !isBegun
  }
  const reader = new Reader(locale, () => Number(speed.value), show)
  listen.addEventListener('click', () => (reader.isReading ? reader.pause() : reader.read()))
  stop.addEventListener('click', () => {
    reader.stop()
    listen.focus()
  })
  speed.addEventListener('change', () => reader.isReading && reader.read())
  addEventListener('pagehide', () => reader.stop())
}

/** One reading of the page; a page has one. */
class Reader {
  isReading = false
  #sentences: Sentence[] = []
  #next = 0
  /** Browsers report the end of what was cut off as well: only the newest utterance counts. */
  #turn = 0

  constructor(
    private readonly locale: string,
    private readonly rate: () => number,
    private readonly show: (isReading: boolean, isBegun: boolean) => void,
  ) {}

  /**
   * Reading from where it was paused, else from the start; pausing by the browser's own means ends the speech on some
   * telephones.
   */
  read(): void {
    if (this.#next === 0) this.#sentences = sentencesIn(document, this.locale, sentencesOf)
    this.isReading = true
    this.show(true, true)
    this.#say()
  }

  pause(): void {
    this.#turn++
    this.isReading = false
    speechSynthesis.cancel()
    this.show(false, true)
  }

  stop(): void {
    this.pause()
    this.#next = 0
    mark(null)
    this.show(false, false)
  }

  #say(): void {
    const turn = ++this.#turn
    speechSynthesis.cancel()
    const sentence = this.#sentences[this.#next]
    const voice = voiceFor(speechSynthesis.getVoices(), this.locale)
    if (!sentence || !voice) return this.stop()
    mark(sentence)
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    Object.assign(utterance, { voice, lang: voice.lang, rate: this.rate() })
    utterance.onend = () => {
      if (turn !== this.#turn) return
      this.#next++
      this.#say()
    }
    utterance.onerror = () => turn === this.#turn && this.stop()
    speechSynthesis.speak(utterance)
  }
}
