/**
 * `{name}` in `words` gives way to its value; `{{` and `}}` stand for braces. `written` turns a value into text.
 * Throws where a value is missing: a sentence with a hole must not reach anybody.
 */
export function fill<Value>(
  words: string,
  values: Readonly<Record<string, Value>>,
  written: (value: Value) => string = String,
): string {
  return words.replace(/\{\{|\}\}|\{(\w+)\}/g, (mark, name?: string) => {
    if (name === undefined) return mark.charAt(0)
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new Error(`no value for {${name}} in "${words}"`)
    return written(value)
  })
}

/** Values as text, numbers as a language groups their digits. */
export function inDigitsOf(language: string): (value: string | number) => string {
  return (value) => (typeof value === 'number' ? value.toLocaleString(language) : value)
}

/** Placeholders of `words`, as `name` in `{name}`. */
export function namesIn(words: string): string[] {
  return [...words.matchAll(/(?<!\{)\{(\w+)\}/g)].map(([, name = '']) => name)
}
