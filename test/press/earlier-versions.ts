/** Templates as they were when signs were made with them, and the faces they are asked for again. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { Template } from '../../src/press/template/template.ts'
import { madeOf, openTemplate, texts } from './placard-kit.ts'
import { NAMES, running } from './template-cases.ts'

/** `earlier/card-a5@1` */
export const EARLIER = readdirSync(new URL('../../templates/earlier/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => openTemplate(`earlier/${name.slice(0, -'.json'.length)}`))

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of the drawing, which decides every file, by the kind of name. */
export function drawingsOf(template: Template): Record<string, string> {
  const drawn = Object.entries(NAMES).map(([kind, names]) => {
    const captions = texts('Di tích quốc gia đặc biệt')
    const { drawing } = madeOf({ template, names, captions, forms: 1, ...running(names) })
    return [kind, sha256(JSON.stringify(drawing))] as const
  })
  return Object.fromEntries(drawn)
}
