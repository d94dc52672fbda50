/** Which stops of a walk this phone has come to: a list in its own storage, sent nowhere, begun at a tap. */
const keyOf = (at: HTMLElement) => `stele-walk ${at.dataset['walk'] ?? ''}`

/** Whether the browser lets a page keep anything; some inside apps refuse even to be asked. */
export function canStore(): boolean {
  try {
    return 'getItem' in localStorage
  } catch {
    return false
  }
}

/** Begun at a tap, until the reader has it forgotten. */
export function isBegun(at: HTMLElement): boolean {
  return localStorage.getItem(keyOf(at)) !== null
}

/** Ids of the stops, as in `places/cho-ky-lua`; what somebody else wrote there counts as nothing. */
export function stopsBeenTo(at: HTMLElement): Set<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(at)) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.map(String) : [])
  } catch {
    return new Set()
  }
}

export function keep(at: HTMLElement, stops: ReadonlySet<string>): void {
  localStorage.setItem(keyOf(at), JSON.stringify([...stops]))
}

export function forget(at: HTMLElement): void {
  localStorage.removeItem(keyOf(at))
}
