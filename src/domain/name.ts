/** Names: how they are compared, searched and turned into slugs. Vietnamese đ is a letter, not a mark, so it is folded by hand. */

/** Lower case, no marks, đ as d: "Đường Lê Duẩn" -> "duong le duan". Other scripts pass unchanged. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
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

/** True for "Lê Duẩn" and "Lê Duẫn": two spellings that only their marks tell apart. */
export function differsByMarksOnly(a: string, b: string): boolean {
  const [x, y] = [a.normalize('NFC').trim(), b.normalize('NFC').trim()]
  return x.toLowerCase() !== y.toLowerCase() && fold(x) === fold(y)
}
