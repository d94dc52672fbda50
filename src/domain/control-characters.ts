const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** Characters nobody sees: they would break a line of print, or show an address backwards. */
export function hasControl(text: string): boolean {
  return CONTROL.test(text)
}
