/** `Đường Lê Lợi` is a kind word, `Đường`, and a bare name, `Lê Lợi`: street-name boards set them apart. */
import type { Template } from '../template/template.ts'
import type { LocalText } from './local-text.ts'

export interface SplitName {
  kindWord: LocalText | null
  bare: LocalText
}

/** The longest word of the template that begins the name; words are compared without regard to case. */
export function splitName(
  name: LocalText,
  words: Template['kindWords'],
  given?: LocalText | null,
): SplitName {
  const [language = ''] = name.locale.split('-')
  const listed = words?.words[name.locale] ?? words?.words[language] ?? []
  const lower = (text: string) => text.toLocaleLowerCase(name.locale)
  const found = [...(given ? [given.text] : []), ...listed]
    .filter((word) => lower(name.text).startsWith(`${lower(word)} `))
    .sort((a, b) => b.length - a.length)[0]
  if (found === undefined) return { kindWord: given ?? null, bare: name }
  const text = name.text.slice(0, found.length)
  return {
    kindWord: given ?? { ...name, text },
    bare: { ...name, text: name.text.slice(found.length).trimStart() },
  }
}
