const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/**
 * Whether a text holds characters nobody sees: they would break a line of print, or show an address backwards. Tabs and
 * line ends count.
 */
export function hasControl(text: string): boolean {
  return CONTROL.test(text)
}
