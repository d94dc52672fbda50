/**
 * Figures above and below the line, which Markdown has no mark for: 10<sup>5</sup> and km<sup>2</sup> become 10⁵ and
 * km². Letters that Unicode does not raise stay on the line (19th); a number that cannot be raised gets a ^.
 */
const RAISED = new Map(
  [...'0123456789+-−=()ni'].map((char, i) => [char, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'][i] ?? '']),
)
const LOWERED = new Map(
  [...'0123456789+-−=()'].map((char, i) => [char, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'][i] ?? '']),
)

const NUMBER = /^[+−-]?\d[\d.,/]*$/

/** By element, and by style as Google Docs and Word on the web tell it. `style` has become `data-style`. */
export function raiseAndLower(body: HTMLElement): void {
  const marked = 'sup, sub, [data-style*="vertical-align"]'
  for (const one of [...body.querySelectorAll<HTMLElement>(marked)]) {
    const style = /(?:^|;)\s*vertical-align:\s*(super|sub)\b/i.exec(one.dataset['style'] ?? '')?.[1]
    const isRaised = one.nodeName === 'SUP' || style?.toLowerCase() === 'super'
    const isLowered = one.nodeName === 'SUB' || style?.toLowerCase() === 'sub'
    if (!isRaised && !isLowered) continue
    const words = (one.textContent ?? '').trim()
    const written = words && inSigns(words, isRaised ? RAISED : LOWERED)
    if (written) one.textContent = written
    else if (isRaised && NUMBER.test(words)) one.textContent = `^${words}`
  }
}

function inSigns(words: string, signs: ReadonlyMap<string, string>): string {
  const chars = [...words].map((char) => signs.get(char) ?? null)
  return chars.includes(null) ? '' : chars.join('')
}
