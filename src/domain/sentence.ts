/** Cuts a text into what a voice says in one breath. Offsets are UTF-16 code units. */
export interface Span {
  start: number
  end: number
}

/** Longer sentences are cut at a comma or a space: some browsers fall silent after fifteen seconds of one utterance. */
const LONGEST = 180

/** Where there is no Intl.Segmenter: full stops of Latin, Chinese and Khmer, with what closes a quotation. */
const STOPS = /[^.!?…。！？។៕\n]*(?:[.!?…。！？។៕]+["'”’»)\]】」』]*\s*|\n+|$)/gu

/** The sentences of `text`, in order, without the white space around them; nothing that has no letter or digit. */
export function sentencesOf(text: string, locale: string): Span[] {
  return segmentsOf(text, locale)
    .flatMap((span) => breathsOf(text, span))
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
}

function segmentsOf(text: string, locale: string): Span[] {
  if (typeof Intl.Segmenter === 'function') {
    const segments = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)
    return [...segments].map(({ index, segment }) => ({
      start: index,
      end: index + segment.length,
    }))
  }
  return [...text.matchAll(STOPS)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
}

function breathsOf(text: string, { start, end }: Span): Span[] {
  if (end - start <= LONGEST) return [{ start, end }]
  const part = text.slice(start, start + LONGEST)
  const cut = [/^.*[,;:，、；：]/su, /^.*[\s\u200b]/su]
    .map((pattern) => pattern.exec(part)?.[0].length ?? 0)
    .find((length) => length > LONGEST / 3)
  // Never through a pair of surrogates, nor before a mark that belongs to the letter in front of it.
  const whole = /^.*(?=\P{M})/su.exec(part)?.[0].length ?? LONGEST
  const at = start + (cut ?? Math.max(1, whole))
  return [{ start, end: at }, ...breathsOf(text, { start: at, end })]
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const before = words.length - words.trimStart().length
  return { start: start + before, end: start + before + words.trim().length }
}
