/**
 * `Đền Mẫu | Đồng Đăng`: a name with a stroke wherever a line may end on a sign. Where the name has a space there are
 * spaces round the stroke, where it has none there are none: one name has one spelling for each choice of places.
 */

/** The name itself. */
export function unbroken(breaks: string): string {
  return breaks.replaceAll(' | ', ' ').replaceAll('|', '')
}

/** What stays whole, each piece with the space after it. */
export function piecesOfBreaks(breaks: string): string[] {
  return breaks.replaceAll(' | ', ' |').split('|')
}

/** Whether this says where `name` may be broken, and nothing else. */
export function breaksFit(breaks: string, name: string): boolean {
  return unbroken(breaks) === name && piecesOfBreaks(breaks).every((piece) => piece.trim() !== '')
}
