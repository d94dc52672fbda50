/**
 * Names: how they are compared, searched and turned into slugs. Vietnamese đ is a letter, not a mark, so it is folded
 * by hand.
 */

/** Lower case, no marks, đ as d: "Đường Lê Duẩn" -> "duong le duan". Other scripts pass unchanged. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐÐðƉɖ]/g, 'd')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** The ASCII form a slug is made of: "Ngô Thì Sĩ" -> "ngo-thi-si". Empty when nothing of the name is Latin. */
export function slugOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** Whether two spellings are told apart by their marks alone, as "Lê Duẩn" and "Lê Duẫn"; the same spelling is none. */
export function differsByMarksOnly(a: string, b: string): boolean {
  const [x, y] = [a.normalize('NFC').trim(), b.normalize('NFC').trim()]
  return x.toLowerCase() !== y.toLowerCase() && fold(x) === fold(y)
}

/**
 * Whether two spellings have the same tones, written over another vowel of the same syllable, as "Hoà Bình" and "Hòa
 * Bình".
 */
export function sameButTonePlacement(a: string, b: string): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .split(/\s+/)
      .map((syllable) => {
        const parts = syllable.normalize('NFD')
        return parts.replace(TONES, '') + (parts.match(TONES) ?? []).join('')
      })
      .join(' ')
  return differsByMarksOnly(a, b) && bare(a) === bare(b)
}

/** Grave, acute, tilde, hook above and dot below; the circumflex, breve and horn are part of the letter. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
