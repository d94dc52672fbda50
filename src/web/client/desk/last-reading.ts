/** Whoever settles one point after another out of the same document types it once: the next form begins with it. */
const KEY = 'stele last reading'
const FIELDS = ['document', 'by', 'on'] as const

export function lastReading(form: HTMLFormElement): void {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null
  try {
    const last = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, string>
    for (const name of FIELDS) {
      const input = field(name)
      const value = last[name]
      // What the point itself names comes first.
      if (input && value && (name !== 'document' || input.value === '')) input.value = value
    }
    form.addEventListener('submit', () => {
      const typed = Object.fromEntries(FIELDS.map((name) => [name, field(name)?.value ?? '']))
      sessionStorage.setItem(KEY, JSON.stringify(typed))
    })
  } catch {
    // A device that keeps nothing: the form works as it does without this script.
  }
}
