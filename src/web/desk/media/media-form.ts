/** The form of pictures and recordings -> what is typed for those two parts of the facts, in the order wanted. */
import type { Text } from '../../../domain/revision.ts'
import { fieldName, prefixesOf, type TypedFacts } from '../facts/facts-fields.ts'
import { partsOf, type FactsPartShape } from '../facts/facts-shape.ts'
import { readTyped } from '../facts/facts-typed.ts'
import type { FactsDesk } from '../facts/facts-desk.ts'
import type { Form } from '../form.ts'

/** Every kind of entry has these two parts alike. */
export const MEDIA_PARTS: readonly FactsPartShape[] = partsOf('place').filter(
  ({ key }) => key === 'images' || key === 'audio',
)

/** What a form makes of the files of an entry. */
export interface ArrangedMedia {
  typed: TypedFacts
  /** Files that wait on the desk and are to be thrown away; nothing else is ever thrown away. */
  discarded: string[]
  /** Files that were to go although a text shows them: they stay, at these prefixes. */
  cited: { prefix: string; file: string }[]
}

/** One file of the form: the names of its fields without the prefix, and the place wanted, from 1. */
interface MediaFormRow {
  prefix: string
  place: number
  fields: Record<string, string>
}

/**
 * `waiting`: names of the files on the desk; those that nobody has begun to describe stay there. A place that is no
 * number leaves a file where it stands.
 */
export function readArranged(
  form: Form,
  { state, naming }: Pick<FactsDesk, 'state' | 'naming'>,
  waiting: ReadonlySet<string>,
): ArrangedMedia {
  const sent = readTyped(form, state.kind, naming.locales)
  const arranged: ArrangedMedia & { typed: Record<string, string> } = {
    typed: {},
    discarded: [],
    cited: [],
  }
  for (const part of MEDIA_PARTS) {
    const rows = prefixesOf(sent, part).flatMap((prefix, i) => {
      const fields = fieldsAt(sent, prefix)
      const file = fields['file'] ?? ''
      if (file === '') return []
      const isRemoved = fields['remove'] !== undefined
      delete fields['remove']
      if (waiting.has(file)) {
        if (isRemoved) arranged.discarded.push(file)
        if (isRemoved || Object.keys(fields).length === 1) return []
      } else if (isRemoved && !isCited(file, state.texts)) return []
      // Halfway before the one that has the place already, when it moves up; behind it, when it moves down.
      const typedPlace = Number(form.text(fieldName(prefix, 'place')) || i + 1)
      const wanted = Number.isFinite(typedPlace) ? typedPlace : i + 1
      const place = wanted + (wanted === i + 1 ? 0 : Math.sign(wanted - i - 1) / 2)
      return [{ prefix, place, fields, isKept: isRemoved }]
    })
    rows
      .sort((a, b) => a.place - b.place)
      .forEach(({ fields, isKept }: MediaFormRow & { isKept: boolean }, i) => {
        const prefix = fieldName(part.key, i)
        for (const [key, value] of Object.entries(fields))
          arranged.typed[fieldName(prefix, key)] = value
        if (isKept) arranged.cited.push({ prefix, file: fields['file'] ?? '' })
      })
    arranged.typed[fieldName(part.key, 'rows')] = String(rows.length)
  }
  return arranged
}

function fieldsAt(typed: TypedFacts, prefix: string): Record<string, string> {
  const start = `${prefix}-`
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(start) && value.trim() !== ''
        ? [[name.slice(start.length), value] as const]
        : [],
    ),
  )
}

/** Shown by a text's latest revision, as a picture of Markdown. */
function isCited(file: string, texts: readonly Pick<Text, 'body'>[]): boolean {
  return texts.some(({ body }) => body.includes(`](${file}`) || body.includes(`](./${file}`))
}
