import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFonts, type FontShelf } from '../signs/fonts.ts'
import type { OutputCondition } from '../signs/pdf.ts'
import { readTemplate, type Template } from '../signs/template.ts'
import { digestOf } from '../domain/digest.ts'

/** ICC profiles by the name of the printing condition they stand for. */
const PROFILES: Record<string, string> = { FOGRA39: 'FOGRA39L_argyll.icc' }

export interface PlacardKit {
  template: Template
  fonts: FontShelf
  condition: OutputCondition
  /** The bytes of fonts and profile, by file name. */
  files: Record<string, Uint8Array>
}

/** SHA-256 of everything a file is made with besides its recipe. */
export async function digestsOf({ files }: PlacardKit): Promise<Record<string, string>> {
  const pairs = Object.entries(files).map(async ([name, bytes]) => [name, await digestOf(bytes)])
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>
}

/** The template `id` of templates/, with the fonts and the profile it names. Throws a sentence that says what is wrong. */
export async function readPlacardKit(root: string, id: string): Promise<PlacardKit> {
  const folder = join(root, 'templates')
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
  if (!names.includes(id)) throw new Error(`no template "${id}"; there are: ${names.join(', ')}`)
  return kitFor(root, parsed(await readFile(join(folder, `${id}.json`), 'utf8'), id))
}

/** The fonts and the profile that `template`, as parsed JSON, names. */
export async function kitFor(root: string, value: unknown): Promise<PlacardKit> {
  const folder = join(root, 'templates')
  const template = readTemplate(value)
  if (Array.isArray(template))
    throw new Error(template.map(({ path, message }) => `template, ${path}: ${message}`).join('; '))
  const fontIds = new Set(
    Object.values(template.fonts).flatMap(({ strong, plain }) => [strong, plain]),
  )
  const fonts: Record<string, Uint8Array> = {}
  for (const fontId of fontIds)
    fonts[fontId] = await readFile(join(folder, 'fonts', `${fontId}.ttf`))
  const profile = PROFILES[template.outputCondition]
  if (!profile)
    throw new Error(`template ${template.id}: no profile for ${template.outputCondition}`)
  const bytes = await readFile(join(folder, 'icc', profile))
  return {
    template,
    fonts: openFonts(fonts),
    condition: { identifier: template.outputCondition, profile: bytes },
    files: { ...fonts, [profile]: bytes },
  }
}

function parsed(text: string, id: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`templates/${id}.json: ${(error as Error).message}`, { cause: error })
  }
}
