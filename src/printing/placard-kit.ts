/** What a face is made with besides its words: template, fonts, profile. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFonts, type FontShelf } from '../press/face/fonts.ts'
import type { OutputCondition } from '../press/files/pdf.ts'
import type { Template } from '../press/template/template.ts'
import { digestOf } from '../domain/digest.ts'
import { readTemplate } from '../press/template/read-template.ts'
import { listTemplateIds, readTemplateValue } from './template-files.ts'

/** ICC profiles by the name of the printing condition they stand for. */
const PROFILES: Record<string, string> = { FOGRA39: 'FOGRA39L_argyll.icc' }

export interface PlacardKit {
  template: Template
  fonts: FontShelf
  condition: OutputCondition
  files: Materials
}

/** The bytes of fonts and profile, by file name; threads read the same ones. */
export type Materials = Record<string, Uint8Array<SharedArrayBuffer>>

/**
 * SHA-256 of everything a file is made with besides its recipe, by file name; for telling later whether it is still
 * there.
 */
export async function digestsOf({ files }: PlacardKit): Promise<Record<string, string>> {
  // Shared bytes are not digested; a copy is.
  const pairs = Object.entries(files).map(async ([name, bytes]) => [
    name,
    await digestOf(new Uint8Array(bytes)),
  ])
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>
}

/**
 * The template `id` of templates/, with the fonts and the profile it names. Throws a sentence that says what is wrong:
 * an unknown template, a missing font, a file that cannot be read.
 */
export async function readPlacardKit(root: string, id: string): Promise<PlacardKit> {
  const names = await listTemplateIds(root)
  if (!names.includes(id)) throw new Error(`no template "${id}"; there are: ${names.join(', ')}`)
  return kitFor(root, await readTemplateValue(root, id))
}

/**
 * A kit for `value`, a template as parsed JSON, with the fonts and the profile it names; throws as readPlacardKit does.
 */
export async function kitFor(root: string, value: unknown): Promise<PlacardKit> {
  const folder = join(root, 'templates')
  const template = templateOf(value)
  const files: Materials = {}
  for (const fontId of fontsOf(template))
    files[fontId] = await shared(join(folder, 'fonts', `${fontId}.ttf`))
  const profile = profileName(template)
  files[profile] = await shared(join(folder, 'icc', profile))
  return kitOf(template, files)
}

/** A kit from bytes that were read before, as `kitFor` gives them; for threads, which share them. */
export function kitOf(value: unknown, files: Materials): PlacardKit {
  const template = templateOf(value)
  const fonts = fontsOf(template).map((id) => [id, files[id] ?? new Uint8Array()] as const)
  const profile = files[profileName(template)] ?? new Uint8Array()
  return {
    template,
    fonts: openFonts(Object.fromEntries(fonts)),
    condition: { identifier: template.outputCondition, profile },
    files,
  }
}

function templateOf(value: unknown): Template {
  const template = readTemplate(value)
  if (Array.isArray(template))
    throw new Error(template.map(({ path, message }) => `template, ${path}: ${message}`).join('; '))
  return template
}

function fontsOf({ fonts }: Template): string[] {
  return [...new Set(Object.values(fonts).flatMap(({ strong, plain }) => [strong, plain]))]
}

function profileName({ id, outputCondition }: Template): string {
  const name = PROFILES[outputCondition]
  if (!name) throw new Error(`template ${id}: no profile for ${outputCondition}`)
  return name
}

async function shared(path: string): Promise<Uint8Array<SharedArrayBuffer>> {
  const bytes = await readFile(path)
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
  copy.set(bytes)
  return copy
}
