/**
 * Abbreviations of Vietnamese addresses, as people type them into a search: `Đ. Lê Lợi`, `P.Đông Kinh`, `TP Lạng Sơn`,
 * `QL1A`, `UBND`. One of them may stand for several words, so a query has several readings.
 */

/** Folded, without the point; the likeliest word first. */
const WORDS: Record<string, readonly string[]> = {
  đ: ['đường'],
  đg: ['đường'],
  p: ['phường', 'phố'],
  ph: ['phố', 'phường'],
  q: ['quận'],
  h: ['huyện'],
  x: ['xã'],
  t: ['tỉnh'],
  tx: ['thị xã'],
  tp: ['thành phố'],
  tt: ['thị trấn', 'trung tâm'],
  kp: ['khu phố'],
  ng: ['ngõ', 'ngách'],
  cv: ['công viên'],
  dt: ['di tích'],
  dtls: ['di tích lịch sử'],
  dtlsvh: ['di tích lịch sử văn hóa'],
  dtqg: ['di tích quốc gia'],
  ql: ['quốc lộ'],
  tl: ['tỉnh lộ', 'đường tỉnh'],
  đt: ['đường tỉnh', 'tỉnh lộ'],
  hl: ['hương lộ'],
  đh: ['đường huyện'],
  ubnd: ['ủy ban nhân dân'],
  hđnd: ['hội đồng nhân dân'],
  st: ['street'],
  str: ['street'],
  rd: ['road'],
  ave: ['avenue'],
}

/** Known without a point too, where they stand in capitals or before a figure; one letter alone is not. */
const ABBREVIATED = /(?<![\p{L}\p{N}])(\p{L}{1,6})(?:\.\s*|\s*(?=\d)|(?=[\s,;]|$))/gu

/** Readings of a query, the likeliest first; the query itself is among them. */
export function readingsOf(query: string): string[] {
  const text = query.normalize('NFKC').normalize('NFC')
  const found = [...text.matchAll(ABBREVIATED)].filter(isAbbreviation)
  if (found.length === 0) return [query]
  const readings = [0, 1].map((nth) =>
    replaced(text, found, (words) => words[nth] ?? words[0] ?? ''),
  )
  return [...new Set([...readings, query, replaced(text, found, () => '')])].filter(
    (one) => one.trim() !== '',
  )
}

function isAbbreviation({ 0: written, 1: letters = '' }: RegExpMatchArray): boolean {
  if (!Object.hasOwn(WORDS, letters.toLowerCase())) return false
  const hasPoint = written.includes('.')
  const isCapitals = letters.length > 1 && letters === letters.toUpperCase()
  return hasPoint || isCapitals || /^(?:Tp|Tx|Tt|Đ)$/.test(letters)
}

function replaced(
  text: string,
  found: readonly RegExpMatchArray[],
  wordFor: (words: readonly string[]) => string,
): string {
  let read = ''
  let at = 0
  for (const { 0: written, 1: letters = '', index = 0 } of found) {
    read += `${text.slice(at, index)} ${wordFor(WORDS[letters.toLowerCase()] ?? [])} `
    at = index + written.length
  }
  return (read + text.slice(at)).replace(/\s+/g, ' ').trim()
}
