/** What stands in a form as pairs of name and value, in its order, and the way back into the form. */

export type Entry = readonly [name: string, value: string]
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Secrets, files and buttons. */
const NEVER_KEPT = new Set(['password', 'file', 'submit', 'button', 'image', 'reset'])

/**
 * Hidden fields are left out, for they may be tokens; of a form that grows (data-grows) they count its rows, and belong
 * to what is typed. The lock is kept by itself.
 */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((one): one is Control => {
    if (one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement)
      return one.name !== ''
    if (!(one instanceof HTMLInputElement) || one.name === '') return false
    if (NEVER_KEPT.has(one.type) || one.autocomplete === 'one-time-code') return false
    return one.type !== 'hidden' || (form.dataset['grows'] !== undefined && one !== lockOf(form))
  })
}

/** The field that says from which saved state the form was begun; null where anything typed is new. */
export function lockOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector('input[type=hidden][name=number], input[type=hidden][name=before]')
}

/** A row of a file (data-row) is known by the file, whatever its place: other files may have come meanwhile. */
function nameOf(control: Control): string {
  const row = control.closest<HTMLElement>('[data-row]')
  return row ? `${row.dataset['row']} ${control.name.slice(row.id.length)}` : control.name
}

/** As the fields are now, or as the page came. */
export function entriesOf(form: HTMLFormElement, when: 'now' | 'as it came'): Entry[] {
  return controlsOf(form).flatMap((control) =>
    valuesOf(control, when === 'now').map((value): Entry => [nameOf(control), value]),
  )
}

function valuesOf(control: Control, now: boolean): string[] {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options]
    const chosen = options.filter((one) => (now ? one.selected : one.defaultSelected))
    return (chosen.length > 0 ? chosen : options.slice(0, 1)).map(({ value }) => value)
  }
  if (isBox(control)) return (now ? control.checked : control.defaultChecked) ? [control.value] : []
  return [now ? control.value : control.defaultValue]
}

function isBox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)
}

/** A field of which nothing is known stays as it is; boxes that were not ticked are not ticked. */
export function fillIn(form: HTMLFormElement, entries: readonly Entry[]): void {
  const left = new Map<string, string[]>()
  for (const [name, value] of entries) left.set(name, [...(left.get(name) ?? []), value])
  for (const control of controlsOf(form)) {
    const values = left.get(nameOf(control)) ?? []
    if (isBox(control)) control.checked = values.includes(control.value)
    else {
      const value = values.shift()
      if (value === undefined) continue
      if (control instanceof HTMLSelectElement && !hasOption(control, value))
        control.add(new Option(value, value))
      control.value = value
    }
  }
}

function hasOption(select: HTMLSelectElement, value: string): boolean {
  return [...select.options].some((one) => one.value === value)
}

/** True where an entry has no field on this page: the form had more rows when it was kept. */
export function lacksFields(form: HTMLFormElement, entries: readonly Entry[]): boolean {
  const names = new Set(controlsOf(form).map(nameOf))
  return entries.some(([name]) => !names.has(name))
}

export function isSame(a: readonly Entry[], b: readonly Entry[]): boolean {
  return (
    a.length === b.length &&
    a.every(([name, value], i) => name === b[i]?.[0] && plain(value) === plain(b[i]?.[1] ?? ''))
  )
}

/** Line ends are one character, as a browser writes them into a field. */
function plain(value: string): string {
  return value.replace(/\r\n?/g, '\n')
}
