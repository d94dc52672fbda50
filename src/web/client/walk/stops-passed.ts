/** Which stops of a walk this phone has come to: a list in its own storage, sent nowhere, begun at a tap. */
const keyOf = (at: HTMLElement) => `stele-walk ${at.dataset['walk'] ?? ''}`

/** Some browsers inside apps refuse even to be asked. */
export function canStore(): boolean {
  try {
    return 'getItem' in localStorage
  } catch {
    return false
  }
}

export function isBegun(at: HTMLElement): boolean {
  return localStorage.getItem(keyOf(at)) !== null
}

/** What somebody else wrote there counts as nothing. */
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
