export type Field = HTMLInputElement | HTMLTextAreaElement

/** A field the page always has: a form without it is a fault of ours. */
export function fieldOf(form: HTMLFormElement, name: string): Field {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field
  throw new Error(`the form has no field ${name}`)
}
