const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** The Chinese numeral of a number from 1 to 99: `40` -> `四十`. */
export function chineseNumeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones] ?? ''}`
}
